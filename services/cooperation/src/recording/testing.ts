import { randomUUID } from "node:crypto"
import { scopesOf } from "@plan43/authorization"
import { calendarDateOf } from "@plan43/calendar"
import type { Outcome, RecordingContext, RunningSubgraph } from "@plan43/subgraph"

/** The request of a coordinator who has signed in, as requests will come. */
export function coordinatorOf(
  { orm }: Pick<RunningSubgraph, "orm">,
  name = "Chuyên viên điều phối",
): RecordingContext {
  const role = "COORDINATOR"
  return {
    em: orm.em.fork(),
    requestId: randomUUID(),
    viewer: { kind: "PERSON", id: name, name, role, agencyId: null, scopes: [...scopesOf(role)] },
    address: "203.0.113.7",
    today: calendarDateOf("2026-11-26"),
  }
}

/** The row of an outcome that must not be refused. */
export function recordedBy<T>(outcome: Outcome<T>): T {
  if ("refusals" in outcome) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.recorded
}
