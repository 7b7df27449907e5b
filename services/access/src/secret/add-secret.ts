import type { EntityManager } from "@mikro-orm/postgresql"
import { sql } from "kysely"
import type { NewSecret } from "./secret-text.ts"

/** An outcome with the secret that it brought; null when it brought none. */
export type WithSecret<Outcome> = Outcome & { secret: string | null }

/** Keeps a secret of a system, by its hash. */
export async function addSecret(
  em: EntityManager,
  clientId: string,
  { sha256, hint }: NewSecret,
): Promise<void> {
  await sql`insert into api_client_secret (api_client_id, sha256, hint)
    values (${clientId}, decode(${sha256.toString("hex")}, 'hex'), ${hint})`.execute(em.getKysely<unknown>())
}
