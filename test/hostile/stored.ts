import { setTimeout } from "node:timers/promises"
import { subgraphs } from "@plan43/subgraph-list"
import type { RunningSystem } from "../running-system.ts"
import { superuserOf } from "../superuser.ts"

/** The schemas of what people record. */
const SCHEMAS = subgraphs.map(({ name }) => name)

/** What moves without anything being recorded: keys of requests, who came, and how far a service has read. */
const NOT_RECORDED = ["recorded_request", "known_person", "outbox_place"]

/** The services are at rest when nothing has changed for so many looks, a second apart; they get so many to come to it. */
const QUIET_LOOKS = 3
const MOST_LOOKS = 30

/** Tables by name, e.g. "tasks.obstacle", each with the number of its rows and a sum over all that they say. */
export type Stored = Readonly<Record<string, string>>

/** Everything that is stored of what people record; two are equal exactly where no row came, went or changed. */
export async function stored({ dataDirectory }: RunningSystem): Promise<Stored> {
  const client = await superuserOf(dataDirectory)
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname = any($1) and tablename <> all($2) order by 1`,
      [SCHEMAS, NOT_RECORDED],
    )
    const { rows } = await client.query<{ name: string; content: string }>(
      tables
        .map(
          ({ name }) => `select '${name}' as name,
            count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 43)), 0) as content from ${name} t`,
        )
        .join(" union all "),
    )
    return Object.fromEntries(rows.map(({ name, content }) => [name, content]))
  } finally {
    await client.end()
  }
}

/** So long after their start services look for the first time what falls due, in milliseconds; in office hours they tell of it. */
const FIRST_LOOK_MS = 60_000

/**
 * The same once the services have looked for what falls due, and told each other what happened.
 * @throws where they come to no rest; names the tables that changed last
 */
export async function storedAtRest(system: RunningSystem): Promise<Stored> {
  await setTimeout(Math.max(0, system.readyAt + FIRST_LOOK_MS - Date.now()))
  let last = await stored(system)
  let quiet = 0
  let moving: string[] = []
  for (let look = 0; look < MOST_LOOKS && quiet < QUIET_LOOKS; look += 1) {
    await setTimeout(1_000)
    const now = await stored(system)
    const changed = Object.keys(now).filter((name) => now[name] !== last[name])
    quiet = changed.length === 0 ? quiet + 1 : 0
    if (changed.length > 0) moving = changed
    last = now
  }
  if (quiet < QUIET_LOOKS) throw new Error(`these go on changing: ${moving.join(", ")}`)
  return last
}
