import type { CalendarDate } from "@plan43/calendar"
import {
  type AssessmentFacts,
  type AssessmentState,
  assess,
  type Measure,
  measureOf,
  type TargetKind,
} from "@plan43/indicator-assessment"
import { sql } from "kysely"
import { shareOfTarget } from "./share-of-target.ts"

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
  facts: ShownFacts,
  asOf: CalendarDate,
): { state: AssessmentState; explanation: string } {
  const doneOrNot = measureShown(facts) === "DONE_OR_NOT"
  const { state, explanation } = assess({ ...facts, doneOrNot }, asOf)
  return { state, explanation }
}

/** How many per cent of its target were reached; null where that says nothing. */
export function shareOfTargetShown(facts: ShownFacts): number | null {
  return shareOfTarget(facts, measureShown(facts))
}

function measureShown({ name, unit, printedKind }: ShownFacts): Measure {
  return measureOf({ name, unit, target: { kind: printedKind } })
}
