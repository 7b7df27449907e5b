import type { I18n } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import { printedDate } from "../calendar/printed-date.tsx"

/** What a notice says besides its kind. */
export interface NoticeFacts {
  kind: string
  taskCodes: readonly string[]
  indicatorCode?: string | null
  number?: string | null
  partName?: string | null
  roundName?: string | null
  dueOn?: string | null
  days?: number | null
  overdue: readonly string[]
  dueSoon: readonly string[]
}

/** What happened, in the language of the console. */
export function noticeSentence(i18n: I18n, facts: NoticeFacts): string {
  const tasks = facts.taskCodes.join(", ")
  const part = facts.partName ?? ""
  const round = facts.roundName ?? ""
  const indicator = facts.indicatorCode ?? ""
  const number = facts.number ?? ""
  const obstacle = `VM-${number}`
  const days = facts.days ?? 0
  const due = facts.dueOn ? printedDate(facts.dueOn, i18n.locale) : ""
  const overdue = facts.overdue.length
  const soon = facts.dueSoon.length
  switch (facts.kind) {
    case "progress.reported":
      return i18n._(msg`Nhiệm vụ ${tasks} có báo cáo tiến độ mới`)
    case "progress.confirmed":
      return i18n._(msg`Báo cáo tiến độ nhiệm vụ ${tasks} đã được xác nhận`)
    case "progress.returned":
      return i18n._(msg`Báo cáo tiến độ nhiệm vụ ${tasks} bị trả lại để bổ sung`)
    case "task.suspended":
      return i18n._(msg`Nhiệm vụ ${tasks} tạm dừng`)
    case "task.cancelled":
      return i18n._(msg`Nhiệm vụ ${tasks} được hủy bỏ`)
    case "task.reopened":
      return i18n._(msg`Nhiệm vụ ${tasks} được mở lại`)
    case "task.due-in":
      return part === ""
        ? i18n._(msg`Nhiệm vụ ${tasks} còn ${days} ngày nữa đến hạn ${due}`)
        : i18n._(msg`Nhiệm vụ ${tasks} (${part}) còn ${days} ngày nữa đến hạn ${due}`)
    case "task.overdue":
      return part === ""
        ? i18n._(msg`Nhiệm vụ ${tasks} đã quá hạn ${due}`)
        : i18n._(msg`Nhiệm vụ ${tasks} (${part}) đã quá hạn ${due}`)
    case "agency.answers-due":
      return i18n._(msg`Còn ${days} ngày để trả lời kỳ ${part}, đến hết ${due}: nhiệm vụ ${tasks}`)
    case "agency.answers-missing":
      return i18n._(msg`Chưa trả lời kỳ ${part}, hạn là ${due}: nhiệm vụ ${tasks}`)
    case "extension.requested":
      return i18n._(msg`Có đề nghị gia hạn nhiệm vụ ${tasks}`)
    case "extension.decided":
      return i18n._(msg`Đề nghị gia hạn nhiệm vụ ${tasks} đã có ý kiến`)
    case "document.issued":
      return i18n._(msg`Văn bản mà nhiệm vụ ${tasks} chờ đã được ban hành`)
    case "document.corrected":
      return i18n._(
        msg`Ghi nhận về văn bản mà nhiệm vụ ${tasks} chờ đã được sửa, có thể đổi ngày bắt đầu hoặc hạn`,
      )
    case "document.revoked":
      return i18n._(msg`Ghi nhận văn bản mà nhiệm vụ ${tasks} chờ đã được gỡ: văn bản chưa ban hành`)
    case "document.replaced":
      return i18n._(msg`Văn bản của nhiệm vụ ${tasks} đã được thay thế`)
    case "document.repealed":
      return i18n._(msg`Văn bản của nhiệm vụ ${tasks} đã bị bãi bỏ`)
    case "document.watcher-appointed":
      return i18n._(msg`Bạn được giao theo dõi một văn bản chờ ban hành`)
    case "observation.recorded":
      return i18n._(msg`Chỉ tiêu ${indicator} có số liệu mới`)
    case "observation.corrected":
      return i18n._(msg`Số liệu chỉ tiêu ${indicator} được đính chính`)
    case "indicator.judged":
      return i18n._(msg`Chỉ tiêu ${indicator} có đánh giá mới`)
    case "obstacle.raised":
      return i18n._(msg`Vướng mắc ${obstacle} mới được nêu`)
    case "obstacle.screened":
      return i18n._(msg`Vướng mắc ${obstacle} đã được xem xét`)
    case "obstacle.merged":
      return i18n._(msg`Vướng mắc ${obstacle} được gộp với vướng mắc trùng nội dung`)
    case "obstacle.unmerged":
      return i18n._(msg`Vướng mắc ${obstacle} được tách khỏi vướng mắc đã gộp, chờ xử lý riêng`)
    case "obstacle.sent-up":
      return i18n._(msg`Vướng mắc ${obstacle} đã trình Thành phố`)
    case "obstacle.decided":
      return i18n._(msg`Thành phố đã có quyết định về vướng mắc ${obstacle}`)
    case "obstacle.answered":
      return i18n._(msg`Vướng mắc ${obstacle} đã có trả lời`)
    case "obstacle.withdrawn":
      return i18n._(msg`Vướng mắc ${obstacle} đã được rút`)
    case "reminder.sent":
      return i18n._(msg`Công văn đôn đốc ${number} đã gửi`)
    case "reminder.escalated":
      return i18n._(msg`Nhiệm vụ ${tasks} đã đôn đốc nhiều lần, được báo cáo lãnh đạo Thành phố`)
    case "round.opened":
      return i18n._(msg`Kỳ báo cáo “${round}” đã mở, hạn gửi báo cáo là ${due}`)
    case "report.submitted":
      return i18n._(msg`Báo cáo kỳ “${round}” chờ người đứng đầu duyệt`)
    case "report.sent-back":
      return i18n._(msg`Báo cáo kỳ “${round}” được người đứng đầu chuyển lại để sửa`)
    case "report.approved":
      return i18n._(msg`Báo cáo kỳ “${round}” đã được duyệt, chờ gửi`)
    case "report.sent":
      return i18n._(msg`Có báo cáo mới gửi trong kỳ “${round}”`)
    case "report.accepted":
      return i18n._(msg`Báo cáo kỳ “${round}” đã được tiếp nhận`)
    case "report.returned":
      return i18n._(msg`Báo cáo kỳ “${round}” bị trả lại để sửa`)
    case "report.reminded":
      return i18n._(msg`Đề nghị gửi báo cáo kỳ “${round}”, hạn là ${due}`)
    case "report.due-in":
      return i18n._(msg`Báo cáo kỳ “${round}” chưa gửi, hạn là ${due}`)
    case "report.overdue":
      return i18n._(msg`Báo cáo kỳ “${round}” đã quá hạn ${due} mà chưa gửi`)
    case "agency.changed":
      return i18n._(msg`Có sắp xếp cơ quan`)
    case "agency.weekly-digest":
      return i18n._(msg`Việc trong tuần: ${overdue} nhiệm vụ quá hạn, ${soon} nhiệm vụ sắp đến hạn`)
    default:
      return i18n._(msg`Có thông báo mới`)
  }
}
