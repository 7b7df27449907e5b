import { Migration } from "@mikro-orm/migrations"
import { MikroORM } from "@mikro-orm/postgresql"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { auditTableSql, DatabaseUnusable, migrateForward, ormOptions, provision } from "./index.ts"
import { createTestDatabase, type TestDatabase } from "./testing.ts"

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database?.drop())

async function query<Row extends pg.QueryResultRow>(
  url: string,
  statement: string,
  values?: unknown[],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(statement, values)).rows
  } finally {
    await client.end()
  }
}

describe("a provisioned database", () => {
  test("searches without diacritics, case and doubled spaces", async () => {
    const rows = await query(
      database.urls.tasks,
      "select public.search_text('Chuyển  Đổi\n SỐ Ứng dụng') as text",
    )
    expect(rows).toEqual([{ text: "chuyen doi so ung dung" }])
  })

  test("can be provisioned again, by two at once, with the same connections", async () => {
    const [first, second] = await Promise.all([provision(database.adminUrl), provision(database.adminUrl)])
    expect(first).toEqual(database.urls)
    expect(second).toEqual(first)
  })

  test("gives each subgraph a schema that no other can look into", async () => {
    await query(database.urls.tasks, "create table secret (word text)")
    await query(database.urls.tasks, "insert into secret values ('kín')")
    await expect(query(database.urls.agencies, "select * from tasks.secret")).rejects.toThrow(
      "permission denied",
    )
    await expect(query(database.urls.agencies, "create table tasks.intruder (id int)")).rejects.toThrow(
      "permission denied",
    )
    await expect(query(database.urls.agencies, "create table public.intruder (id int)")).rejects.toThrow(
      "permission denied",
    )
    expect(await query(database.urls.import, "select word from tasks.secret")).toEqual([{ word: "kín" }])
  })

  test("names what is wrong when it cannot be used", async () => {
    await expect(provision("postgresql://x:y@127.0.0.1:1/none")).rejects.toThrow(DatabaseUnusable)
    await expect(provision("postgresql://x:y@127.0.0.1:1/none")).rejects.toThrow(
      "127.0.0.1:1/none does not answer",
    )
    await expect(provision(database.urls.tasks)).rejects.toThrow("may not create roles")
  })
})

class Migration20250101000000 extends Migration {
  override up(): void {
    this.addSql("create table day (id integer primary key, on_day date)")
    this.addSql(auditTableSql)
  }
}

describe("migrations", () => {
  test("run forward once, in the schema of their own role, and statements are counted", async () => {
    let statements = 0
    const options = ormOptions({
      schema: "cooperation",
      url: database.urls.cooperation,
      entities: [],
      migrations: [Migration20250101000000],
      onStatement: () => {
        statements += 1
      },
    })
    const orm = await MikroORM.init({ ...options, discovery: { warnWhenNoEntities: false } })
    try {
      expect(await migrateForward(orm)).toEqual(["Migration20250101000000"])
      expect(await migrateForward(orm)).toEqual([])
      const before = statements
      const rows = await orm.em.execute(
        "select date '2025-06-30' as day, to_regclass('cooperation.day') is not null as made",
      )
      expect(rows).toEqual([{ day: "2025-06-30", made: true }])
      expect(statements - before).toBe(1)
    } finally {
      await orm.close()
    }
  })

  test("leave an audit table whose entries are final", async () => {
    const url = database.urls.cooperation
    await query(url, "insert into audit_entry (actor, action, entity, entity_id) values ('a', 'b', 'c', 'd')")
    await expect(query(url, "update audit_entry set actor = 'x'")).rejects.toThrow(
      "neither changed nor removed",
    )
    await expect(query(url, "delete from audit_entry")).rejects.toThrow("neither changed nor removed")
  })
})

test("transactions whose connections are cut take no place of the pool away", async () => {
  const orm = await MikroORM.init({
    ...ormOptions({
      schema: "tasks",
      url: database.urls.tasks,
      entities: [],
      migrations: [],
      poolSize: 2,
    }),
    discovery: { warnWhenNoEntities: false },
  })
  for (let cut = 0; cut < 3; cut += 1)
    await expect(
      orm.em.fork().transactional((em) => em.execute("select pg_terminate_backend(pg_backend_pid())")),
    ).rejects.toThrow()
  expect(await orm.em.fork().transactional((em) => em.execute("select 1 as one"))).toEqual([{ one: 1 }])
  await orm.close()
})
