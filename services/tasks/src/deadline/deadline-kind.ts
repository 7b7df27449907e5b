import type { DeadlineKind as PublishedDeadlineKind } from "@plan43/plan"
import { registerEnumType } from "type-graphql"

/** How a deadline of the plan is meant; the same words in text, database and API. */
export const DeadlineKind = {
  MONTH: "MONTH",
  QUARTER: "QUARTER",
  YEAR: "YEAR",
  YEAR_RANGE: "YEAR_RANGE",
  OPEN_ENDED: "OPEN_ENDED",
  CONTINUOUS: "CONTINUOUS",
  ANNUAL: "ANNUAL",
  AFTER_TRIGGER: "AFTER_TRIGGER",
  ON_GUIDANCE: "ON_GUIDANCE",
  PHASED: "PHASED",
} as const satisfies { [K in PublishedDeadlineKind]: K }

export type DeadlineKind = PublishedDeadlineKind

registerEnumType(DeadlineKind, {
  name: "DeadlineKind",
  description: "How the deadline of a task is meant",
  valuesConfig: {
    MONTH: { description: "Due on the last day of a month" },
    QUARTER: { description: "Due on the last day of a quarter" },
    YEAR: { description: "Due on 31 December of a year" },
    YEAR_RANGE: { description: "From 1 January of the first year to 31 December of the last" },
    OPEN_ENDED: { description: "Starts, is never due; reviewed every round" },
    CONTINUOUS: { description: "No date; reviewed every round" },
    ANNUAL: { description: "Due on 31 December of each year, a new period every year" },
    AFTER_TRIGGER: { description: "Waits for a document; starts when that is recorded as issued" },
    ON_GUIDANCE: { description: "Waits for guidance of an authority" },
    PHASED: { description: "Each phase has its own deadline" },
  },
})
