import { uuidOf, type Worker, type WorkingParts } from "@plan43/subgraph"
import { type Kysely, sql } from "kysely"
import type { EvidenceStore } from "../store/evidence-store.ts"

/** How long an upload that broke may be gone on with, in hours. */
const BROKEN_HOURS = 24

/** How long a file waits for the report that it belongs to, in hours: a draft may lie over a long holiday. */
const WAITING_HOURS = 14 * 24

const EVERY_MS = 60 * 60 * 1000
const AT_ONCE = 100

/**
 * Removes what was given up: uploads that broke, files that were attached to nothing, what was refused. A row first says
 * that it goes, then its bytes go, then the row: killed anywhere in between, the next sweep does the rest.
 * @returns how many went
 */
export async function sweepFiles(
  { orm, clock }: Pick<WorkingParts, "orm" | "clock">,
  store: () => EvidenceStore,
): Promise<number> {
  const db = orm.em.fork().getKysely<unknown>()
  const now = clock.now()
  await sql`update evidence_file set state = 'DISCARDED' where owner is null and (
    (state in ('UPLOADING', 'REFUSED') and created_at < ${now}::timestamptz - ${BROKEN_HOURS} * interval '1 hour')
    or (state = 'READY' and created_at < ${now}::timestamptz - ${WAITING_HOURS} * interval '1 hour'))`.execute(
    db,
  )
  let swept = 0
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select id from evidence_file where state = 'DISCARDED' order by created_at limit ${AT_ONCE}`.execute(db)
    for (const { id } of rows) {
      await store().remove(id)
      await sql`delete from evidence_file where id = ${id} and state = 'DISCARDED'`.execute(db)
      swept += 1
    }
    if (rows.length < AT_ONCE) break
  }
  await sweepUnfinished(db, store)
  return swept
}

/** Where what came in lies apart from what is kept: what was kept, or refused, just before the process was killed. */
async function sweepUnfinished(db: Kysely<unknown>, store: () => EvidenceStore): Promise<void> {
  const { rows: any } = await sql`select 1 from evidence_file limit 1`.execute(db)
  if (any.length === 0) return
  const ids = (await store().unfinished()).filter((id) => uuidOf(id) !== null)
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${ids}::uuid[]) as id
    where not exists (select 1 from evidence_file f where f.id = id.id and f.state = 'UPLOADING')`.execute(db)
  for (const { id } of rows) await store().forgetIncoming(id)
}

/** Sweeps at the start and every hour. */
export function fileSweeper(parts: WorkingParts, store: () => EvidenceStore): Worker {
  let running: Promise<void> = Promise.resolve()
  let stopped = false
  const sweep = () => {
    if (stopped) return
    running = running
      .then(() => sweepFiles(parts, store))
      .then((swept) => {
        if (swept > 0) parts.log.info({ swept }, "removed files that were given up")
      })
      .catch((error: unknown) => parts.log.error({ err: error }, "files that were given up stay for now"))
  }
  sweep()
  const timer = setInterval(sweep, EVERY_MS)
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
