import type { TargetKind as PublishedTargetKind } from "@plan43/plan"
import { registerEnumType } from "type-graphql"

/** How a target of the plan is meant; the same words in text, database and API. */
export const TargetKind = {
  AT_LEAST: "AT_LEAST",
  MORE_THAN: "MORE_THAN",
  AT_MOST: "AT_MOST",
  VALUE: "VALUE",
  RANGE: "RANGE",
  RANK_GROUP: "RANK_GROUP",
  QUALITATIVE: "QUALITATIVE",
  DIRECTIVE: "DIRECTIVE",
  NONE: "NONE",
} as const satisfies { [K in PublishedTargetKind]: K }

export type TargetKind = PublishedTargetKind
export const targetKinds = Object.keys(TargetKind) as TargetKind[]

registerEnumType(TargetKind, {
  name: "TargetKind",
  description: "How the target of an indicator is meant",
  valuesConfig: {
    AT_LEAST: { description: "≥ minimum" },
    MORE_THAN: { description: "> minimum" },
    AT_MOST: { description: "≤ maximum: a rank, lower is better" },
    VALUE: { description: "A bare number: reach `minimum`, higher is better" },
    RANGE: { description: "A band: reached at `minimum`, exceeded above `maximum`" },
    RANK_GROUP: { description: "A leading group without a number; judged by hand with evidence" },
    QUALITATIVE: { description: "Words without a number; judged by hand with evidence" },
    DIRECTIVE: { description: "No target until an authority directs" },
    NONE: { description: "A heading: its sub-rows have the targets" },
  },
})

/** Kinds without a figure, whose state somebody judges. */
export const judgedKinds = ["RANK_GROUP", "QUALITATIVE"] as const satisfies TargetKind[]

/** Whether a target of that kind is judged by hand. */
export function isJudged(kind: TargetKind): boolean {
  return (judgedKinds as readonly TargetKind[]).includes(kind)
}
