import { answeredOf } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import { batched } from "@plan43/subgraph"
import { sql } from "kysely"
import type { Owing } from "../status/work.ts"
import { owingSql } from "./owing.sql.ts"

/** An agency that owes a task, and the piece of the lead cell by which it does. */
export interface OwingAgency extends Owing {
  /** The agency, or class of agencies, that the lead cell names. */
  givenTo: string
}

/** Who owes a task on a day, in the order of the lead cell. */
export const owingOfTask = batched(
  async (ctx, keys: readonly { taskId: string; asOf: CalendarDate }[]): Promise<OwingAgency[][]> => {
    const { rows } = await sql<OwingAgency & { asked: string }>`
      select t.asked, o.agency_id as "agencyId", o.given_to as "givenTo",
        array(select o.agency_id union ${answeredOf(sql`t.id`, sql.ref<string>("o.agency_id"), sql.ref<string>("t.as_of"))}) as "answersFor"
      from unnest(${keys.map(({ taskId }) => taskId)}::uuid[], ${keys.map(({ asOf }) => asOf)}::date[])
        with ordinality as t(id, as_of, asked)
      cross join lateral ${owingSql(sql`t.id`, sql.ref<string>("t.as_of"))} o
      left join agency_reference named on named.id = o.agency_id
      order by t.asked, o.position, named.name collate "vi-x-icu", o.agency_id`.execute(
      ctx.em.getKysely<unknown>(),
    )
    const byKey = Map.groupBy(rows, ({ asked }) => Number(asked))
    return keys.map((_key, index) =>
      (byKey.get(index + 1) ?? []).map(({ agencyId, givenTo, answersFor }) => ({
        agencyId,
        givenTo,
        answersFor,
      })),
    )
  },
  ({ taskId, asOf }) => `${taskId} ${asOf}`,
)
