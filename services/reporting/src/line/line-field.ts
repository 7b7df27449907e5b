import { registerEnumType } from "type-graphql"
import type { ReportItemKind } from "../item/report-item.ts"

/** What an agency fills in on a line; the value is what a returned one is known by. */
export const ReportLineField = {
  ANSWER: "ANSWER",
  PROGRESS: "PROGRESS",
  RESULT_DOCUMENT: "RESULT_DOCUMENT",
  PERCENTAGE: "PERCENTAGE",
  DIFFICULTIES: "DIFFICULTIES",
  PROPOSAL: "PROPOSAL",
  NEXT_PLAN: "NEXT_PLAN",
  FILES: "FILES",
} as const
export type ReportLineField = keyof typeof ReportLineField
registerEnumType(ReportLineField, {
  name: "ReportLineField",
  description: "What an agency fills in on a line",
})

/** What an agency answers on a line: silence is none of them. */
export const LineAnswer = {
  REPORTED: "REPORTED",
  NO_CHANGE: "NO_CHANGE",
  NOTHING_TO_REPORT: "NOTHING_TO_REPORT",
} as const
export type LineAnswer = keyof typeof LineAnswer
registerEnumType(LineAnswer, {
  name: "LineAnswer",
  description: "What an agency answers on a line of its report",
})

/**
 * What a line takes as its answer: whoever was asked something for the first time cannot say that nothing changed.
 * @param answeredBefore whether the same was answered in a report of an earlier round that was sent
 */
export function answersOf(kind: ReportItemKind, answeredBefore: boolean): readonly LineAnswer[] {
  const all = Object.values(LineAnswer)
  return kind === "QUESTION" && !answeredBefore ? all.filter((answer) => answer !== "NO_CHANGE") : all
}

/** All that is written on a line; saving gives all of it again. */
export interface LineDetails {
  answer: LineAnswer | null
  progress: string | null
  /** Number and date of the document that the result stands in. */
  resultDocument: string | null
  /** 0 to 100. */
  percentage: number | null
  difficulties: string | null
  proposal: string | null
  nextPlan: string | null
}

/**
 * What is filled in on a question, here alone: the answer, what is said in `PROGRESS`, and files. Of a percentage, a document
 * of the result, difficulties, a proposal and a next step it has none: whoever asks for those says so in its words.
 */
export const QUESTION_FIELDS: readonly ReportLineField[] = ["ANSWER", "PROGRESS", "FILES"]

/** What is filled in on a line about this. */
export function fieldsOf(kind: ReportItemKind): readonly ReportLineField[] {
  return kind === "QUESTION" ? QUESTION_FIELDS : Object.values(ReportLineField)
}

/** A field that is written or chosen; files are attached. */
export type WrittenField = Exclude<ReportLineField, "FILES">

/** Which input, and which column, holds a field. */
export const FIELDS: Readonly<Record<WrittenField, { input: keyof LineDetails; column: string }>> = {
  ANSWER: { input: "answer", column: "answer" },
  PROGRESS: { input: "progress", column: "progress" },
  RESULT_DOCUMENT: { input: "resultDocument", column: "result_document" },
  PERCENTAGE: { input: "percentage", column: "percentage" },
  DIFFICULTIES: { input: "difficulties", column: "difficulties" },
  PROPOSAL: { input: "proposal", column: "proposal" },
  NEXT_PLAN: { input: "nextPlan", column: "next_plan" },
}
export const WRITTEN_FIELDS = Object.keys(FIELDS) as WrittenField[]
