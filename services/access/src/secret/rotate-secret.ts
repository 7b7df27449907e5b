import type { EntityManager } from "@mikro-orm/postgresql"
import {
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { ApiClient } from "../client/api-client.ts"
import { requireNotRevoked } from "../client/require-not-revoked.ts"
import { addSecret, type WithSecret } from "./add-secret.ts"
import { makeSecret } from "./secret-text.ts"

/** How long a secret may still work after it is replaced: a week for the other team to put in the new one. */
const LONGEST_OVERLAP_HOURS = 168

/**
 * Gives a system a new secret, told once. The one that is replaced works on for so many hours, and any older one ends
 * at once: never more than two work.
 */
export async function rotateSecret(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  keepFormerForHours: number,
): Promise<WithSecret<Outcome<ApiClient>>> {
  if (keepFormerForHours < 0 || keepFormerForHours > LONGEST_OVERLAP_HOURS) {
    const message = `Mã bí mật cũ được giữ ${keepFormerForHours} giờ; cần một số từ 0 đến ${LONGEST_OVERLAP_HOURS}`
    return {
      refusals: [{ reason: "OVERLAP_OUT_OF_RANGE", field: "keepFormerForHours", message }],
      secret: null,
    }
  }
  const secret = makeSecret()
  let told: string | null = null
  const outcome = await recordRow(ctx, request, {
    entity: ApiClient,
    table: "api_client",
    standing,
    action: "secret-rotated",
    columns: { former_secret_hours: String(keepFormerForHours) },
    stamped: ["secret_replaced_at"],
    check: requireNotRevoked,
    alsoWrite: async (em, id) => {
      await endFormerSecrets(em, id, keepFormerForHours)
      await addSecret(em, id, secret)
      told = secret.text
    },
  })
  return { ...outcome, secret: told }
}

async function endFormerSecrets(em: EntityManager, clientId: string, hours: number): Promise<void> {
  await sql`
    update api_client_secret s
    set ends_at = least(s.ends_at, now() + case when s.id = newest.id then make_interval(hours => ${hours}::integer) else interval '0' end)
    from (select id from api_client_secret where api_client_id = ${clientId} order by created_at desc limit 1) newest
    where s.api_client_id = ${clientId} and (s.ends_at is null or s.ends_at > now())`.execute(
    em.getKysely<unknown>(),
  )
}
