import { registerEnumType } from "type-graphql"
import type { DeadlineKind } from "./deadline-kind.ts"

/** How exactly a deadline names its day. */
export const DeadlinePrecision = {
  MONTH: "MONTH",
  QUARTER: "QUARTER",
  YEAR: "YEAR",
  RELATIVE: "RELATIVE",
  NONE: "NONE",
} as const
export type DeadlinePrecision = keyof typeof DeadlinePrecision

registerEnumType(DeadlinePrecision, {
  name: "DeadlinePrecision",
  description: "How exactly the plan's words name the day; work is late only after the end of what they name",
  valuesConfig: {
    MONTH: { description: "Some day of a month" },
    QUARTER: { description: "Some day of a quarter" },
    YEAR: { description: "Some day of a year, or of the last of several" },
    RELATIVE: { description: "Reckoned from a document that is awaited" },
    NONE: { description: "No day at all" },
  },
})

const PRECISION_OF = {
  MONTH: "MONTH",
  QUARTER: "QUARTER",
  YEAR: "YEAR",
  YEAR_RANGE: "YEAR",
  ANNUAL: "YEAR",
  AFTER_TRIGGER: "RELATIVE",
  ON_GUIDANCE: "RELATIVE",
  OPEN_ENDED: "NONE",
  CONTINUOUS: "NONE",
  PHASED: "NONE",
} as const satisfies Record<DeadlineKind, DeadlinePrecision>

/** Source: Plan 43/KH-UBND, Annex II, column 6. */
export function precisionOf(kind: DeadlineKind): DeadlinePrecision {
  return PRECISION_OF[kind]
}
