import { registerEnumType } from "type-graphql"
import type { FormKey } from "./report-form.ts"

/** What a problem of a filled-in form keeps from being taken. */
export const ProblemReach = {
  /** All of it. */
  FILE: "FILE",
  /** One line. */
  LINE: "LINE",
  /** Nothing that belongs to a line: what is left out when the rest is taken. */
  BESIDE: "BESIDE",
} as const
export type ProblemReach = keyof typeof ProblemReach
registerEnumType(ProblemReach, {
  name: "ProblemReach",
  description:
    "What a problem keeps from being taken: all of the FILE, one LINE, or nothing but what stands BESIDE the lines",
})

/** Something in a filled-in form that is not right. */
export interface FormProblem {
  /** Stable code, e.g. "PERCENTAGE_NOT_WHOLE". */
  code: string
  reach: ProblemReach
  sheet: string | null
  /** e.g. "F12" */
  cell: string | null
  lineId: string | null
  /** The column that is filled in; null where it is none of those. */
  key: FormKey | null
  /** In Vietnamese: what is wrong and what would be right. */
  message: string
}

/** A problem that keeps all of a file from being taken; it is named with its place where it has one. */
export function ofFile(
  code: string,
  message: string,
  sheet: string | null = null,
  cell: string | null = null,
): FormProblem {
  return { code, reach: "FILE", sheet, cell, lineId: null, key: null, message }
}

/** The place of a problem, as one writes it in a letter: “NhiemVu!F12”; empty for the file as a whole. */
export function placeOfProblem({ sheet, cell }: Pick<FormProblem, "sheet" | "cell">): string {
  return [sheet, cell].filter((part) => part !== null).join("!")
}
