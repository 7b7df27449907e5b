import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { PlanItemKind } from "../__generated__/graphql.ts"

/** What of the plan is reported on line by line. */
export const planItemKindName: Record<PlanItemKind, MessageDescriptor> = {
  TASK: msg`Nhiệm vụ`,
  INDICATOR: msg`Chỉ tiêu`,
}
export const planItemKinds = Object.keys(planItemKindName) as PlanItemKind[]
