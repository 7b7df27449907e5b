import { timingSafeEqual } from "node:crypto"
import type { RequestContext } from "@plan43/subgraph"
import { sql } from "kysely"
import { ApiClient } from "../client/api-client.ts"
import { hashOf } from "../secret/secret-text.ts"
import { endOfSecret } from "../secret/secrets-of-client.ts"
import type { ApiClientCheck, SecretFault } from "./api-client-standing.ts"
import { standingOf } from "./find-standings.ts"

/** Finds out which system a secret proves. Secrets are compared as hashes, in constant time. */
export async function checkSecret(
  ctx: RequestContext,
  clientId: string,
  secret: string,
): Promise<ApiClientCheck> {
  const client = await ctx.em.findOne(ApiClient, { clientId })
  if (client === null) return refused("UNKNOWN_CLIENT")
  const { rows } = await sql<{ sha256: Buffer; works: boolean }>`
    select s.sha256, ${endOfSecret} > now() as works
    from api_client_secret s join api_client c on c.id = s.api_client_id
    where c.id = ${client.id}`.execute(ctx.em.getKysely<unknown>())
  const given = hashOf(secret)
  const proven = rows.filter(({ sha256 }) => timingSafeEqual(sha256, given))
  if (proven.length === 0) return refused("WRONG_SECRET")
  const standing = standingOf(ctx, client)
  if (standing.state === "REVOKED") return refused("CLIENT_REVOKED")
  if (standing.state === "EXPIRED") return refused("CLIENT_EXPIRED")
  return proven.some(({ works }) => works) ? { standing, fault: null } : refused("SECRET_EXPIRED")
}

function refused(fault: SecretFault): ApiClientCheck {
  return { standing: null, fault }
}
