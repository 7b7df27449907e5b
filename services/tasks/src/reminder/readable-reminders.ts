import { readableBy } from "@plan43/agency-scope"
import type { RequestContext, RowRule } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"

type Viewer = RequestContext["viewer"]

/** The rule of letters that urge agencies. */
export const REMINDERS: RowRule = { all: "reminders:read", own: "reminders:read:own" }

/** Letters (alias `l`) that somebody may read: all, or those that were sent to the own agency or its predecessors. */
export function readableLetters(viewer: Viewer): RawBuilder<SqlBool> {
  const readable = readableBy(viewer, REMINDERS, {
    published: sql<SqlBool>`false`,
    concerns: (agencies) => sql<SqlBool>`(l.state = 'SENT' and l.agency_id in (${agencies}))`,
  })
  return sql<SqlBool>`(l.withdrawn_at is null and ${readable})`
}

/** Reminders (alias `m`) that somebody may count: all, or those to the own agency or its predecessors. */
export function readableReminders(viewer: Viewer): RawBuilder<SqlBool> {
  return readableBy(viewer, REMINDERS, {
    published: sql<SqlBool>`false`,
    concerns: (agencies, withheld) =>
      sql<SqlBool>`(m.agency_id in (${agencies}) and not ${withheld(sql`m.task_id`, sql`m.agency_id`)})`,
  })
}
