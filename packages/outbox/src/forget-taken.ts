import type { EntityManager, MikroORM } from "@mikro-orm/postgresql"
import { type RawBuilder, sql } from "kysely"

/** Which announcements are forgotten. */
export interface Forgetting {
  /** Those that were made earlier, if everybody who follows has taken them. */
  before: Date
  /** Types of which all are kept: whoever begins to follow needs them from the first one on, e.g. "agency.changed". */
  kept: readonly string[]
}

interface WorkingParts {
  orm: MikroORM
  clock: { now(): Date }
  log: { info(about: object, message: string): void; warn(about: object, message: string): void }
}

/** Somebody may follow without our seeing how far; the message names the schema. */
export class FollowerUnseen extends Error {
  constructor(schema: string) {
    super(`how far "${schema}" has followed may not be read from here: grant its outbox_place`)
    this.name = "FollowerUnseen"
  }
}

const ROWS_AT_ONCE = 5_000
const LOOK_MS = 3_600_000
/** Not while everything else begins. */
const FIRST_LOOK_MS = 60_000
const DAY_MS = 86_400_000
const DEFAULT_DAYS = 30

/**
 * For how many days announcements are kept after everybody has taken them, by `OUTBOX_DAYS`: 30 when it is not set; 0 keeps
 * them for good.
 * @throws RangeError when it is no whole number of days
 */
export function readOutboxDays(env: NodeJS.ProcessEnv): number {
  const text = env.OUTBOX_DAYS ?? ""
  if (text === "") return DEFAULT_DAYS
  if (!/^\d{1,5}$/.test(text)) throw new RangeError(`OUTBOX_DAYS: a whole number of days, not "${text}"`)
  return Number(text)
}

/**
 * A worker that forgets, every hour, what everybody has taken and what is older than {@link readOutboxDays}.
 * @param kept see {@link Forgetting}
 */
export function forgettingTaken(
  kept: readonly string[] = [],
): (parts: WorkingParts) => { stop(): Promise<void> } {
  return ({ orm, clock, log }) => {
    const days = readOutboxDays(process.env)
    if (days === 0) return { stop: async () => undefined }
    let stopped = false
    let forgetting = Promise.resolve()
    const forget = async () => {
      const before = new Date(clock.now().getTime() - days * DAY_MS)
      let forgotten = 0
      for (let rows = ROWS_AT_ONCE; rows === ROWS_AT_ONCE && !stopped; forgotten += rows)
        rows = await forgetTaken(orm.em.fork(), { before, kept })
      if (forgotten > 0) log.info({ forgotten }, "announcements that everybody has taken are forgotten")
    }
    const look = () => {
      forgetting = forgetting
        .then(forget)
        .catch((error: unknown) => log.warn({ err: error }, "announcements could not be forgotten yet"))
    }
    const first = setTimeout(look, FIRST_LOOK_MS)
    const timer = setInterval(look, LOOK_MS)
    return {
      stop: async () => {
        stopped = true
        clearTimeout(first)
        clearInterval(timer)
        await forgetting
      },
    }
  }
}

/**
 * Forgets the oldest announcements of the own schema that everybody has taken, at most 5,000.
 * @returns how many
 * @throws FollowerUnseen, and then nothing is forgotten
 */
export async function forgetTaken(em: EntityManager, { before, kept }: Forgetting): Promise<number> {
  const db = em.getKysely<unknown>()
  const places = await placesOfFollowers(em)
  if (places.length === 0) return 0
  const { numAffectedRows } = await sql`
    delete from outbox_event where position in (
      select oldest.position from (
        select event.position, event.at from outbox_event event
        where (event.transaction, event.position) <= (
            select place.transaction, place.position from (${sql.join(places, sql` union all `)}) place
            where place.source = current_schema() order by place.transaction, place.position limit 1)
          and event.type <> all(${kept}::text[])
        order by event.transaction, event.position limit ${sql.lit(ROWS_AT_ONCE)}
        for update skip locked
      ) oldest where oldest.at < ${before.toISOString()}::timestamptz)`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** The places of everybody who follows from any schema, one statement for each schema. */
async function placesOfFollowers(em: EntityManager): Promise<RawBuilder<unknown>[]> {
  const { rows } = await sql<{ schema: string; readable: boolean }>`
    select namespace.nspname as schema,
      has_schema_privilege(namespace.oid, 'usage') and has_table_privilege(place.oid, 'select') as readable
    from pg_class place join pg_namespace namespace on namespace.oid = place.relnamespace
    where place.relname = 'outbox_place' and place.relkind = 'r'`.execute(em.getKysely<unknown>())
  const unseen = rows.find(({ readable }) => !readable)
  if (unseen !== undefined) throw new FollowerUnseen(unseen.schema)
  return rows.map(
    ({ schema }) => sql`select source, transaction, position from ${sql.id(schema, "outbox_place")}`,
  )
}
