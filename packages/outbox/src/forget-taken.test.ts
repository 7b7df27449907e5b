import { MikroORM } from "@mikro-orm/postgresql"
import { ormOptions } from "@plan43/database"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { sql } from "kysely"
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { announce } from "./announce.ts"
import type { EventType } from "./event-type.ts"
import { FollowerUnseen, forgetTaken, readOutboxDays } from "./forget-taken.ts"
import { outboxPlaceSeenSql, outboxPlaceTableSql } from "./outbox-place-table.ts"
import { readOn } from "./outbox-reading.ts"
import { outboxTableSql } from "./outbox-table.ts"

/** One schema in which things happen, and two that follow. */
const SCHEMAS = ["agencies", "tasks", "notifications"] as const
type Schema = (typeof SCHEMAS)[number]

let database: TestDatabase
let orms: Record<Schema, MikroORM>

beforeAll(async () => {
  database = await createTestDatabase()
  orms = {} as typeof orms
  for (const schema of SCHEMAS)
    orms[schema] = await MikroORM.init({
      ...ormOptions({ schema, url: database.urls[schema], entities: [], migrations: [] }),
      discovery: { warnWhenNoEntities: false },
    })
  await execute("agencies", outboxTableSql)
  for (const schema of ["tasks", "notifications"] as const)
    await execute(schema, outboxPlaceTableSql + outboxPlaceSeenSql)
})
afterAll(async () => {
  for (const orm of Object.values(orms ?? {})) await orm.close()
  await database?.drop()
})
beforeEach(async () => {
  await execute("agencies", "delete from outbox_event")
  for (const schema of ["tasks", "notifications"] as const) await execute(schema, "delete from outbox_place")
})

async function execute(schema: Schema, statements: string): Promise<void> {
  await orms[schema].em.fork().getConnection().execute(statements)
}

/** Announces something of long ago. */
async function happened(id: string, on: string, type: EventType = "progress.reported"): Promise<void> {
  await orms.agencies.em.fork().transactional(async (em) => {
    await announce(em, { type, subject: { kind: "Agency", id }, agencyIds: [], actor: null })
    await sql`update outbox_event set at = ${on}::timestamptz where subject_id = ${id}`.execute(
      em.getKysely<unknown>(),
    )
  })
}

/** Somebody takes as many announcements as that, once nothing on the server can appear before them any more. */
async function take(schema: "tasks" | "notifications", count: number): Promise<string[]> {
  const taken: string[] = []
  await vi.waitFor(async () => {
    const read = await orms[schema].em
      .fork()
      .transactional((em) => readOn(em, "agencies", "copies", count - taken.length))
    taken.push(...read.map(({ subject }) => subject.id))
    expect(taken).toHaveLength(count)
  }, 20_000)
  return taken
}

async function forget(before: string, kept: readonly string[] = []): Promise<string[]> {
  await forgetTaken(orms.agencies.em.fork(), { before: new Date(before), kept })
  const { rows } = await sql<{ id: string }>`
    select subject_id as id from outbox_event order by position`.execute(
    orms.agencies.em.fork().getKysely<unknown>(),
  )
  return rows.map(({ id }) => id)
}

describe("what happened", () => {
  beforeEach(async () => {
    await happened("first", "2026-01-01T00:00:00Z")
    await happened("second", "2026-02-01T00:00:00Z")
    await happened("third", "2026-03-01T00:00:00Z")
  })

  test("is forgotten once everybody has taken it and it is old enough", async () => {
    await take("tasks", 3)
    await take("notifications", 3)
    expect(await forget("2026-02-15T00:00:00Z")).toEqual(["third"])
    expect(await forget("2026-02-15T00:00:00Z")).toEqual(["third"])
  })

  test("is kept for whoever is behind, however old it is", async () => {
    await take("tasks", 3)
    await take("notifications", 1)
    expect(await forget("2027-01-01T00:00:00Z")).toEqual(["second", "third"])
    await take("notifications", 2)
    expect(await forget("2027-01-01T00:00:00Z")).toEqual([])
  })

  test("is kept where nobody follows", async () => {
    expect(await forget("2027-01-01T00:00:00Z")).toEqual(["first", "second", "third"])
  })

  test("is kept while it is not old enough", async () => {
    await take("tasks", 3)
    expect(await forget("2025-12-31T00:00:00Z")).toEqual(["first", "second", "third"])
  })

  test("is kept for good where those who begin to follow need it", async () => {
    await happened("a merger", "2026-01-05T00:00:00Z", "agency.changed")
    await take("tasks", 4)
    expect(await forget("2027-01-01T00:00:00Z", ["agency.changed"])).toEqual(["a merger"])
  })

  test("does not come again to those who have taken it, and what comes later does", async () => {
    await take("tasks", 3)
    await forget("2027-01-01T00:00:00Z")
    await happened("fourth", "2026-04-01T00:00:00Z")
    expect(await take("tasks", 1)).toEqual(["fourth"])
  })

  test("is kept when somebody may follow without our seeing how far", async () => {
    await take("tasks", 3)
    await execute("notifications", "revoke select on outbox_place from public")
    await expect(forget("2027-01-01T00:00:00Z")).rejects.toThrow(FollowerUnseen)
    await execute("notifications", outboxPlaceSeenSql)
    expect(await forget("2027-01-01T00:00:00Z")).toEqual([])
  })
})

describe("how long it is kept", () => {
  test("is thirty days when nothing is said", () => {
    expect(readOutboxDays({})).toBe(30)
    expect(readOutboxDays({ OUTBOX_DAYS: "" })).toBe(30)
  })

  test("is a whole number of days, 0 for good", () => {
    expect(readOutboxDays({ OUTBOX_DAYS: "7" })).toBe(7)
    expect(readOutboxDays({ OUTBOX_DAYS: "0" })).toBe(0)
    for (const wrong of ["-1", "1.5", "a week"])
      expect(() => readOutboxDays({ OUTBOX_DAYS: wrong })).toThrow("OUTBOX_DAYS")
  })
})
