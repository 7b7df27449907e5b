import { agencyRegister } from "@plan43/agency-register"
import { clockAt } from "@plan43/calendar"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { ask, askWell, startForTest } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { planImport } from "./plan-import/index.ts"
import { agencies } from "./subgraph.ts"

let database: TestDatabase
let subgraph: RunningSubgraph

beforeAll(async () => {
  database = await createTestDatabase()
  subgraph = await startForTest(agencies, database.urls.agencies, clockAt("2026-11-24T08:00:00+07:00"))
  const plan = readPlan(publishedPlanText())
  await fillTables(database.urls.agencies, planImport, { plan, register: agencyRegister })
})

afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
})

interface Named {
  code: string
}

async function codesOf(argumentsText: string): Promise<string[]> {
  const { agencies: found } = await askWell<{ agencies: { edges: { node: Named }[] } }>(
    subgraph,
    `{ agencies(${argumentsText}) { edges { node { code } } } }`,
  )
  return found.edges.map(({ node }) => node.code)
}

describe("an agency", () => {
  test("is found by its code, with every spelling", async () => {
    const { agency } = await askWell<{ agency: unknown }>(
      subgraph,
      `{ agency(code: "so-khcn") { id name shortName aliases kind validTo active successors { code } } }`,
    )
    expect(agency).toEqual({
      id: stableId("agency", "so-khcn"),
      name: "Sở Khoa học và Công nghệ",
      shortName: "Sở KH&CN",
      aliases: expect.arrayContaining(["Sở Khoa học, Công nghệ"]),
      kind: "DEPARTMENT",
      validTo: null,
      active: true,
      successors: [],
    })
  })

  test("that does not exist is null", async () => {
    expect(
      await askWell(subgraph, `{ a: agency(code: "x") { id } b: agency(id: "x") { id } c: agency { id } }`),
    ).toEqual({
      a: null,
      b: null,
      c: null,
    })
  })

  test("that ended is answered for by its successor from the next day, not before", async () => {
    const { agency } = await askWell<{ agency: unknown }>(
      subgraph,
      `{ agency(code: "so-tttt") { validTo before: active(asOf: "2025-02-28") after: active(asOf: "2025-03-01")
         then: successors(asOf: "2025-02-28") { code } now: successors(asOf: "2025-03-01") { code }
         successions { kind on predecessor { code } successor { code } } } }`,
    )
    expect(agency).toEqual({
      validTo: "2025-02-28",
      before: true,
      after: false,
      // biome-ignore lint/suspicious/noThenProperty: an alias of the query
      then: [],
      now: [{ code: "so-khcn" }],
      successions: [
        {
          kind: "MERGER",
          on: "2025-03-01",
          predecessor: { code: "so-tttt" },
          successor: { code: "so-khcn" },
        },
      ],
    })
  })

  test("knows whom it followed", async () => {
    const { agency } = await askWell<{ agency: { predecessors: Named[] } }>(
      subgraph,
      `{ agency(code: "so-nnmt") { predecessors { code } } }`,
    )
    expect(agency.predecessors.map(({ code }) => code).sort()).toEqual(["so-nnptnt", "so-tnmt"])
  })
})

describe("a group", () => {
  test("has the 30 districts until 30 June 2025, and none from the next day", async () => {
    const { agency } = await askWell<{ agency: Record<"before" | "after", { totalCount: number }> }>(
      subgraph,
      `{ agency(code: "ubnd-quan-huyen-thi-xa") { before: members(asOf: "2025-06-30", first: 5) { totalCount }
         after: members(asOf: "2025-07-01") { totalCount } } }`,
    )
    expect(agency.before.totalCount).toBe(30)
    expect(agency.after.totalCount).toBe(0)
  })

  test("of all departments changes with the mergers of 1 March 2025", async () => {
    const { agency } = await askWell<{ agency: Record<"before" | "after", { edges: { node: Named }[] }> }>(
      subgraph,
      `{ agency(code: "cac-so-ban-nganh") { before: members(asOf: "2025-02-28", first: 50) { edges { node { code } } }
         after: members(asOf: "2025-03-01", first: 50) { edges { node { code } } } } }`,
    )
    const before = agency.before.edges.map(({ node }) => node.code)
    const after = agency.after.edges.map(({ node }) => node.code)
    expect(before).toContain("so-gtvt")
    expect(before).not.toContain("so-nnmt")
    expect(after).toContain("so-nnmt")
    expect(after).not.toContain("so-gtvt")
  })

  test("is known to its members, by day", async () => {
    const { agency } = await askWell<{ agency: Record<"then" | "now", Named[]> }>(
      subgraph,
      `{ agency(code: "ubnd-ba-dinh") { then: groups(asOf: "2025-06-30") { code } now: groups { code } } }`,
    )
    expect(agency.then.map(({ code }) => code)).toContain("ubnd-quan-huyen-thi-xa")
    expect(agency.now).toEqual([])
  })
})

describe("the list of agencies", () => {
  test("finds by alias and without diacritics", async () => {
    expect(await codesOf('filter: { text: "so khoa hoc cong nghe" }')).toEqual(["so-khcn"])
    expect(await codesOf('filter: { text: "dai ptth" }')).toContain("dai-ptth-ha-noi")
  })

  test("is filtered by kind, day and group", async () => {
    expect(await codesOf("filter: { kind: [POLICE, MILITARY] }")).toEqual(["bo-tu-lenh-thu-do", "cong-an-tp"])
    expect(await codesOf('filter: { kind: [DEPARTMENT], activeOn: "2025-03-01" }, first: 100')).not.toContain(
      "so-gtvt",
    )
    expect(
      await codesOf('filter: { memberOf: "ubnd-quan-huyen-thi-xa", activeOn: "2025-01-01" }, first: 100'),
    ).toHaveLength(30)
  })

  test.each(["NAME", "CODE", "KIND"])(
    "by %s has the same rows in pages of any size, both ways",
    async (field) => {
      const read = async (size: number, direction: string) => {
        const codes: string[] = []
        let after: string | null = null
        do {
          const page: {
            agencies: { edges: { node: Named }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
          } = await askWell(
            subgraph,
            `query ($after: String) { agencies(first: ${size}, after: $after, orderBy: { field: ${field}, direction: ${direction} }) {
            edges { node { code } } pageInfo { hasNextPage endCursor } } }`,
            { after },
          )
          codes.push(...page.agencies.edges.map(({ node }) => node.code))
          after = page.agencies.pageInfo.hasNextPage ? page.agencies.pageInfo.endCursor : null
        } while (after !== null)
        return codes
      }
      const all = await read(100, "ASC")
      expect(all).toHaveLength(agencyRegister.agencies.length)
      expect(await read(7, "ASC")).toEqual(all)
      expect(await read(11, "DESC")).toEqual([...all].reverse())
    },
  )

  test.each([
    ["first: 101", "PAGE_TOO_LARGE"],
    ['after: "?"', "CURSOR_MALFORMED"],
    ['filter: { memberOf: "so-khcn" }', "UNKNOWN_GROUP"],
  ])("refuses %s with %s", async (argumentsText, reason) => {
    const { errors } = await ask(subgraph, `{ agencies(${argumentsText}) { totalCount } }`)
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", reason })
  })

  test("takes as many SQL statements for all agencies as for one", async () => {
    const statementsFor = async (size: number) => {
      const before = subgraph.statements()
      await askWell(
        subgraph,
        `{ agencies(first: ${size}) { totalCount edges { node { code successors { code } predecessors { code } groups { code }
           successions { successor { code } predecessor { code } } members(first: 3) { totalCount edges { node { code groups { code } } } } } } } }`,
      )
      return subgraph.statements() - before
    }
    const few = await statementsFor(5)
    const many = await statementsFor(100)
    expect(many - few).toBeLessThanOrEqual(2)
    expect(many).toBeLessThanOrEqual(14)
  })
})

test("whoever asks is anonymous as long as there is no sign-in", async () => {
  expect(await askWell(subgraph, "{ viewer { id name agency { code } } }")).toEqual({ viewer: null })
})
