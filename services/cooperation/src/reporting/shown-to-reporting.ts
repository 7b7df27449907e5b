import { type ShownFunction, shownFunctionSql } from "@plan43/subgraph"
import { type RawBuilder, sql } from "kysely"

/** After one day (null: from the beginning) until the end of another. */
const PERIOD = { after_day: "date", by_day: "date" }

/** Rows (by alias) that stand and that somebody had recorded by the end of the period; each is told as it now stands. */
function recorded(alias: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`${column("withdrawn_at")} is null
    and (${column("created_at")} at time zone 'Asia/Ho_Chi_Minh')::date <= by_day`
}

/** The names of the partners that a row names: bodies, never people. */
function partnersOf(owner: "agreement" | "activity", id: RawBuilder<unknown>): RawBuilder<unknown> {
  const link = sql.table(`${owner}_partner`)
  return sql`array(select p.name from ${link} l join partner p on p.id = l.partner_id
    where l.${sql.ref(`${owner}_id`)} = ${id} order by p.name collate "vi-x-icu", p.id)`
}

/**
 * Agreements that were signed or in force in a period, those without a day included. Of one that was suspended, left or ended
 * before its time nobody records when: it is left out. Who signed is not shown: it may name people.
 */
const reportedAgreements: ShownFunction = {
  name: "reported_agreements",
  parameters: PERIOD,
  columns: {
    id: "uuid",
    title: "text",
    number: "text",
    level: "text",
    state: "text",
    partners: "text[]",
    signed_on: "date",
    in_force_on: "date",
    expires_on: "date",
    commitments: "text",
    agency_id: "uuid",
  },
  body: sql`
    select a.id, a.title, a.number, a.level, a.state, ${partnersOf("agreement", sql`a.id`)}, a.signed_on, a.in_force_on,
      a.expires_on, a.commitments, a.responsible_agency_id
    from agreement a
    where ${recorded("a")}
      and (a.state in ('SIGNED', 'IN_FORCE', 'AMENDED_OR_RENEWED') or a.state = 'EXPIRED' and a.expires_on is not null)
      and coalesce(a.signed_on, a.in_force_on, '-infinity') <= by_day
      and coalesce(a.expires_on, 'infinity') > coalesce(after_day, '-infinity')
    order by coalesce(a.signed_on, a.in_force_on), a.title collate "vi-x-icu", a.id`,
  to: "reporting",
}

/** Activities that were going on in a period; without a day nobody knows. Who took part is not shown: people. */
const reportedActivities: ShownFunction = {
  name: "reported_activities",
  parameters: PERIOD,
  columns: {
    id: "uuid",
    title: "text",
    kind: "text",
    partners: "text[]",
    starts_on: "date",
    ends_on: "date",
    place: "text",
    purpose: "text",
    outputs: "text",
    agency_id: "uuid",
  },
  body: sql`
    select c.id, c.title, c.kind, ${partnersOf("activity", sql`c.id`)}, c.starts_on, c.ends_on, c.place, c.purpose, c.outputs,
      c.responsible_agency_id
    from activity c
    where ${recorded("c")} and coalesce(c.starts_on, c.ends_on) <= by_day
      and coalesce(c.ends_on, c.starts_on) > coalesce(after_day, '-infinity')
    order by coalesce(c.starts_on, c.ends_on), c.title collate "vi-x-icu", c.id`,
  to: "reporting",
}

/** What the reporting subgraph may know of cooperation, for a migration; a test says when it has to be made anew. */
export function shownToReportingSql(): string[] {
  return [reportedAgreements, reportedActivities].flatMap(shownFunctionSql)
}
