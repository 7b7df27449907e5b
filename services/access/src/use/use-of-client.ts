import type { CalendarDate } from "@plan43/calendar"
import { badInput, batched, grouped, inOrder } from "@plan43/subgraph"
import { sql } from "kysely"
import type { ApiClientUse } from "./api-client-use.ts"

/** Days of use that are told at most. */
const MOST_DAYS = 366

interface Wanted {
  clientId: string
  days: number
}

const useOfDays = batched(
  async (ctx, wanted: readonly Wanted[]): Promise<ApiClientUse[][]> => {
    const { rows } = await sql<{ position: string; day: CalendarDate; requests: number; refused: number }>`
      select w.position, to_char(d.day, 'YYYY-MM-DD') as day,
        coalesce(u.requests, 0) as requests, coalesce(u.refused, 0) as refused
      from unnest(${wanted.map(({ clientId }) => clientId)}::uuid[], ${wanted.map(({ days }) => days)}::integer[])
        with ordinality as w(client_id, days, position)
      cross join lateral generate_series(${ctx.today}::date - (w.days - 1), ${ctx.today}::date, interval '1 day') as d(day)
      left join api_client_use u on u.api_client_id = w.client_id and u.day = d.day::date
      order by w.position, d.day`.execute(ctx.em.getKysely<unknown>())
    const positions = wanted.map((_, index) => String(index + 1))
    return grouped(positions, rows, ({ position }) => position)
  },
  ({ clientId, days }) => `${clientId} ${days}`,
)

/**
 * How much a system asked on each of the last days, the oldest first; also on days on which it did not ask.
 * @param days 1 to 366; today is the last
 * @throws BAD_USER_INPUT with reason DAYS_OUT_OF_RANGE
 */
export function useOfClient(
  ctx: Parameters<typeof useOfDays>[0],
  clientId: string,
  days: number,
): Promise<ApiClientUse[]> {
  if (days < 1 || days > MOST_DAYS)
    throw badInput({
      reason: "DAYS_OUT_OF_RANGE",
      argument: "days",
      message: `“days” là ${days}; cần một số từ 1 đến ${MOST_DAYS}`,
      details: { limit: MOST_DAYS, given: days },
    })
  return useOfDays(ctx, { clientId, days })
}

/** When a system last asked; null when it never did. */
export const lastUseOfClient = batched(
  async (ctx, clientIds: readonly string[]): Promise<(Date | null)[]> => {
    const { rows } = await sql<{ id: string; last: string }>`
    select api_client_id as id, to_json(max(last_at)) #>> '{}' as last from api_client_use
    where api_client_id = any(${clientIds}::uuid[]) group by api_client_id`.execute(
      ctx.em.getKysely<unknown>(),
    )
    return inOrder(clientIds, rows, ({ id }) => id).map((row) => row && new Date(row.last))
  },
)
