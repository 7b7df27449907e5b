import { todayInHanoi } from "@plan43/calendar"
import { followOutbox } from "@plan43/outbox"
import type { Worker, WorkingParts } from "@plan43/subgraph"
import { subgraphs } from "@plan43/subgraph-list"
import { sql } from "kysely"
import { DELIVERY_CHANNEL } from "./delivery/delivery-jobs.ts"
import { inboxSignal, signalOf, writeSignals } from "./live/signal.ts"
import { assignmentOf, tell } from "./notice/tell.ts"
import { copyAssignments } from "./recipient/copy-assignments.ts"

/** Whose outboxes are followed. */
const SOURCES = subgraphs.filter(({ tells }) => tells).map(({ name }) => name)

/**
 * Follows what happens in the plan: keeps the copy of who acts for whom, tells those whom it concerns, and signals it
 * to the screens; all of an event in one transaction.
 * @param by where messages may go: by e-mail, or nowhere
 */
export function following(by: "EMAIL" | "CONSOLE"): (parts: WorkingParts) => Worker {
  return ({ orm, clock, log }) =>
    followOutbox(
      { orm, log },
      {
        follower: "notices",
        sources: SOURCES,
        async take(em, events) {
          const assigned = events.flatMap((event) => {
            const named = event.type === "assignment.changed" ? event.subject.id : assignmentOf(event)
            return named === null ? [] : [named]
          })
          if (assigned.length > 0) await copyAssignments(em, assigned)
          const people = await tell(em, events, todayInHanoi(clock), by)
          if (people.length > 0)
            await sql`select pg_notify(${DELIVERY_CHANNEL}, '')`.execute(em.getKysely<unknown>())
          await writeSignals(em, [...events.map(signalOf), ...people.map(inboxSignal)])
        },
      },
    )
}
