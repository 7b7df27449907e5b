import { msg } from "@lingui/core/macro"
import type { ScoreCriterionCode, ScorecardKind, ScoreTopic } from "../__generated__/graphql.ts"

export const scorecardKinds = ["AGENCY", "HEAD", "OFFICIAL"] as const satisfies readonly ScorecardKind[]

export const scorecardKindName = {
  AGENCY: msg`Cơ quan`,
  HEAD: msg`Người đứng đầu`,
  OFFICIAL: msg`Cán bộ, công chức, viên chức`,
} as const satisfies Record<ScorecardKind, unknown>

export const scoreTopicName = {
  TASKS: msg`Nhiệm vụ vào cuối kỳ`,
  TIMELINESS: msg`Đúng hạn trong kỳ`,
  INDICATORS: msg`Chỉ tiêu vào cuối kỳ`,
  REPORTS: msg`Báo cáo định kỳ`,
  URGING: msg`Đôn đốc và gia hạn`,
  ANSWERS: msg`Báo cáo tiến độ`,
} as const satisfies Record<ScoreTopic, unknown>

export const scoreTopics = Object.keys(scoreTopicName) as ScoreTopic[]

/** What a register shows of a scorecard, under names short enough for a column; the method has the full ones. */
export const columnName = {
  TASKS_ASSIGNED: msg`Được giao`,
  TASKS_COMPLETED_ON_TIME: msg`Xong đúng hạn`,
  TASKS_OVERDUE: msg`Quá hạn`,
  FELL_DUE_ON_TIME: msg`Đến hạn, đúng hạn`,
  INDICATORS_ON_COURSE: msg`Chỉ tiêu đúng lộ trình`,
  REPORTS_ON_TIME: msg`Báo cáo đúng hạn`,
  REPORTS_COMPLETE: msg`Dòng đã trả lời`,
  ANSWERS_CONFIRMED: msg`Tiến độ được xác nhận`,
  ANSWERS_SIGNED: msg`Tiến độ đã ký`,
  LINES_FILLED: msg`Dòng đã điền`,
  REMINDERS: msg`Đôn đốc`,
} as const satisfies Partial<Record<ScoreCriterionCode, unknown>>

export type ShownCriterion = keyof typeof columnName
export const shownCriteria = Object.keys(columnName) as ShownCriterion[]

const OF_BODIES: readonly ShownCriterion[] = [
  "TASKS_ASSIGNED",
  "TASKS_COMPLETED_ON_TIME",
  "TASKS_OVERDUE",
  "FELL_DUE_ON_TIME",
  "INDICATORS_ON_COURSE",
  "REPORTS_ON_TIME",
  "REPORTS_COMPLETE",
  "REMINDERS",
]

/** The columns of each kind of scorecard. */
export const columnsOf: Readonly<Record<ScorecardKind, readonly ShownCriterion[]>> = {
  AGENCY: OF_BODIES,
  HEAD: OF_BODIES,
  OFFICIAL: [
    "TASKS_ASSIGNED",
    "TASKS_COMPLETED_ON_TIME",
    "TASKS_OVERDUE",
    "FELL_DUE_ON_TIME",
    "ANSWERS_SIGNED",
    "ANSWERS_CONFIRMED",
    "LINES_FILLED",
  ],
}
