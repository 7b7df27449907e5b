import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { JudgedState } from "../../__generated__/graphql.ts"

/** What a coordinator may judge an indicator to be. */
export const judgedStateName: Record<JudgedState, MessageDescriptor> = {
  REACHED: msg`Đạt`,
  EXCEEDED: msg`Vượt`,
  ON_PATH: msg`Đúng lộ trình`,
  BEHIND_PATH: msg`Chậm lộ trình`,
  OFF_PATH: msg`Lệch lộ trình`,
  NOT_APPLICABLE: msg`Không áp dụng (không có xếp hạng)`,
}
