import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { ReportRecipient } from "../../__generated__/graphql.ts"

/** To whom a round's report is sent. */
export const recipientName: Record<ReportRecipient, MessageDescriptor> = {
  CITY: msg`UBND Thành phố`,
  NATIONAL_SYSTEM: msg`Hệ thống theo dõi Nghị quyết 57`,
  GOVERNMENT: msg`Chính phủ`,
  OTHER: msg`Nơi nhận khác`,
}

export const recipients = Object.keys(recipientName) as ReportRecipient[]
