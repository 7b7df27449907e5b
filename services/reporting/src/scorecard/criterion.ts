import { registerEnumType } from "type-graphql"
import { CRITERIA_1 } from "./criteria-1.ts"
import { CRITERIA_2 } from "./criteria-2.ts"
import type { ScoreRow } from "./score-row.ts"
import type { ScorecardKind, SubjectFacts } from "./score-subject.ts"

export const ScoreCriterionCode = {
  TASKS_ASSIGNED: "TASKS_ASSIGNED",
  TASKS_COMPLETED_ON_TIME: "TASKS_COMPLETED_ON_TIME",
  TASKS_COMPLETED_LATE: "TASKS_COMPLETED_LATE",
  TASKS_IN_TIME: "TASKS_IN_TIME",
  TASKS_OVERDUE: "TASKS_OVERDUE",
  TASKS_NOT_YET_DUE: "TASKS_NOT_YET_DUE",
  TASKS_AWAITING_DOCUMENT: "TASKS_AWAITING_DOCUMENT",
  TASKS_STOPPED: "TASKS_STOPPED",
  FELL_DUE_ON_TIME: "FELL_DUE_ON_TIME",
  INDICATORS_ASSIGNED: "INDICATORS_ASSIGNED",
  INDICATORS_ON_COURSE: "INDICATORS_ON_COURSE",
  INDICATORS_WITHOUT_DATA: "INDICATORS_WITHOUT_DATA",
  REPORTS_ON_TIME: "REPORTS_ON_TIME",
  REPORTS_COMPLETE: "REPORTS_COMPLETE",
  REPORTS_RETURNED: "REPORTS_RETURNED",
  REMINDERS: "REMINDERS",
  EXTENSIONS: "EXTENSIONS",
  ANSWERS_SIGNED: "ANSWERS_SIGNED",
  ANSWERS_CONFIRMED: "ANSWERS_CONFIRMED",
  LINES_FILLED: "LINES_FILLED",
} as const
export type ScoreCriterionCode = keyof typeof ScoreCriterionCode
registerEnumType(ScoreCriterionCode, {
  name: "ScoreCriterionCode",
  description: "What is counted; a method says how",
})

/** What a criterion is about; those of a topic are shown together. */
export const ScoreTopic = {
  TASKS: "TASKS",
  TIMELINESS: "TIMELINESS",
  INDICATORS: "INDICATORS",
  REPORTS: "REPORTS",
  URGING: "URGING",
  ANSWERS: "ANSWERS",
} as const
export type ScoreTopic = keyof typeof ScoreTopic
registerEnumType(ScoreTopic, { name: "ScoreTopic", description: "What a criterion is about" })

/** How the rows of a figure add up: how many count, or which part of them. */
export const ScoreMeasure = { COUNT: "COUNT", SHARE: "SHARE" } as const
export type ScoreMeasure = keyof typeof ScoreMeasure
registerEnumType(ScoreMeasure, {
  name: "ScoreMeasure",
  description: "How the rows of a figure add up: how many count, or which part of them",
})

/** A criterion of a method, as it is written: its rule is the function beside the words. */
export interface Criterion {
  code: ScoreCriterionCode
  topic: ScoreTopic
  measure: ScoreMeasure
  /** In Vietnamese, e.g. "Đã đến hạn trong kỳ và hoàn thành đúng hạn". */
  name: string
  /** In Vietnamese: what is counted, of which whole. */
  rule: string
  /** On whose scorecards it stands. */
  kinds: readonly ScorecardKind[]
  rows(facts: SubjectFacts): ScoreRow[]
}

/** The criteria by the version in which they were written. A version is never changed: what was frozen by it is counted by it. */
const CRITERIA: Readonly<Record<number, readonly Criterion[]>> = { 1: CRITERIA_1, 2: CRITERIA_2 }

/** The version of the criteria by which new scorecards are counted. */
export const CRITERIA_VERSION = 2

/** @throws RangeError when no criteria were written in that version */
export function criteriaOf(version: number): readonly Criterion[] {
  const criteria = CRITERIA[version]
  if (criteria === undefined) throw new RangeError(`no criteria of version ${version}`)
  return criteria
}

/** Whether a criterion may weigh in a composite: only a share, of which more is better, can be weighed against another. */
export function isWeighable({ measure }: Pick<Criterion, "measure">): boolean {
  return measure === "SHARE"
}
