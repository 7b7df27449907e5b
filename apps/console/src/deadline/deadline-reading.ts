import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { DeadlineKind } from "../__generated__/graphql.ts"
import { printedDate } from "../calendar/printed-date.tsx"

/** What the API understood a deadline as. */
export interface ReadDeadline {
  kind: DeadlineKind
  /** "YYYY-MM-DD" or null. */
  startsOn?: string | null
  dueOn?: string | null
}

/**
 * How the plan's words about a deadline are understood, in a few words of ours.
 * @param language for its dates
 */
export function deadlineReading(
  { kind, startsOn, dueOn }: ReadDeadline,
  language: string,
): MessageDescriptor {
  const from = startsOn ? printedDate(startsOn, language) : null
  const due = dueOn ? printedDate(dueOn, language) : null
  switch (kind) {
    case "ANNUAL":
      return due ? msg`Hằng năm; kỳ này đến hết ${due}` : msg`Hằng năm`
    case "CONTINUOUS":
      return msg`Không có hạn cuối; xem lại mỗi kỳ báo cáo`
    case "OPEN_ENDED":
      return from
        ? msg`Từ ${from}, không có hạn cuối; xem lại mỗi kỳ báo cáo`
        : msg`Không có hạn cuối; xem lại mỗi kỳ báo cáo`
    case "PHASED":
      return msg`Mỗi giai đoạn có thời hạn riêng`
    case "AFTER_TRIGGER":
      if (due && from) return msg`Bắt đầu ${from}, hạn đề xuất ${due}`
      return due ? msg`Hạn cuối ${due}` : msg`Chưa có hạn: chờ văn bản được ghi nhận`
    case "ON_GUIDANCE":
      if (due && from) return msg`Bắt đầu ${from}, hạn đề xuất ${due}`
      if (due) return msg`Hạn cuối ${due}`
      return from
        ? msg`Chưa có hạn: chờ hướng dẫn, không sớm hơn ${from}`
        : msg`Chưa có hạn: chờ hướng dẫn của cấp có thẩm quyền`
    case "YEAR_RANGE":
      if (from && due) return msg`Từ ${from} đến hết ${due}`
      return due ? msg`Hạn cuối ${due}` : msg`Chưa có hạn`
    default:
      return due ? msg`Hạn cuối ${due}` : msg`Chưa có hạn`
  }
}
