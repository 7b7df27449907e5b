import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type {
  DeadlinePrecision,
  ProgressAnswer,
  ReportedTaskState,
  ReportField,
} from "../__generated__/graphql.ts"

/** What somebody answers about a task; none of them is silence. */
export const progressAnswerName: Record<ProgressAnswer, MessageDescriptor> = {
  PROGRESS: msg`Báo cáo tiến độ`,
  NO_CHANGE: msg`Không thay đổi`,
  NOTHING_TO_REPORT: msg`Không có gì báo cáo`,
}

/** The state that an agency reports. */
export const reportedStateName: Record<ReportedTaskState, MessageDescriptor> = {
  NOT_STARTED: msg`Chưa bắt đầu`,
  IN_PROGRESS: msg`Đang thực hiện`,
  COMPLETED: msg`Đã hoàn thành`,
}

/** The fields of a report, each of which can be returned by itself. */
export const reportFieldName: Record<ReportField, MessageDescriptor> = {
  STATE: msg`Tình trạng`,
  PERCENTAGE: msg`Tỷ lệ hoàn thành`,
  DONE: msg`Việc đã làm`,
  RESULT: msg`Văn bản kết quả`,
  COMPLETED_ON: msg`Ngày hoàn thành`,
  DIFFICULTIES: msg`Khó khăn, vướng mắc`,
  NEXT_STEP: msg`Việc tiếp theo`,
}

export const reportFields = Object.keys(reportFieldName) as ReportField[]

/** How exactly the plan's words name the last day in time. */
export const deadlinePrecisionName: Record<DeadlinePrecision, MessageDescriptor> = {
  MONTH: msg`đến tháng: chậm chỉ khi đã hết tháng`,
  QUARTER: msg`đến quý: chậm chỉ khi đã hết quý`,
  YEAR: msg`đến năm: chậm chỉ khi đã hết năm`,
  RELATIVE: msg`tính từ văn bản đang chờ`,
  NONE: msg`không nêu ngày`,
}
