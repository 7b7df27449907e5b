import { randomUUID } from "node:crypto"
import { connectionTo } from "@plan43/database"
import { copyTestDatabase, createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { PlanTextInvalid, publishedPlanText } from "@plan43/plan"
import type { RunningSubgraph, SubgraphDefinition } from "@plan43/subgraph"
import { askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { subgraphs } from "@plan43/subgraph-list"
import pg from "pg"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { importPlan, type WhenToApply } from "./import-plan.ts"
import { countChanges, reportChanges } from "./report-changes.ts"
import { unresolvedAgencies } from "./unresolved-agencies.ts"

/** Every subgraph that an import writes to. */
const definitions = await Promise.all(
  subgraphs
    .filter(({ fromPlan }) => fromPlan)
    .map(async ({ name }): Promise<SubgraphDefinition> => (await import(`@plan43/${name}/subgraph`))[name]),
)

const text = publishedPlanText()
/** Migrated, and empty: every test begins with a copy. */
let migrated: TestDatabase
/** With the plan, once a test asked for it. */
let imported: TestDatabase | null = null
let database: TestDatabase

beforeAll(async () => {
  migrated = await createTestDatabase()
  for (const definition of definitions) {
    const subgraph = await startForTest(definition, connectionTo(migrated.urls, definition.name))
    await subgraph.stop()
  }
})
afterAll(async () => {
  await migrated?.drop()
  await imported?.drop()
})

beforeEach(async () => {
  database = await copyTestDatabase(migrated)
})
afterEach(() => database?.drop())

function run(apply: WhenToApply, of = text) {
  return importPlan({ databaseUrl: database.urls.import, bytes: new TextEncoder().encode(of), apply })
}

/** Begins with a database that the plan was imported into. */
async function beginImported(): Promise<void> {
  if (imported === null) {
    await run("when-empty")
    imported = await copyTestDatabase(database)
    return
  }
  await database.drop()
  database = await copyTestDatabase(imported)
}

async function query<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.adminUrl })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

async function count(table: string, condition = "true"): Promise<number> {
  const [row] = await query<{ count: string }>(`select count(*) from ${table} where ${condition}`)
  return Number(row?.count)
}

/** The text with one line replaced. */
function amended(line: string, by: string): string {
  expect(text.split("\n")).toContain(line)
  return text.replace(`\n${line}\n`, `\n${by}\n`)
}

describe("an import", () => {
  test("fills empty tables with all that the plan says, each row with its audit entry", async () => {
    const result = await run("when-empty")
    expect(result.outcome).toBe("applied")
    expect(await count("tasks.task")).toBe(144)
    expect(await count("tasks.plan_measure")).toBe(81)
    expect(await count("tasks.plan_obligation")).toBe(6)
    expect(await count("tasks.awaited_document")).toBe(56)
    expect(await count("indicators.indicator")).toBe(54)
    expect(await count("cooperation.programme")).toBe(13)
    expect(await count("agencies.agency")).toBeGreaterThan(200)
    const added = result.changes.flatMap(({ changes }) => changes).length
    const entries = await Promise.all(definitions.map(({ name }) => count(`${name}.audit_entry`)))
    expect(entries.reduce((sum, entry) => sum + entry, 0)).toBe(added)
  })

  test("of the same text changes nothing", async () => {
    await beginImported()
    const before = await count("tasks.audit_entry")
    expect((await run("when-empty")).outcome).toBe("unchanged")
    expect((await run("always")).outcome).toBe("unchanged")
    expect(await count("tasks.audit_entry")).toBe(before)
    expect(await count("tasks.plan_import")).toBe(1)
  })

  test("by two at once is done once", async () => {
    const outcomes = await Promise.all([run("when-empty"), run("when-empty")])
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["applied", "unchanged"])
    expect(await count("tasks.task")).toBe(144)
  })

  test("asks its one connection one thing at a time", async () => {
    const warnings: string[] = []
    const note = ({ message }: Error) => warnings.push(message)
    process.on("warning", note)
    await run("when-empty")
    await new Promise(setImmediate)
    process.off("warning", note)
    expect(warnings).toEqual([])
  })

  test("fills what a later version of the program has tables and columns for, from the text that was imported; nothing else", async () => {
    await beginImported()
    const relations = await count("cooperation.agency_membership")
    const asOfAnEarlierVersion = async () => {
      await query("delete from cooperation.agency_membership")
      await query("update cooperation.agency_reference set name = null")
      await query("update tasks.plan_import set rows_sha256 = 'of another version'")
    }
    await asOfAnEarlierVersion()
    expect((await run("when-empty", text.replace("\nQuý III/2025 |\n", "\nQuý IV/2025 |\n"))).outcome).toBe(
      "shown",
    )
    expect(await count("cooperation.agency_membership")).toBe(0)
    expect((await run("when-empty")).outcome).toBe("applied")
    expect(await count("cooperation.agency_membership")).toBe(relations)
    expect(await count("cooperation.agency_reference", "name is null")).toBe(0)
    await asOfAnEarlierVersion()
    await query("update tasks.task set title = 'khác' where code = '76'")
    expect((await run("when-empty")).outcome).toBe("shown")
    expect(await count("cooperation.agency_membership")).toBe(0)
  })

  test("leaves no agency unresolved", async () => {
    expect(unresolvedAgencies((await run("never")).plan)).toEqual([])
  })
})

describe("an amended text", () => {
  const changed = () => amended("Quý III/2025 |", "Quý IV/2025 |")

  test("is shown row by row and cell by cell, and changes nothing until told to", async () => {
    await beginImported()
    const result = await run("when-empty", changed())
    expect(result.outcome).toBe("shown")
    expect(reportChanges(result)).toEqual([
      "đổi: nhiệm vụ 76",
      "      deadline_text: “Quý III/2025” → “Quý IV/2025”",
      "      deadline_due_on: “2025-09-30” → “2025-12-31”",
    ])
    expect(countChanges(result)).toBe("thêm 0, đổi 1, rút 0")
    expect(await count("tasks.task", "deadline_text = 'Quý III/2025'")).toBe(1)
  })

  test("is applied when told to, and keeps what people have recorded", async () => {
    await beginImported()
    await query(`insert into tasks.progress_report (task_id, agency_id, state, effective_on)
      select task_id, agency_id, 'IN_PROGRESS', date '2025-05-01' from tasks.task_agency
      where role = 'LEAD' and task_id = (select id from tasks.task where code = '76')`)
    await query(
      "update tasks.awaited_document set issued_on = date '2025-06-27', number = '93/2025/QH15' where position = 14",
    )
    expect((await run("always", changed())).outcome).toBe("applied")
    expect(await count("tasks.task", "deadline_text = 'Quý III/2025'")).toBe(0)
    expect(await count("tasks.progress_report")).toBe(1)
    expect(await count("tasks.awaited_document", "number = '93/2025/QH15'")).toBe(1)
    const [entry] = await query<{ action: string; before: { deadline_text: string } }>(
      "select action, before from tasks.audit_entry where entity = 'task' order by id desc limit 1",
    )
    expect(entry).toMatchObject({ action: "plan-import.changed", before: { deadline_text: "Quý III/2025" } })
  })

  test("that lost its last row withdraws it, and brings it back when it returns", async () => {
    await beginImported()
    const lines = text.trimEnd().split("\n")
    const shortened = lines.slice(0, -6).join("\n")
    expect(countChanges(await run("always", shortened))).toContain("rút")
    expect(await count("tasks.task", "withdrawn_at is null")).toBe(143)
    expect(await count("tasks.task")).toBe(144)
    await run("always")
    expect(await count("tasks.task", "withdrawn_at is null")).toBe(144)
  })
})

describe("a text that cannot be read", () => {
  test.each([
    ["nothing at all", ""],
    ["half of the text", text.slice(0, text.length / 2)],
    ["another encoding", Buffer.from(text, "utf16le").toString("latin1")],
  ])("such as %s imports nothing", async (_what, broken) => {
    await expect(run("always", broken)).rejects.toThrow(PlanTextInvalid)
    expect(await count("tasks.task")).toBe(0)
    expect(await count("agencies.agency")).toBe(0)
  })

  test("with an unknown deadline names line and cell", async () => {
    await expect(run("always", amended("Quý III/2025 |", "Quý V/2025 |"))).rejects.toThrow(
      /dòng 928.*Thời gian hoàn thành.*Quý V\/2025/s,
    )
  })
})

describe("what a coordinator recorded of agencies", () => {
  const coordinator = personOf("COORDINATOR")
  let running: RunningSubgraph[]

  beforeEach(async () => {
    await run("always")
    running = await Promise.all(
      definitions.map((definition) => startForTest(definition, connectionTo(database.urls, definition.name))),
    )
  })
  afterEach(() => Promise.all(running.map((subgraph) => subgraph.stop())))

  async function record(mutation: string, input: object): Promise<{ id: string; version: number }> {
    const { payload } = await askWell<{
      payload: { change: { id: string; version: number } | null; userErrors: unknown[] }
    }>(
      running[0] as RunningSubgraph,
      `mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) {
        payload: ${mutation}(input: $input) { change { id version } userErrors { reason field } } }`,
      { input: { idempotencyKey: randomUUID(), ...input } },
      coordinator,
    )
    if (payload.change === null) throw new Error(JSON.stringify(payload.userErrors))
    return payload.change
  }

  const COPIES = definitions.map(({ name }) => name).filter((name) => name !== "agencies")

  /** Who answers for Sở Du lịch on a day, by the copies of each subgraph. */
  async function answering(day: string): Promise<string[]> {
    const answers = await Promise.all(
      COPIES.map((schema) =>
        query<{ name: string }>(`
          select answering.name from ${schema}.agency_answering
          join ${schema}.agency_reference asked on asked.id = agency_id and asked.code = 'so-du-lich'
          join ${schema}.agency_reference answering on answering.id = answering_id
          where '${day}' between from_day and to_day`),
      ),
    )
    return answers.flat().map(({ name }) => name)
  }

  /** What is recorded before its first day is known from that day on. */
  const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const [EVE, FIRST_DAY] = [dayIn(29), dayIn(30)]

  const renaming = {
    kind: "RENAMING",
    effectiveOn: FIRST_DAY,
    document: { number: "12/NQ-HĐND", issuedOn: "2026-09-20", issuer: "Hội đồng nhân dân Thành phố" },
    predecessors: ["so-du-lich"],
    successors: [{ founded: { code: "so-su-kien", name: "Sở Sự kiện", kind: "DEPARTMENT" } }],
  }

  test("reaches every copy, stays through an import, and goes again when it is taken back", async () => {
    const three = (name: string) => COPIES.map(() => name)
    const change = await record("recordAgencyChange", { change: renaming })
    await vi.waitFor(async () => expect(await answering(FIRST_DAY)).toEqual(three("Sở Sự kiện")), 10_000)
    expect(await answering(EVE)).toEqual(three("Sở Du lịch"))
    expect(
      await count(
        "tasks.agency_relation join tasks.agency_reference on id = agency_id",
        "code = 'so-su-kien'",
      ),
    ).toBe(2)

    await query("update tasks.plan_import set rows_sha256 = 'of another version'")
    expect(await run("always")).toMatchObject({
      outcome: "unchanged",
      changes: COPIES.concat("agencies").map(() => ({ changes: [] })),
    })
    expect(await answering(FIRST_DAY)).toEqual(three("Sở Sự kiện"))

    await record("revokeAgencyChange", { id: change.id, version: change.version, reason: "Ghi nhầm" })
    await vi.waitFor(async () => expect(await answering(FIRST_DAY)).toEqual(three("Sở Du lịch")), 10_000)
    expect((await run("always")).outcome).toBe("unchanged")
  })

  test("taken twice is taken once", async () => {
    await record("recordAgencyChange", { change: renaming })
    await vi.waitFor(async () => expect((await answering(FIRST_DAY))[0]).toBe("Sở Sự kiện"), 10_000)
    const copies = () => query("select * from tasks.agency_answering order by agency_id, answering_id")
    const before = await copies()
    await query("update tasks.outbox_place set position = 0, transaction = '0'")
    await vi.waitFor(async () => expect(await count("tasks.outbox_place", "position > 0")).toBe(1), 10_000)
    expect(await copies()).toEqual(before)
  })
})
