import { MikroORM } from "@mikro-orm/postgresql"
import { ormOptions } from "@plan43/database"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { sql } from "kysely"
import pg from "pg"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { announce, type DomainEvent } from "./announce.ts"
import { type Following, followOutbox } from "./follow-outbox.ts"
import { outboxPlaceTableSql } from "./outbox-place-table.ts"
import { outboxSignalSql } from "./outbox-signal.ts"
import { outboxTableSql } from "./outbox-table.ts"

let database: TestDatabase
let source: MikroORM
let own: MikroORM
let running: { stop(): Promise<void> }[]

beforeEach(async () => {
  database = await createTestDatabase()
  source = await ormOf("agencies")
  own = await ormOf("tasks")
  await source.em.getConnection().execute(outboxTableSql + outboxSignalSql)
  await own.em.getConnection().execute(`${outboxPlaceTableSql} create table effect (n bigserial, id text)`)
  running = []
})

afterEach(async () => {
  await Promise.all(running.map((follower) => follower.stop()))
  await source.close()
  await own.close()
  await database.drop()
})

async function ormOf(schema: "agencies" | "tasks"): Promise<MikroORM> {
  return MikroORM.init({
    ...ormOptions({ schema, url: database.urls[schema], entities: [], migrations: [] }),
    discovery: { warnWhenNoEntities: false },
  })
}

const event = (id: string): DomainEvent => ({
  type: "agency.changed",
  subject: { kind: "Agency", id },
  agencyIds: [],
  actor: null,
})

async function happens(...ids: string[]): Promise<void> {
  await source.em.fork().transactional(async (em) => {
    for (const id of ids) await announce(em, event(id))
  })
}

/** The effect of an event in the follower's schema: a row. */
const write: Following["take"] = async (em, events) => {
  for (const { subject } of events)
    await sql`insert into effect (id) values (${subject.id})`.execute(em.getKysely<unknown>())
}

function follow(take: Following["take"] = write): { stop(): Promise<void> } {
  const follower = followOutbox(
    { orm: own, log: { warn: () => undefined, debug: () => undefined } },
    { follower: "copies", sources: ["agencies"], take },
  )
  running.push(follower)
  return follower
}

async function effects(): Promise<string[]> {
  const rows = await own.em
    .fork()
    .getConnection()
    .execute<{ id: string }[]>("select id from effect order by n")
  return rows.map(({ id }) => id)
}

test("what happened before and what happens while somebody follows is taken in order", async () => {
  await happens("1", "2")
  follow()
  await vi.waitFor(async () => expect(await effects()).toEqual(["1", "2"]), 5_000)
  await happens("3")
  await vi.waitFor(async () => expect(await effects()).toEqual(["1", "2", "3"]), 1_000)
})

test("a transaction that ends after a later one is not passed over", async () => {
  const early = new pg.Client({ connectionString: database.urls.agencies })
  await early.connect()
  await early.query("begin")
  await early.query(
    "insert into outbox_event (type, subject_kind, subject_id) values ('agency.changed', 'Agency', 'early')",
  )
  follow()
  await happens("late")
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await effects()).toEqual([])
  await early.query("commit")
  await early.end()
  await vi.waitFor(async () => expect(await effects()).toEqual(["early", "late"]), 5_000)
})

test("many transactions at once lose and double nothing, and two who follow under one name share the work", async () => {
  follow()
  follow()
  const ids = Array.from({ length: 300 }, (_, n) => String(n))
  await Promise.all(ids.map((id) => happens(id)))
  await vi.waitFor(async () => expect((await effects()).length).toBeGreaterThanOrEqual(300), 10_000)
  expect((await effects()).toSorted()).toEqual(ids.toSorted())
})

test("a follower whose connection is cut in the middle of its work does it again, once", async () => {
  let cuts = 0
  await happens("1", "2", "3")
  follow(async (em, events) => {
    await write(em, events)
    if (cuts++ < 2) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(em.getKysely<unknown>())
  })
  await vi.waitFor(async () => expect(await effects()).toEqual(["1", "2", "3"]), 20_000)
  expect(cuts).toBe(3)
})

test("who listens is cut off and hears again", async () => {
  follow()
  await happens("1")
  await vi.waitFor(async () => expect(await effects()).toEqual(["1"]), 5_000)
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  await admin.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'plan43_tasks' and datname = current_database()",
  )
  await admin.end()
  await happens("2")
  await vi.waitFor(async () => expect(await effects()).toEqual(["1", "2"]), 10_000)
})

test("what cannot be taken comes again and holds back what is behind it", async () => {
  let refusals = 0
  await happens("1")
  follow(async (em, events) => {
    if (refusals++ < 2) throw new Error("not now")
    await write(em, events)
  })
  await happens("2")
  await vi.waitFor(async () => expect(await effects()).toEqual(["1", "2"]), 5_000)
})

test("an outbox that is not there yet is waited for", async () => {
  await source.em.getConnection().execute("drop table outbox_event cascade")
  follow()
  await new Promise((resolve) => setTimeout(resolve, 100))
  await source.em
    .getConnection()
    .execute(`drop function outbox_event_signal; ${outboxTableSql} ${outboxSignalSql}`)
  await happens("1")
  await vi.waitFor(async () => expect(await effects()).toEqual(["1"]), 5_000)
})

test("who has stopped goes on later from where it was", async () => {
  await happens("1")
  const first = follow()
  await vi.waitFor(async () => expect(await effects()).toEqual(["1"]), 5_000)
  await first.stop()
  await happens("2")
  expect(await effects()).toEqual(["1"])
  follow()
  await vi.waitFor(async () => expect(await effects()).toEqual(["1", "2"]), 5_000)
})
