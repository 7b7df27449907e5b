import type pg from "pg"
import { accountOf } from "./demo-accounts.ts"

/** What is kept of an account that nobody has: people type passwords where names belong. */
const UNKNOWN = "unknown"

/** @returns the name of an account that there is, fit for logs and the history */
export function nameToKeep(typed: string): string {
  return accountOf(typed.trim().toLowerCase())?.id ?? UNKNOWN
}

/** Writes into the history that somebody tried an account in vain. */
export async function recordRefusal(
  database: Pick<pg.Pool, "query">,
  typed: string,
  address: string | null,
): Promise<void> {
  await database.query(
    `insert into audit_entry (actor, actor_kind, address, action, entity, entity_id, reason)
     values ('anonymous', 'ANONYMOUS', $1, 'sign-in.failed', 'person', $2, 'WRONG_PASSWORD')`,
    [address, nameToKeep(typed)],
  )
}
