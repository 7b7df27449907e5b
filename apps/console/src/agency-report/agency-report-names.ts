import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { LineAnswer, ReportItemKind, ReportLineField, ReportState } from "../__generated__/graphql.ts"

/** How far an agency's report has come, the least first. */
export const reportStateName: Record<ReportState, MessageDescriptor> = {
  DRAFT: msg`Đang soạn`,
  RETURNED: msg`Bị trả lại`,
  SUBMITTED_FOR_APPROVAL: msg`Chờ thủ trưởng duyệt`,
  APPROVED: msg`Đã duyệt, chưa gửi`,
  SENT: msg`Đã gửi, chờ tiếp nhận`,
  ACCEPTED: msg`Đã tiếp nhận`,
  INCLUDED: msg`Trong kỳ đã khóa`,
}
export const reportStates = Object.keys(reportStateName) as ReportState[]

/** What an agency answers on a line. */
export const lineAnswerName: Record<LineAnswer, MessageDescriptor> = {
  REPORTED: msg`Có nội dung báo cáo`,
  NO_CHANGE: msg`Không thay đổi`,
  NOTHING_TO_REPORT: msg`Không có gì báo cáo`,
}
export const lineAnswers = Object.keys(lineAnswerName) as LineAnswer[]

/** What a line takes as its answer: nothing changed only of what was answered before. */
export function answersOn(line: AskedBefore): LineAnswer[] {
  const first = line.item.kind === "QUESTION" && line.previous?.answer == null
  return lineAnswers.filter((answer) => !(first && answer === "NO_CHANGE") || answer === line.answer)
}

interface AskedBefore {
  answer?: LineAnswer | null | undefined
  item: { kind: ReportItemKind }
  previous?: { answer?: LineAnswer | null | undefined } | null | undefined
}

/** What an agency fills in on a line, in the order in which it is shown. */
export const lineFieldName: Record<ReportLineField, MessageDescriptor> = {
  ANSWER: msg`Trả lời`,
  PROGRESS: msg`Tiến độ, kết quả`,
  RESULT_DOCUMENT: msg`Văn bản kết quả`,
  PERCENTAGE: msg`Tỷ lệ hoàn thành (%)`,
  DIFFICULTIES: msg`Khó khăn, vướng mắc`,
  PROPOSAL: msg`Đề xuất, kiến nghị`,
  NEXT_PLAN: msg`Kế hoạch kỳ tới`,
  FILES: msg`Tệp minh chứng`,
}
/** The same of a line about this: a question has an answer, and no progress. */
export function fieldNameOn(kind: ReportItemKind | undefined, field: ReportLineField): MessageDescriptor {
  return kind === "QUESTION" && field === "PROGRESS" ? msg`Nội dung trả lời` : lineFieldName[field]
}

export const lineFields = Object.keys(lineFieldName) as ReportLineField[]

/** What is filled in on a line about this. */
export function fieldsOn(kind: ReportItemKind | undefined): readonly ReportLineField[] {
  return kind === "QUESTION" ? ["ANSWER", "PROGRESS", "FILES"] : lineFields
}
