import type { RequestContext } from "@plan43/subgraph"
import { sql } from "kysely"

/** What a system asked since it was last told. */
export interface UseToRecord {
  clientId: string
  requests: number
  refused: number
  lastAt: Date
}

/**
 * Adds to what systems asked, in one statement; all of a batch counts for the day of its last request. A batch that
 * comes again within an hour, because its answer was lost, is counted once.
 * @param batch a uuid
 * @returns whether it came for the first time
 */
export async function recordUse(
  ctx: RequestContext,
  batch: string,
  uses: readonly UseToRecord[],
): Promise<boolean> {
  const { rows } = await sql<{ fresh: boolean }>`
    with fresh as (
      insert into recorded_use (batch) values (${batch}::uuid) on conflict do nothing returning batch
    ), forgotten as (
      delete from recorded_use where at < now() - interval '1 hour'
    ), counted as (
      insert into api_client_use (api_client_id, day, requests, refused, last_at)
      select c.id, (u.last_at at time zone 'Asia/Ho_Chi_Minh')::date, sum(u.requests), sum(u.refused), max(u.last_at)
      from fresh
      cross join unnest(${uses.map(({ clientId }) => clientId)}::text[], ${uses.map(({ requests }) => requests)}::integer[],
        ${uses.map(({ refused }) => refused)}::integer[],
        ${uses.map(({ lastAt }) => lastAt.toISOString())}::timestamptz[]) as u(client_id, requests, refused, last_at)
      join api_client c on c.client_id = u.client_id
      group by 1, 2 order by 1, 2
      on conflict (api_client_id, day) do update set
        requests = api_client_use.requests + excluded.requests,
        refused = api_client_use.refused + excluded.refused,
        last_at = greatest(api_client_use.last_at, excluded.last_at)
    )
    select exists (select from fresh) as fresh`.execute(ctx.em.getKysely<unknown>())
  return rows[0]?.fresh ?? false
}
