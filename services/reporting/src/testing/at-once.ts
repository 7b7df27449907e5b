import { sql } from "kysely"
import { expect } from "vitest"
import type { Row, RunningRounds } from "./running-round.ts"

/**
 * Begins requests one after the other while the round is held, each once the one before waits for something, and lets the
 * round go when all of them wait.
 * @returns what came of each
 */
export async function atOnce<Done>(
  { subgraph }: RunningRounds,
  round: Row,
  requests: readonly (() => Promise<Done>)[],
): Promise<Done[]> {
  const { em } = subgraph.orm
  const running: Promise<Done>[] = []
  await em.fork().transactional(async (held) => {
    await sql`select 1 from round where id = ${round.id} for update`.execute(held.getKysely<unknown>())
    for (const request of requests) {
      running.push(request())
      await expect.poll(() => waiting(em), { timeout: 30_000 }).toBe(running.length)
    }
  })
  return Promise.all(running)
}

async function waiting(em: RunningRounds["subgraph"]["orm"]["em"]): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`select count(*)::integer as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(em.fork().getKysely<unknown>())
  return rows[0]?.waiting ?? 0
}
