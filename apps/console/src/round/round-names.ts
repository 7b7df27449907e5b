import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { RoundKind, RoundStage } from "../__generated__/graphql.ts"

/** Whether the plan asks for a round, or somebody did in between. */
export const roundKindName: Record<RoundKind, MessageDescriptor> = {
  REGULAR: msg`Thường kỳ`,
  AD_HOC: msg`Đột xuất`,
}
export const roundKinds = Object.keys(roundKindName) as RoundKind[]

/** How far a round has come. */
export const roundStageName: Record<RoundStage, MessageDescriptor> = {
  PREPARED: msg`Đang chuẩn bị`,
  OPEN: msg`Đang mở`,
  LOCKED: msg`Đã khóa`,
}
export const roundStages = Object.keys(roundStageName) as RoundStage[]
