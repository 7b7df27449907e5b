import pg from "pg"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { createTestDatabase, type TestDatabase } from "../testing.ts"
import { auditChainSql } from "./audit-chain.ts"
import { auditAuthorSql, auditSearchSql, auditTableSql } from "./audit-table.ts"
import { type ChainAnchor, schemasWithHistory, verifyChain } from "./verify-chain.ts"

let database: TestDatabase
/** The service that writes; the superuser that tampers. */
let service: pg.Client
let superuser: pg.Client

beforeEach(async () => {
  database = await createTestDatabase()
  service = await connected(database.urls.tasks)
  superuser = await connected(database.adminUrl)
  await service.query(auditTableSql + auditAuthorSql + auditSearchSql)
  for (const n of [1, 2]) await write(service, n)
  await service.query(auditChainSql)
  for (const n of [3, 4, 5]) await write(service, n)
})
afterEach(async () => {
  await service.end()
  await superuser.end()
  await database.drop()
})

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return client
}

function write(client: pg.Client, n: number) {
  return client.query(
    `insert into audit_entry (actor, actor_name, action, entity, entity_id, before, after, reason)
     values ('ai-do', 'Nguyễn Thị A', 'task.updated', 'task', $1, '{"b": 1.50, "a": "cũ"}', '{"a": "mới"}', 'vì “thế”')`,
    [String(n)],
  )
}

/** As somebody does who is above all rules. */
async function tamper(...statements: string[]): Promise<void> {
  await superuser.query("set session_replication_role = replica")
  for (const statement of statements) await superuser.query(statement)
  await superuser.query("set session_replication_role = origin")
}

const verified = (anchor?: ChainAnchor) => verifyChain(superuser, "tasks", anchor)

describe("a history", () => {
  test("that nobody touched is whole, entries from before the chain included, whatever the reader's settings", async () => {
    await superuser.query(
      "set timezone = 'Asia/Ho_Chi_Minh'; set datestyle = 'German'; set extra_float_digits = 0",
    )
    expect(await verified()).toMatchObject({ entries: 5, firstBroken: null, anchor: { position: 5 } })
    expect(await schemasWithHistory(superuser)).toEqual(["tasks"])
  })

  test("that is empty is whole", async () => {
    await tamper("delete from tasks.audit_link", "delete from tasks.audit_entry")
    expect(await verified()).toEqual({ schema: "tasks", entries: 0, anchor: null, firstBroken: null })
  })

  test("takes neither changes nor removals of its links from the service", async () => {
    await expect(service.query("update audit_link set hash = hash")).rejects.toThrow(
      /neither changed nor removed/,
    )
    await expect(service.query("delete from audit_link")).rejects.toThrow(/neither changed nor removed/)
  })

  test("is linked in the order in which transactions come to stand, by many at once, without one waiting for another's rows", async () => {
    const others = await Promise.all(Array.from({ length: 8 }, () => connected(database.urls.tasks)))
    await Promise.all(
      others.map(async (client, index) => {
        for (let n = 0; n < 20; n++) {
          await client.query("begin")
          await write(client, 100 * index + n)
          await write(client, 100 * index + n)
          await client.query(n % 5 === 0 ? "rollback" : "commit")
        }
      }),
    )
    await Promise.all(others.map((client) => client.end()))
    expect(await verified()).toMatchObject({ entries: 5 + 8 * 16 * 2, firstBroken: null })
  })
})

describe("whoever tampers with a history, triggers switched off, is found out by the first entry that is not as it was:", () => {
  test("one whose content was changed", async () => {
    await tamper(`update tasks.audit_entry set after = '{"a": "khác"}' where entity_id = '3'`)
    expect((await verified()).firstBroken).toMatchObject({
      fault: "ENTRY_CHANGED",
      position: 3,
      action: "task.updated",
      entity: "task",
      entityIdentifier: "3",
    })
  })

  test.each([
    "actor = 'khác'",
    "at = at + interval '1 microsecond'",
    "reason = null",
    "address = '10.0.0.1'",
  ])("one of which only this was changed: %s", async (change) => {
    await tamper(`update tasks.audit_entry set ${change} where entity_id = '2'`)
    expect((await verified()).firstBroken).toMatchObject({ fault: "ENTRY_CHANGED", entityIdentifier: "2" })
  })

  test("one that was removed, with its link or without", async () => {
    await tamper("delete from tasks.audit_entry where entity_id = '2'")
    expect((await verified()).firstBroken).toMatchObject({ fault: "ENTRY_MISSING", position: 2 })
    await tamper("delete from tasks.audit_link where position = 2")
    expect((await verified()).firstBroken).toMatchObject({ fault: "LINK_MISSING", entityIdentifier: "3" })
  })

  test("one that was slipped in", async () => {
    await tamper(
      `insert into tasks.audit_entry (actor, action, entity, entity_id) values ('ai-do', 'task.updated', 'task', '9')`,
    )
    expect((await verified()).firstBroken).toMatchObject({ fault: "ENTRY_NOT_LINKED", entityIdentifier: "9" })
  })

  test("one from which on all links were written anew, where an anchor was kept", async () => {
    const { anchor } = await verified()
    await tamper(`update tasks.audit_entry set reason = 'khác' where entity_id = '2'`)
    await superuser.query(`set search_path = tasks, public`)
    await tamper("drop table tasks.audit_link cascade", "drop function tasks.link_audit_entry cascade")
    await superuser.query(auditChainSql)
    expect((await verified()).firstBroken).toBeNull()
    expect((await verified(anchor ?? undefined)).firstBroken).toMatchObject({
      fault: "ANCHOR_NOT_MET",
      position: 5,
    })
  })

  test("those that were cut off at the end, where an anchor was kept", async () => {
    const { anchor } = await verified()
    await tamper(
      "delete from tasks.audit_link where position >= 4",
      "delete from tasks.audit_entry where entity_id in ('4', '5')",
    )
    expect((await verified()).firstBroken).toBeNull()
    expect((await verified(anchor ?? undefined)).firstBroken).toMatchObject({ fault: "ANCHOR_NOT_MET" })
  })
})
