import { addDays, type CalendarDate, dayOf } from "@plan43/calendar"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { stableId } from "@plan43/published-rows"
import fc from "fast-check"
import { Kysely, PostgresDialect, sql } from "kysely"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { agencyScopeTablesSql } from "./agency-scope-tables.ts"
import { answeringFor, answeringOf } from "./answering.ts"
import type { ChangedAgencies } from "./changed-agencies.ts"
import { datedAgenciesSql } from "./dated-agencies.ts"
import { dividedAgenciesSql } from "./divided-agencies.ts"
import { copyAgencies } from "./follow-agencies.ts"

let database: TestDatabase
let pool: pg.Pool
let kysely: Kysely<unknown>

beforeAll(async () => {
  database = await createTestDatabase()
  pool = new pg.Pool({ connectionString: database.urls.tasks })
  // The database is dropped while the last connections are still closing.
  pool.on("error", () => {})
  kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  for (const statements of [agencyScopeTablesSql, datedAgenciesSql, dividedAgenciesSql])
    await pool.query(statements)
})
afterAll(async () => {
  await kysely?.destroy()
  await database?.drop()
})

const FIRST = dayOf(2025, 1, 1)
const BODIES = ["a", "b", "c", "d"]
const SUBJECTS = [stableId("task", "1"), stableId("task", "2")]
const idOf = (code: string) => stableId("agency", code)
const onDay = (offset: number) => addDays(FIRST, offset)

/** Body number n is divided among two of those after it: so nobody follows itself. Days count from the first. */
interface Split {
  of: number
  effective: number
  recorded: number
  /** Taken back so many days after it was recorded; null: it stands. */
  revokedAfter: number | null
  /** Which of both gets the rest; null: both. */
  rest: 0 | 1 | null
  /** Which of both gets the first subject; null: it goes with the rest. */
  given: 0 | 1 | null
}

const split: fc.Arbitrary<Omit<Split, "of">> = fc.record({
  effective: fc.integer({ min: 0, max: 60 }),
  recorded: fc.integer({ min: 0, max: 60 }),
  revokedAfter: fc.option(fc.integer({ min: 0, max: 40 })),
  rest: fc.option(fc.constantFrom(0 as const, 1 as const)),
  given: fc.option(fc.constantFrom(0 as const, 1 as const)),
})
/** Of the first and of the second body, either recorded before the other. */
const splits = fc.tuple(split, split).map(([first, second]): Split[] => [
  { ...first, of: 0 },
  { ...second, of: 1 },
])

const successorsOf = ({ of }: Split) => [of + 1, of + 2]
const knownFrom = ({ effective, recorded }: Split) => Math.max(effective, recorded)

/** The rule, said without a database: who answers on a day for a body and a subject, or for anything (null). */
function answers(changes: readonly Split[], body: number, subject: number | null, day: number): number[] {
  const change = changes.find(
    (each) =>
      each.of === body &&
      knownFrom(each) <= day &&
      (each.revokedAfter === null || day < each.recorded + each.revokedAfter),
  )
  if (change === undefined) return [body]
  const both = successorsOf(change)
  const named = subject === 0 && change.given !== null ? [both[change.given]] : null
  const rest = change.rest === null ? both : [both[change.rest]]
  const followers = subject === null ? both : (named ?? rest)
  const found = followers.flatMap((next) => answers(changes, next as number, subject, day))
  return [...new Set(found)].sort()
}

function told(change: Split, revoked: boolean): ChangedAgencies {
  const from = onDay(knownFrom(change))
  const until = change.recorded + (change.revokedAfter ?? 0)
  const both = successorsOf(change).map((each) => BODIES[each] as string)
  const name = BODIES[change.of] as string
  const successions = both.map((successor, index) => ({
    id: stableId("succession", name, successor, onDay(change.effective)),
    predecessorId: idOf(name),
    successorId: idOf(successor),
    on: from,
    takesRest: change.rest === null || change.rest === index,
    allocated: change.given === index ? [SUBJECTS[0] as string] : [],
    withheld: change.given !== null && change.given !== index ? [SUBJECTS[0] as string] : [],
  }))
  const ended = !revoked ? `{[${from},)}` : until > knownFrom(change) ? `{[${from},${onDay(until)})}` : "{}"
  return {
    agencies: [reference(name, ended)],
    successions: revoked ? [] : successions,
    memberships: [],
    removedSuccessions: revoked ? successions.map(({ id }) => id) : [],
    removedMemberships: [],
    removedUntil: revoked ? onDay(until - 1) : null,
  }
}

function reference(code: string, endedDays: string) {
  return {
    id: idOf(code),
    code,
    kind: "DEPARTMENT" as const,
    name: code,
    shortName: null,
    validFrom: null,
    publishedValidTo: null,
    endedOn: null,
    endedDays,
    recorded: false,
  }
}

/** What happens, in the order in which it is recorded. */
function recordings(changes: readonly Split[]): { on: number; told: ChangedAgencies }[] {
  return changes
    .flatMap((change) => [
      { on: change.recorded, told: told(change, false) },
      ...(change.revokedAfter === null
        ? []
        : [{ on: change.recorded + change.revokedAfter, told: told(change, true) }]),
    ])
    .sort((one, other) => one.on - other.on)
}

const em = () => ({ getKysely: () => kysely }) as unknown as Parameters<typeof copyAgencies>[0]

async function startOver(): Promise<void> {
  await pool.query("delete from agency_successor; delete from agency_reference")
  await copyAgencies(em(), {
    agencies: BODIES.map((code) => reference(code, "{}")),
    successions: [],
    memberships: [],
    removedSuccessions: [],
    removedMemberships: [],
  })
}

/** Who answers for each body and subject, and at all, on each of some days. */
async function known(days: readonly CalendarDate[]): Promise<Record<string, string[]>> {
  const asked = sql`unnest(${BODIES.map(idOf)}::uuid[], ${BODIES}::text[]) asked(id, code)
    cross join unnest(${[...days]}::date[]) day(on_day) cross join unnest(${[...SUBJECTS, null]}::uuid[]) with ordinality subject(id, number)`
  const { rows } = await sql<{ key: string; codes: string[] }>`
    select asked.code || ' ' || subject.number || ' ' || day.on_day as key, array(
      select named.code from agency_reference named where named.id in (
        select answering.answering_id from (${answeringFor(sql.ref("asked.id"), sql.ref("day.on_day"))}) answering(answering_id)
        where subject.id is null
        union all
        select answering.answering_id
        from (${answeringOf(sql.ref("subject.id"), sql.ref("asked.id"), sql.ref("day.on_day"))}) answering(answering_id)
        where subject.id is not null)
      order by named.code) as codes
    from ${asked}`.execute(kysely)
  return Object.fromEntries(rows.map(({ key, codes }) => [key, codes]))
}

const DAYS = Array.from({ length: 11 }, (_, index) => index * 10 + 3)
const RUNS = 25

describe("who answers on a day", () => {
  test("is what was in force on it and had been recorded by it, for each thing that was divided", async () => {
    await fc.assert(
      fc.asyncProperty(splits, async (changes) => {
        await startOver()
        for (const { told: event } of recordings(changes)) await copyAgencies(em(), event)
        const expected = DAYS.flatMap((day) =>
          BODIES.flatMap((code, body) =>
            [0, 1, null].map((subject, position) => [
              `${code} ${position + 1} ${onDay(day)}`,
              answers(changes, body, subject, day).map((each) => BODIES[each]),
            ]),
          ),
        )
        expect(await known(DAYS.map(onDay))).toEqual(Object.fromEntries(expected))
      }),
      { numRuns: RUNS },
    )
  }, 120_000)

  test("never changes for days before through what is recorded later", async () => {
    await fc.assert(
      fc.asyncProperty(splits, async (changes) => {
        await startOver()
        for (const { on, told: event } of recordings(changes)) {
          const past = DAYS.filter((day) => day < on).map(onDay)
          const before = await known(past)
          await copyAgencies(em(), event)
          expect(await known(past)).toEqual(before)
          await copyAgencies(em(), event)
          expect(await known(past)).toEqual(before)
        }
      }),
      { numRuns: RUNS },
    )
  }, 120_000)
})
