import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { ReminderState } from "../__generated__/graphql.ts"

export const reminderStateName: Record<ReminderState, MessageDescriptor> = {
  DRAFT: msg`Dự thảo`,
  SENT: msg`Đã gửi`,
}
