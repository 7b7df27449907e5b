import type { NoticeData } from "../inbox/inbox-entry.ts"
import { type NoticeSubject, noticePath } from "../notice/notice-path.ts"

/** What a message says. */
export interface MessageText {
  subject: string
  text: string
}

/**
 * The message about a notice, in Vietnamese. It names codes and days, never what people wrote: whoever may read that
 * signs in.
 * @param kind what happened, e.g. "progress.returned"
 * @param about what it happened to
 * @param publicOrigin where people reach the console
 */
export function messageText(kind: string, about: NoticeSubject, publicOrigin: string): MessageText {
  const { data } = about
  const subject = `[Kế hoạch 43] ${sentenceOf(kind, data)}`
  const lists = [
    listed("Nhiệm vụ quá hạn", data.overdue),
    listed("Nhiệm vụ đến hạn trong 30 ngày", data.dueSoon),
  ].filter((line) => line !== null)
  return {
    subject,
    text: [
      `${sentenceOf(kind, data)}.`,
      ...lists,
      "",
      `Xem chi tiết: ${publicOrigin}${noticePath(about)}`,
      "",
      `Chọn cách nhận thông báo: ${publicOrigin}/thong-bao`,
      "Thư này được gửi tự động; xin không trả lời.",
    ].join("\n"),
  }
}

function listed(heading: string, codes: readonly string[] | undefined): string | null {
  return codes === undefined || codes.length === 0 ? null : `${heading}: ${codes.join(", ")}`
}

/** What happened, as one sentence without its full stop. */
export function sentenceOf(kind: string, data: NoticeData): string {
  const task = taskOf(data)
  const part = data.partName === undefined ? "" : ` (${data.partName})`
  const indicator = `Chỉ tiêu ${data.indicatorCode ?? ""}`.trim()
  const obstacle = data.number == null ? "Vướng mắc" : `Vướng mắc VM-${data.number}`
  const round = data.roundName === undefined ? "Kỳ báo cáo" : `Kỳ báo cáo “${data.roundName}”`
  const sentences: Readonly<Record<string, string>> = {
    "progress.reported": `${task} có báo cáo tiến độ mới`,
    "progress.confirmed": `Báo cáo tiến độ ${lower(task)} đã được xác nhận`,
    "progress.returned": `Báo cáo tiến độ ${lower(task)} bị trả lại để bổ sung`,
    "task.suspended": `${task} tạm dừng`,
    "task.cancelled": `${task} được hủy bỏ`,
    "task.reopened": `${task} được mở lại`,
    "task.due-in": `${task}${part} còn ${data.days ?? ""} ngày nữa đến hạn ${dayOf(data.dueOn)}`,
    "task.overdue": `${task}${part} đã quá hạn ${dayOf(data.dueOn)}`,
    "agency.answers-due": `Còn ${data.days ?? ""} ngày để trả lời kỳ ${data.partName ?? ""}, đến hết ${dayOf(data.dueOn)}: ${lower(task)}`,
    "agency.answers-missing": `Chưa trả lời kỳ ${data.partName ?? ""}, hạn là ${dayOf(data.dueOn)}: ${lower(task)}`,
    "extension.requested": `${task} có đề nghị gia hạn`,
    "extension.decided": `Đề nghị gia hạn ${lower(task)} đã có ý kiến`,
    "document.issued": `Văn bản mà ${lower(task)} chờ đã được ban hành`,
    "document.corrected": `Ghi nhận về văn bản mà ${lower(task)} chờ đã được sửa, có thể đổi ngày bắt đầu hoặc hạn`,
    "document.revoked": `Ghi nhận văn bản mà ${lower(task)} chờ đã được gỡ: văn bản chưa ban hành`,
    "document.replaced": `Văn bản của ${lower(task)} đã được thay thế`,
    "document.repealed": `Văn bản của ${lower(task)} đã bị bãi bỏ`,
    "document.watcher-appointed": `Anh/chị được giao theo dõi văn bản ${data.title === undefined ? "chờ ban hành" : `“${data.title}”`}`,
    "observation.recorded": `${indicator} có số liệu mới`,
    "observation.corrected": `Số liệu của ${lower(indicator)} được đính chính`,
    "indicator.judged": `${indicator} có đánh giá mới`,
    "obstacle.raised": `${obstacle} mới được nêu`,
    "obstacle.screened": `${obstacle} đã được xem xét`,
    "obstacle.merged": `${obstacle} được gộp với vướng mắc trùng nội dung`,
    "obstacle.unmerged": `${obstacle} được tách khỏi vướng mắc đã gộp, chờ xử lý riêng`,
    "obstacle.sent-up": `${obstacle} đã trình Thành phố`,
    "obstacle.decided": `Thành phố đã có quyết định về ${lower(obstacle)}`,
    "obstacle.answered": `${obstacle} đã có trả lời`,
    "obstacle.withdrawn": `${obstacle} đã được rút`,
    "reminder.sent": `Công văn đôn đốc ${data.number ?? ""} đã gửi`.replace(/ {2,}/, " "),
    "reminder.escalated": `${task} đã đôn đốc nhiều lần, được đưa vào danh sách báo cáo lãnh đạo Thành phố`,
    "round.opened": `${round} đã mở, hạn gửi báo cáo là ${dayOf(data.dueOn)}`,
    "report.submitted": `Báo cáo ${lower(round)} chờ người đứng đầu duyệt`,
    "report.sent-back": `Báo cáo ${lower(round)} được người đứng đầu chuyển lại để sửa`,
    "report.approved": `Báo cáo ${lower(round)} đã được duyệt, chờ gửi`,
    "report.sent": `Có báo cáo mới gửi trong ${lower(round)}`,
    "report.accepted": `Báo cáo ${lower(round)} đã được tiếp nhận`,
    "report.returned": `Báo cáo ${lower(round)} bị trả lại để sửa`,
    "report.reminded": `Đề nghị gửi báo cáo ${lower(round)}, hạn là ${dayOf(data.dueOn)}`,
    "report.due-in": `Báo cáo ${lower(round)} chưa gửi, hạn là ${dayOf(data.dueOn)}`,
    "report.overdue": `Báo cáo ${lower(round)} đã quá hạn ${dayOf(data.dueOn)} mà chưa gửi`,
    "agency.changed": "Có sắp xếp cơ quan",
    "agency.weekly-digest": `Việc trong tuần: ${data.overdue?.length ?? 0} nhiệm vụ quá hạn, ${data.dueSoon?.length ?? 0} nhiệm vụ sắp đến hạn`,
  }
  return sentences[kind] ?? "Có thông báo mới"
}

function taskOf({ taskCode, taskCodes = [] }: NoticeData): string {
  const codes = taskCode === undefined ? taskCodes : [taskCode]
  if (codes.length === 0) return "Nhiệm vụ"
  return codes.length > 5 ? `${codes.length} nhiệm vụ` : `Nhiệm vụ ${codes.join(", ")}`
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** 2026-06-30 → 30/6/2026 */
function dayOf(isoDay: string | undefined): string {
  const [year, month, day] = (isoDay ?? "").split("-").map(Number)
  return day === undefined ? "" : `${day}/${month}/${year}`
}
