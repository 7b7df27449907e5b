import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { CalendarExceptionKind, CalendarFindingKind } from "../__generated__/graphql.ts"

/** What a day is that is not what its place in the week says. */
export const calendarKindName: Record<CalendarExceptionKind, MessageDescriptor> = {
  OFF: msg`Nghỉ`,
  WORKED: msg`Làm bù`,
}

/** What is odd about a year's days off, in a sentence that the day follows. */
export const findingSentence: Record<CalendarFindingKind, MessageDescriptor> = {
  HOLIDAY_MISSING: msg`Ngày lễ rơi vào ngày làm việc nhưng chưa được ghi là ngày nghỉ`,
  COMPENSATION_MISSING: msg`Ngày lễ rơi vào cuối tuần nhưng chưa có ngày nghỉ bù`,
  TET_NOT_FIVE_DAYS: msg`Tết Âm lịch chưa đủ năm ngày nghỉ quanh mùng một`,
  NATIONAL_DAY_NOT_TWO_DAYS: msg`Quốc khánh chưa đủ hai ngày nghỉ`,
  UNEXPLAINED_DAY_OFF: msg`Ngày nghỉ không thuộc ngày lễ nào và không có ngày làm bù`,
  SWAP_UNBALANCED: msg`Số ngày làm bù nhiều hơn số ngày nghỉ hoán đổi`,
  LUNAR_DAYS_UNKNOWN: msg`Chưa biết ngày âm lịch của năm này nên chưa kiểm tra Tết Âm lịch và Giỗ Tổ`,
}
