import { readFileSync } from "node:fs"
import { type AgencyRecord, agencyRegister, type SuccessionRecord } from "@plan43/agency-register"
import { calendarDateOf, clockAt } from "@plan43/calendar"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { ask, askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { AgencyKind } from "./agency/agency-kind.ts"
import { planImport } from "./plan-import/index.ts"
import { agenciesSchema } from "./schema.ts"
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

/** Every kind in the list, in the order of its first agency. */
async function kindsInOrder(): Promise<string[]> {
  const kinds = new Set<string>()
  for (let after: string | null = null; ; ) {
    const page: {
      agencies: { nodes: { node: { kind: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
    } = await askWell(
      subgraph,
      `query ($after: String) { agencies(first: 100, after: $after, orderBy: { field: KIND }) {
         nodes: edges { node { kind } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    )
    for (const { node } of page.agencies.nodes) kinds.add(node.kind)
    if (!page.agencies.pageInfo.hasNextPage) return [...kinds]
    after = page.agencies.pageInfo.endCursor
  }
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

  test("is found for other subgraphs by its identifier, all in one statement; null where there is none", async () => {
    const codes = ["so-khcn", "cong-an-tp", "so-tai-chinh"]
    const before = subgraph.statements()
    const { _entities: found } = await askWell<{ _entities: unknown }>(
      subgraph,
      "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Agency { code } } }",
      {
        of: ["nobody", ...codes].map((code) => ({ __typename: "Agency", id: stableId("agency", code) })),
      },
    )
    expect(found).toEqual([null, ...codes.map((code) => ({ code }))])
    expect(subgraph.statements() - before).toBe(1)
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

  test("takes a group by identifier, and means today when no day is named", async () => {
    const group = stableId("agency", "dia-phuong")
    const { agencies: members } = await askWell<{ agencies: { totalCount: number } }>(
      subgraph,
      `{ agencies(filter: { memberOf: "${group}" }) { totalCount } }`,
    )
    expect(members.totalCount).toBe(126)
  })

  test("by KIND follows the order of kinds: departments first, groups last", async () => {
    const kinds = await kindsInOrder()
    expect(kinds).toEqual(Object.keys(AgencyKind).filter((kind) => kinds.includes(kind)))
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

  test("takes no more SQL statements for a hundred agencies than for three", async () => {
    const statementsFor = async (argumentsText: string) => {
      const before = subgraph.statements()
      await askWell(
        subgraph,
        `{ agencies(${argumentsText}) { totalCount edges { node { code successors { code } predecessors { code } groups { code }
           successions { successor { code } predecessor { code } } members(first: 3) { totalCount edges { node { code groups { code } } } } } } } }`,
      )
      return subgraph.statements() - before
    }
    const few = await statementsFor('filter: { code: ["so-tttt", "so-khcn", "cac-so-ban-nganh"] }')
    const many = await statementsFor("first: 100")
    expect(many).toBeLessThanOrEqual(few)
    expect(few).toBeLessThanOrEqual(10)
  })

  test.each(["orderBy: { field: COLOUR }", "filter: { kind: [COLOUR] }"])(
    "refuses %s, naming it",
    async (argumentsText) => {
      const { errors } = await ask(subgraph, `{ agencies(${argumentsText}) { totalCount } }`)
      expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED")
      expect(errors?.[0]?.message).toContain("COLOUR")
    },
  )
})

describe("successions in a row", () => {
  let chained: TestDatabase
  let chain: RunningSubgraph

  /** `a` became `b`, which was split into `c` and `d`; `d` became `e`. */
  const body = (code: string, validFrom: string | null, validTo: string | null): AgencyRecord => ({
    code,
    name: `Cơ quan ${code}`,
    shortName: null,
    aliases: [],
    kind: "DEPARTMENT",
    validFrom: validFrom === null ? null : calendarDateOf(validFrom),
    validTo: validTo === null ? null : calendarDateOf(validTo),
    note: null,
  })
  const follows = (predecessorCode: string, successorCode: string, on: string): SuccessionRecord => ({
    kind: "REPLACEMENT",
    on: calendarDateOf(on),
    predecessorCode,
    successorCode,
    basis: null,
  })

  beforeAll(async () => {
    chained = await createTestDatabase()
    chain = await startForTest(agencies, chained.urls.agencies, clockAt("2026-11-24T08:00:00+07:00"))
    await fillTables(chained.urls.agencies, planImport, {
      plan: readPlan(publishedPlanText()),
      register: {
        agencies: [
          body("a", null, "2020-12-31"),
          body("b", "2021-01-01", "2022-12-31"),
          body("c", "2023-01-01", null),
          body("d", "2023-01-01", "2024-12-31"),
          body("e", "2025-01-01", null),
        ],
        successions: [
          follows("a", "b", "2021-01-01"),
          follows("b", "c", "2023-01-01"),
          follows("b", "d", "2023-01-01"),
          follows("d", "e", "2025-01-01"),
        ],
        memberships: [],
      },
    })
  })

  afterAll(async () => {
    await chain?.stop()
    await chained?.drop()
  })

  test.each([
    ["2020-12-31", []],
    ["2021-01-01", ["b"]],
    ["2022-12-31", ["b"]],
    ["2023-01-01", ["c", "d"]],
    ["2025-01-01", ["c", "e"]],
  ])("lead on %s to whoever answers then: %j", async (asOf, expected) => {
    const { agency } = await askWell<{ agency: { successors: Named[] } }>(
      chain,
      `{ agency(code: "a") { successors(asOf: "${asOf}") { code } } }`,
    )
    expect(agency.successors.map(({ code }) => code)).toEqual(expected)
  })

  test("are each body's own: predecessors are the direct ones", async () => {
    const { agency } = await askWell<{
      agency: { successions: Record<"predecessor" | "successor", Named>[] }
    }>(
      chain,
      `{ agency(code: "b") { predecessors { code } successions { predecessor { code } successor { code } }
         unborn: active(asOf: "2020-12-31") born: active(asOf: "2021-01-01") } }`,
    )
    expect(agency).toEqual({
      predecessors: [{ code: "a" }],
      successions: [{ predecessor: { code: "a" }, successor: { code: "b" } }, ...agency.successions.slice(1)],
      unborn: false,
      born: true,
    })
    expect(agency.successions.map(({ successor }) => successor.code).toSorted()).toEqual(["b", "c", "d"])
  })
})

test("the schema under review is the one that is served", () => {
  expect(readFileSync(new URL("../schema.graphql", import.meta.url), "utf8")).toBe(agenciesSchema.sdl)
})

describe("whoever asks", () => {
  const question = "{ viewer { kind id name role scopes agency { code } } }"

  test("is nobody when the gateway names nobody", async () => {
    expect(await askWell(subgraph, question)).toEqual({ viewer: null })
  })

  test.each([
    [stableId("agency", "so-khcn"), { code: "so-khcn" }],
    [null, null],
  ])("is shown as the gateway names them: agency %s", async (agencyId, agency) => {
    const viewer = { ...personOf("AGENCY_OFFICER", agencyId), id: "1", name: "Nguyễn Văn An" }
    expect(await askWell(subgraph, question, {}, viewer)).toEqual({
      viewer: {
        kind: "PERSON",
        id: "1",
        name: "Nguyễn Văn An",
        role: "AGENCY_OFFICER",
        scopes: [...viewer.scopes],
        agency,
      },
    })
  })
})
