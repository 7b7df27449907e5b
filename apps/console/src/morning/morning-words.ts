import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { MorningReason } from "../__generated__/graphql.ts"

/** What each reason is called. */
export const morningReasonName: Record<MorningReason, MessageDescriptor> = {
  RETURNED: msg`Bị trả lại`,
  WAITING_FOR_VERIFICATION: msg`Chờ xác minh`,
  EXTENSION_REQUESTED: msg`Xin gia hạn`,
  DUE: msg`Đến hạn`,
  OVERDUE: msg`Quá hạn`,
  ANSWERED: msg`Mới trả lời`,
  STARTED: msg`Mới bắt đầu`,
  SILENT: msg`Im lặng`,
}

/**
 * Why something stands on the page, in a sentence.
 * @param days between the day it is about and today, e.g. how late it is
 */
export function whyItIsHere(reason: MorningReason, days: number): MessageDescriptor {
  switch (reason) {
    case "RETURNED":
      return days === 0 ? msg`Báo cáo bị trả lại hôm nay` : msg`Báo cáo bị trả lại ${days} ngày trước`
    case "WAITING_FOR_VERIFICATION":
      return days === 0 ? msg`Báo cáo hôm nay, chờ xác minh` : msg`Đã chờ xác minh ${days} ngày`
    case "EXTENSION_REQUESTED":
      return days === 0 ? msg`Xin gia hạn hôm nay` : msg`Xin gia hạn, đã chờ quyết định ${days} ngày`
    case "DUE":
      return days === 0 ? msg`Hôm nay là ngày cuối` : msg`Còn ${days} ngày là hết hạn`
    case "OVERDUE":
      return msg`Quá hạn ${days} ngày`
    case "ANSWERED":
      return days === 0 ? msg`Trả lời hôm nay` : msg`Trả lời ${days} ngày trước`
    case "STARTED":
      return days === 0 ? msg`Bắt đầu được từ hôm nay` : msg`Bắt đầu được từ ${days} ngày trước`
    case "SILENT":
      return msg`Đã ${days} ngày không có trả lời nào`
  }
}
