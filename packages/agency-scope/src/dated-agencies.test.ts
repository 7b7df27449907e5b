import { type AgencyRecord, type AgencyRegister, agencyRegister } from "@plan43/agency-register"
import { type CalendarDate, dayOf } from "@plan43/calendar"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import { Kysely, PostgresDialect, type RawBuilder, sql } from "kysely"
import pg from "pg"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { agencyScopeTablesSql } from "./agency-scope-tables.ts"
import { answeredForBy, answeringFor, membersOn } from "./answering.ts"
import { datedAgenciesSql } from "./dated-agencies.ts"
import { dividedAgenciesSql } from "./divided-agencies.ts"
import { agencyTables } from "./plan-import/agency-rows.ts"

let database: TestDatabase
let pool: pg.Pool
let kysely: Kysely<unknown>

beforeAll(async () => {
  database = await createTestDatabase()
  pool = new pg.Pool({ connectionString: database.urls.tasks })
  // The database is dropped while the last connections are still closing.
  pool.on("error", () => {})
  kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  await pool.query(agencyScopeTablesSql)
  await pool.query(datedAgenciesSql)
  await pool.query(dividedAgenciesSql)
})
afterAll(async () => {
  await kysely?.destroy()
  await database?.drop()
})
beforeEach(async () => {
  for (const table of ["agency_reference", "agency_membership", "agency_successor"])
    await pool.query(`delete from ${table}`)
})

const agency = (code: string, validTo: CalendarDate | null = null): AgencyRecord => ({
  code,
  name: code,
  shortName: null,
  aliases: [],
  kind: "DEPARTMENT",
  validFrom: null,
  validTo,
  note: null,
})

const succession = (predecessorCode: string, successorCode: string, on = MARCH) => ({
  kind: "MERGER" as const,
  on,
  predecessorCode,
  successorCode,
  basis: null,
})

const membership = (memberCode: string, groupCode: string) => ({
  groupCode,
  memberCode,
  from: null,
  to: null,
})

const FEBRUARY = dayOf(2025, 2, 28)
const MARCH = dayOf(2025, 3, 1)
const JUNE = dayOf(2025, 6, 30)
const JULY = dayOf(2025, 7, 1)

const chain: AgencyRegister = {
  agencies: [
    agency("first", FEBRUARY),
    agency("second", JUNE),
    agency("third"),
    agency("fourth"),
    ...["departments", "bodies", "offices"].map((code) => agency(code)),
  ],
  successions: [
    succession("first", "second"),
    succession("second", "third", JULY),
    succession("second", "fourth", JULY),
  ],
  memberships: [
    membership("third", "departments"),
    membership("departments", "bodies"),
    membership("first", "offices"),
    membership("second", "departments"),
  ],
}

function fill(register: AgencyRegister): Promise<void> {
  return fillTables(
    database.urls.tasks,
    { schema: "tasks", tablesOf: () => agencyTables(register) },
    { register, plan: null as never },
  )
}

const id = (code: string) => sql<string>`${stableId("agency", code)}::uuid`

async function codesOf(ids: RawBuilder<string>): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from agency_reference where id in (${ids}) order by code`.execute(kysely)
  return rows.map(({ code }) => code)
}

async function relationsOf(code: string): Promise<string[]> {
  const { rows } = await sql<{ relation: string }>`
    select agency_relation.kind || ' ' || code as relation from agency_relation
    join agency_reference on id = related_id
    where agency_id = ${id(code)} order by relation`.execute(kysely)
  return rows.map(({ relation }) => relation)
}

describe("who answers for a body", () => {
  beforeEach(() => fill(chain))

  test("is itself to its last day, and whoever followed it from the day after", async () => {
    expect(await codesOf(answeringFor(id("first"), FEBRUARY))).toEqual(["first"])
    expect(await codesOf(answeringFor(id("first"), MARCH))).toEqual(["second"])
  })

  test("is at the end of the chain: those that followed whoever followed it", async () => {
    expect(await codesOf(answeringFor(id("first"), JUNE))).toEqual(["second"])
    expect(await codesOf(answeringFor(id("first"), JULY))).toEqual(["fourth", "third"])
    expect(await codesOf(answeredForBy(id("third"), JULY))).toEqual(["first", "second", "third"])
    expect(await codesOf(answeredForBy(id("third"), JUNE))).toEqual(["third"])
  })

  test("is itself also before it was founded: plans give work to bodies that are about to be", async () => {
    await pool.query("update agency_reference set valid_from = '2026-01-01' where code = 'third'")
    expect(await codesOf(answeringFor(id("third"), JUNE))).toEqual(["third"])
  })

  test("is nobody when it ended and none followed", async () => {
    await pool.query(
      "update agency_reference set ended_on = '2025-12-31', ended_days = '{[2026-01-01,)}' where code = 'fourth'",
    )
    expect(await codesOf(answeringFor(id("fourth"), dayOf(2026, 1, 1)))).toEqual([])
    expect(await codesOf(answeringFor(id("first"), dayOf(2026, 1, 1)))).toEqual(["third"])
  })

  test("is itself again when the end that was recorded is taken back; what the register says stays", async () => {
    await pool.query(
      "update agency_reference set ended_on = '2025-12-31', ended_days = '{[2026-01-01,)}' where code in ('fourth', 'second')",
    )
    await pool.query(
      "update agency_reference set ended_on = null, ended_days = '{}' where code in ('fourth', 'second')",
    )
    expect(await codesOf(answeringFor(id("fourth"), dayOf(2026, 1, 1)))).toEqual(["fourth"])
    expect(await codesOf(answeringFor(id("second"), JULY))).toEqual(["fourth", "third"])
  })
})

describe("what a body is related to", () => {
  beforeEach(() => fill(chain))

  test("are its predecessors' predecessors, the groups of its groups, and those of the bodies before it", async () => {
    expect(await relationsOf("third")).toEqual([
      "GROUP bodies",
      "GROUP departments",
      "PREDECESSOR first",
      "PREDECESSOR second",
      "PREDECESSOR_GROUP offices",
    ])
  })

  test("is nothing where nobody preceded it and no group names it", async () => {
    expect(await relationsOf("bodies")).toEqual([])
  })
})

describe("the agencies of the plan", () => {
  beforeEach(() => fill(agencyRegister))

  test("are answered for as the reorganisation of 1 March 2025 says", async () => {
    expect(await codesOf(answeringFor(id("so-gtvt"), FEBRUARY))).toEqual(["so-gtvt"])
    expect(await codesOf(answeringFor(id("so-gtvt"), MARCH))).toEqual(["so-xay-dung"])
  })

  test("on 1 July 2025 the members of the communes are 126, of the districts none, who are answered for by the communes", async () => {
    expect(await codesOf(membersOn(id("ubnd-quan-huyen-thi-xa"), JUNE))).toHaveLength(30)
    expect(await codesOf(membersOn(id("ubnd-quan-huyen-thi-xa"), JULY))).toHaveLength(0)
    expect(await codesOf(membersOn(id("ubnd-xa-phuong"), JUNE))).toHaveLength(0)
    expect(await codesOf(membersOn(id("ubnd-xa-phuong"), JULY))).toHaveLength(126)
    expect(await codesOf(answeringFor(id("ubnd-quan-huyen-thi-xa"), JULY))).toEqual(["ubnd-xa-phuong"])
  })
})
