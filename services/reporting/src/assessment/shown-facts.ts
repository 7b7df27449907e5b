import type { CalendarDate } from "@plan43/calendar"
import {
  type AssessmentFacts,
  type AssessmentState,
  assess,
  measureOf,
  type TargetKind,
} from "@plan43/indicator-assessment"
import { sql } from "kysely"

/** What the indicators subgraph shows of an indicator; the rest of its facts follows from it. */
export interface ShownFacts extends Omit<AssessmentFacts, "doneOrNot"> {
  id: string
  name: string
  printedKind: TargetKind
}

/** The columns of `indicators.reported_assessment_facts` (alias `facts`) under the names of {@link ShownFacts}. */
export const SHOWN_FACTS = sql`facts.id, facts.name, facts.unit, facts.horizon_year as "horizonYear", facts.yearly,
  facts.printed_kind as "printedKind", facts.target, facts.baseline, facts.milestones, facts.observation, facts.judgement`

/** Where an indicator stood on a day, and why: by the rule that the console assesses it by. */
export function assessShown(
  { name, printedKind, ...facts }: ShownFacts,
  asOf: CalendarDate,
): { state: AssessmentState; explanation: string } {
  const measure = measureOf({ name, unit: facts.unit, target: { kind: printedKind } })
  const { state, explanation } = assess({ ...facts, doneOrNot: measure === "DONE_OR_NOT" }, asOf)
  return { state, explanation }
}
