import { randomUUID } from "node:crypto"
import { agencyRegister } from "@plan43/agency-register"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { type PublishedPlan, publishedPlanText, readPlan } from "@plan43/plan"
import { planKeyOf, stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { ask, askWell, startForTest } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { planImport } from "./plan-import/index.ts"
import { cooperation } from "./subgraph.ts"

let database: TestDatabase
let subgraph: RunningSubgraph
let plan: PublishedPlan

beforeAll(async () => {
  plan = readPlan(publishedPlanText())
  database = await createTestDatabase()
  subgraph = await startForTest(cooperation, database.urls.cooperation)
  await fillTables(database.urls.cooperation, planImport, { plan, register: agencyRegister })
})

afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
})

const taskId = (code: string) => stableId("task", planKeyOf(plan), code)

/** Rows as a coordinator would record them: there is no mutation yet. */
async function record(table: string, rows: Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(", ")
  await subgraph.orm.em
    .getConnection()
    .execute(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, ?::jsonb)`,
      [JSON.stringify(rows)],
    )
}

describe("a fresh installation", () => {
  test("holds what the plan says, word for word, and its line", async () => {
    interface Programme {
      code: string
      title: string
      source: { annex: string | null; part: string | null; row: string; line: number }
      leads: { id: string }[]
      task: { id: string } | null
      measure: { id: string } | null
    }
    const { cooperationProgrammes } = await askWell<{
      cooperationProgrammes: { totalCount: number; edges: { node: Programme }[] }
    }>(
      subgraph,
      "{ cooperationProgrammes(first: 50) { totalCount edges { node { code title source { annex part row line } leads { id } task { id } measure { id } } } } }",
    )
    expect(cooperationProgrammes.totalCount).toBe(13)
    for (const { node } of cooperationProgrammes.edges) {
      const [kind, row] = node.code.split("-") as [string, string]
      const printed =
        kind === "task"
          ? plan.tasks.find(({ code }) => code === row)
          : plan.measures.find(({ number }) => number === row)
      expect(node.title).toBe(printed && ("title" in printed ? printed.title : printed.text))
      expect(node.source).toEqual({
        annex: kind === "task" ? "II" : null,
        part: kind === "task" ? null : "II",
        row,
        line: printed?.lines.first,
      })
      expect(node.leads.length > 0).toBe(kind === "task")
      expect(node.task === null).toBe(node.measure !== null)
    }
  })

  test("holds no partner, agreement, activity or expert", async () => {
    expect(
      await askWell(
        subgraph,
        "{ partners { totalCount } agreements { totalCount } cooperationActivities { totalCount } experts { totalCount } }",
      ),
    ).toEqual({
      partners: { totalCount: 0 },
      agreements: { totalCount: 0 },
      cooperationActivities: { totalCount: 0 },
      experts: { totalCount: 0 },
    })
  })

  test("leads from a task to the programmes that it is or serves", async () => {
    const { _entities } = await askWell<{ _entities: { cooperationProgrammes: { code: string }[] }[] }>(
      subgraph,
      "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Task { cooperationProgrammes { code } } } }",
      { r: ["134", "137", "1"].map((code) => ({ __typename: "Task", id: taskId(code) })) },
    )
    expect(
      _entities.map(({ cooperationProgrammes }) => cooperationProgrammes.map(({ code }) => code)),
    ).toEqual([["measure-7.1", "task-136"], ["task-137"], []])
  })

  test("is filtered by theme and text", async () => {
    const { cooperationProgrammes } = await askWell<{
      cooperationProgrammes: { edges: { node: { code: string } }[] }
    }>(
      subgraph,
      `{ cooperationProgrammes(filter: { theme: [STANDARDS_BODIES], text: "tieu chuan hoa quoc te" }) { edges { node { code } } } }`,
    )
    expect(cooperationProgrammes.edges.map(({ node }) => node.code)).toEqual(["measure-7.4", "task-135"])
  })
})

describe("what coordinators record", () => {
  const partners = Array.from({ length: 30 }, (_, index) => ({
    id: randomUUID(),
    name: `Đối tác số ${String(index + 1).padStart(2, "0")}`,
    kind: index % 2 === 0 ? "UNIVERSITY" : "CORPORATION",
    country_code: index % 3 === 0 ? "JP" : "FR",
    fields: ["bán dẫn"],
    version: 1,
    created_at: new Date(Date.UTC(2026, 0, index + 1)).toISOString(),
    updated_at: new Date(Date.UTC(2026, 0, index + 1)).toISOString(),
  }))
  const agreementId = randomUUID()

  beforeAll(async () => {
    await record("partner", partners)
    const programmeId = stableId("cooperation-programme", planKeyOf(plan), "task-137")
    const recorded = { version: 1, created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z" }
    await record("agreement", [
      {
        id: agreementId,
        title: "Bản ghi nhớ về chuyển đổi số",
        level: "CITY",
        state: "SIGNED",
        legal_regime: "INTERNATIONAL_AGREEMENT",
        signed_on: "2026-02-01",
        expires_on: "2027-02-01",
        signatories: ["UBND Thành phố"],
        responsible_agency_id: stableId("agency", "so-khcn"),
        programme_id: programmeId,
        ...recorded,
      },
    ])
    await record("agreement_partner", [{ agreement_id: agreementId, partner_id: partners[0]?.id }])
    await record("expert", [
      {
        id: randomUUID(),
        name: "Người đồng ý",
        fields: ["AI"],
        email: "a@b.c",
        consented_on: "2026-01-01",
        ...recorded,
      },
      {
        id: randomUUID(),
        name: "Người chưa đồng ý",
        fields: [],
        email: "d@e.f",
        consented_on: null,
        ...recorded,
      },
    ])
  })

  test.each(["NAME", "CREATED_AT"])("is listed by %s in pages of any size", async (field) => {
    const names: string[] = []
    let after: string | null = null
    do {
      const page: {
        partners: {
          edges: { node: { name: string } }[]
          pageInfo: { hasNextPage: boolean; endCursor: string }
        }
      } = await askWell(
        subgraph,
        `query ($after: String) { partners(first: 7, after: $after, orderBy: { field: ${field} }) { edges { node { name } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      )
      names.push(...page.partners.edges.map(({ node }) => node.name))
      after = page.partners.pageInfo.hasNextPage ? page.partners.pageInfo.endCursor : null
    } while (after !== null)
    expect(names).toEqual(partners.map(({ name }) => name))
  })

  test("is filtered and searched without diacritics", async () => {
    const { partners: found } = await askWell<{ partners: { totalCount: number } }>(
      subgraph,
      `{ partners(filter: { text: "doi tac ban dan", kind: [UNIVERSITY], countryCode: ["JP"] }) { totalCount } }`,
    )
    expect(found.totalCount).toBe(5)
  })

  test("hangs together: programme, agreement, partner, agency", async () => {
    const { agreement } = await askWell<{ agreement: unknown }>(
      subgraph,
      `query ($id: ID!) { agreement(id: $id) { title state signedOn expiresOn partners { name agreements { totalCount } } responsibleAgency { id } programme { code agreements { totalCount } } } }`,
      { id: agreementId },
    )
    expect(agreement).toEqual({
      title: "Bản ghi nhớ về chuyển đổi số",
      state: "SIGNED",
      signedOn: "2026-02-01",
      expiresOn: "2027-02-01",
      partners: [{ name: "Đối tác số 01", agreements: { totalCount: 1 } }],
      responsibleAgency: { id: stableId("agency", "so-khcn") },
      programme: { code: "task-137", agreements: { totalCount: 1 } },
    })
  })

  test("shows only experts who consented, and no contact data", async () => {
    const { experts } = await askWell<{
      experts: { totalCount: number; edges: { node: { name: string } }[] }
    }>(subgraph, "{ experts { totalCount edges { node { name } } } }")
    expect(experts).toEqual({ totalCount: 1, edges: [{ node: { name: "Người đồng ý" } }] })
    const { errors } = await ask(subgraph, "{ experts { edges { node { email } } } }")
    expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED")
  })

  test("cannot hold an agreement that expires before it was signed", async () => {
    await expect(
      subgraph.orm.em
        .getConnection()
        .execute("update agreement set expires_on = date '2025-01-01' where id = ?", [agreementId]),
    ).rejects.toThrow("check constraint")
  })

  test("takes as many SQL statements for many partners as for one", async () => {
    const statementsFor = async (size: number) => {
      const before = subgraph.statements()
      await askWell(
        subgraph,
        `{ partners(first: ${size}) { totalCount edges { node { name agreements(first: 2) { totalCount edges { node { partners { name } programme { code } } } } activities(first: 2) { totalCount } } } } }`,
      )
      return subgraph.statements() - before
    }
    const few = await statementsFor(2)
    const many = await statementsFor(30)
    expect(many - few).toBeLessThanOrEqual(1)
  })

  test.each([
    ["partners(first: 101)", "PAGE_TOO_LARGE"],
    ['agreements(after: "?")', "CURSOR_MALFORMED"],
    ["experts(last: -1)", "PAGE_SIZE_NEGATIVE"],
  ])("refuses %s with %s", async (field, reason) => {
    const { errors } = await ask(subgraph, `{ ${field} { totalCount } }`)
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", reason })
  })
})
