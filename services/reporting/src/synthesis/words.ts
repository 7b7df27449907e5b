import type { OfficialTally, TaskStatus } from "@plan43/official-tally"
import type { LineAnswer } from "../line/line-field.ts"
import type { ReportState } from "../report/report-state.ts"

/** How official reports call the figures of the tally. */
export const FIGURE_IN_WORDS: Readonly<Record<keyof OfficialTally, string>> = {
  assigned: "Tổng số được giao",
  completedOnTime: "Hoàn thành đúng hạn",
  completedLate: "Hoàn thành quá hạn",
  inTime: "Đang thực hiện trong hạn",
  overdue: "Chưa hoàn thành, quá hạn",
  notYetDue: "Chưa đến hạn",
  awaitingDocument: "Chờ văn bản",
  suspendedOrCancelled: "Tạm dừng, hủy",
}

export const STATUS_IN_WORDS: Readonly<Record<TaskStatus, string>> = {
  AWAITING_TRIGGER: "Chờ văn bản",
  NOT_STARTED: "Chưa bắt đầu",
  IN_PROGRESS: "Đang thực hiện",
  DUE_SOON: "Sắp đến hạn",
  OVERDUE: "Quá hạn",
  COMPLETED_ON_TIME: "Hoàn thành đúng hạn",
  COMPLETED_LATE: "Hoàn thành quá hạn",
  ONGOING: "Thường xuyên, đang thực hiện",
  SUSPENDED: "Tạm dừng",
  CANCELLED: "Đã hủy",
}

export const STATE_IN_WORDS: Readonly<Record<ReportState, string>> = {
  DRAFT: "Chưa gửi",
  SUBMITTED_FOR_APPROVAL: "Chờ thủ trưởng duyệt",
  APPROVED: "Đã duyệt, chưa gửi",
  SENT: "Đã gửi",
  ACCEPTED: "Đã tiếp nhận",
  RETURNED: "Bị trả lại",
  INCLUDED: "Đã tổng hợp",
}

export const ANSWER_IN_WORDS: Readonly<Record<LineAnswer, string>> = {
  REPORTED: "",
  NO_CHANGE: "Không thay đổi so với kỳ trước",
  NOTHING_TO_REPORT: "Không có nội dung báo cáo",
}

const FIGURES_OF_VIETNAM = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 6 })

/** A number with decimal comma, e.g. "1.234,5". */
export function numberInWords(value: number): string {
  return FIGURES_OF_VIETNAM.format(value)
}

/** How much of the whole a part is, with one digit after the comma, e.g. "33,3%"; of nothing "0%". */
export function shareInWords(part: number, whole: number): string {
  return `${numberInWords(whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10)}%`
}
