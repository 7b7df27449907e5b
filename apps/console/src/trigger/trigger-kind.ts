import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { TriggerKind } from "../__generated__/graphql.ts"

/** The name of each kind of document. */
export const triggerKindName: Record<TriggerKind, MessageDescriptor> = {
  LAW: msg`Luật`,
  RESOLUTION: msg`Nghị quyết`,
  DECREE: msg`Nghị định`,
  DECISION: msg`Quyết định`,
  SCHEME: msg`Đề án`,
  PROGRAMME: msg`Chương trình`,
  STRATEGY: msg`Chiến lược`,
  CRITERIA: msg`Bộ tiêu chí`,
  POLICY: msg`Chính sách`,
  REGULATION: msg`Quy định`,
  GUIDANCE: msg`Hướng dẫn`,
}

export const triggerKinds = Object.keys(triggerKindName) as TriggerKind[]
