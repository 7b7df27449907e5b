import type { RequestContext } from "@plan43/subgraph"
import { ApiClient } from "../client/api-client.ts"
import { stateOn } from "../client/api-client-state.ts"
import type { ApiClientStanding } from "./api-client-standing.ts"

/** How systems stand today, by their client ids; one that is unknown is left out. */
export async function findStandings(
  ctx: RequestContext,
  clientIds: readonly string[],
): Promise<ApiClientStanding[]> {
  const clients = await ctx.em.find(ApiClient, { clientId: { $in: [...clientIds] } })
  return clients.map((client) => standingOf(ctx, client))
}

/** How a system stands today. */
export function standingOf({ today }: Pick<RequestContext, "today">, client: ApiClient): ApiClientStanding {
  const { clientId, name, scopes, quotaPerMinute } = client
  return { clientId, name, scopes, quotaPerMinute, state: stateOn(today, client) }
}
