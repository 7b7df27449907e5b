import { batched, grouped } from "@plan43/subgraph"
import { sql } from "kysely"
import type { ApiClientSecret } from "./api-client-secret.ts"

/** When a secret s of a client c stops working: with its own end or with the client's last day in Hanoi. */
export const endOfSecret = sql<Date>`least(s.ends_at, (c.expires_on + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`

/** The secrets of a system that work, the newest first; one that is revoked has none. */
export const secretsOfClient = batched(
  async (ctx, clientIds: readonly string[]): Promise<ApiClientSecret[][]> => {
    const { rows } = await sql<{ ownerId: string; id: string; hint: string; created: string; end: string }>`
      select s.api_client_id as "ownerId", s.id, s.hint,
        to_json(s.created_at) #>> '{}' as created, to_json(${endOfSecret}) #>> '{}' as "end"
      from api_client_secret s join api_client c on c.id = s.api_client_id
      where c.id = any(${clientIds}::uuid[]) and c.revoked_at is null and ${endOfSecret} > now()
      order by s.created_at desc, s.id`.execute(ctx.em.getKysely<unknown>())
    return grouped(clientIds, rows, ({ ownerId }) => ownerId).map((secrets) =>
      secrets.map(({ id, hint, created, end }) => ({
        id,
        hint,
        createdAt: new Date(created),
        expiresAt: new Date(end),
      })),
    )
  },
)
