import type { CalendarDate } from "@plan43/calendar"
import { ObjectType } from "type-graphql"
import type { TaskPhase } from "../task/task-phase.ts"

/** What one agency owes of a phase of a task, as of a day. */
@ObjectType({
  simpleResolvers: true,
  description: "What one agency owes of a phase of a task: answered and judged by itself",
})
export class ObligationPhase {
  phase!: TaskPhase
  agencyId!: string
  asOf!: CalendarDate
}

export function obligationPhaseOf(phase: TaskPhase, agencyId: string, asOf: CalendarDate): ObligationPhase {
  return Object.assign(new ObligationPhase(), { phase, agencyId, asOf })
}
