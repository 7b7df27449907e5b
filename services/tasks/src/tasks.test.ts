import { agencyRegister } from "@plan43/agency-register"
import { clockAt } from "@plan43/calendar"
import { createTestDatabase } from "@plan43/database/testing"
import { type PublishedPlan, publishedPlanText, readPlan } from "@plan43/plan"
import { stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { ask, askWell, startForTest } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { planImport } from "./plan-import/index.ts"
import { taskStatuses } from "./status/task-status.ts"
import { tasks } from "./subgraph.ts"

type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>

interface Connection<Node> {
  edges: { node: Node; cursor: string }[]
  pageInfo: {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | null
    endCursor: string | null
  }
  totalCount: number
}

let database: TestDatabase
let subgraph: RunningSubgraph
let plan: PublishedPlan

beforeAll(async () => {
  plan = readPlan(publishedPlanText())
  database = await createTestDatabase()
  subgraph = await startForTest(tasks, database.urls.tasks, clockAt("2026-11-24T08:00:00+07:00"))
  await fillTables(database.urls.tasks, planImport, { plan, register: agencyRegister })
})

afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
})

const agencyId = (code: string) => stableId("agency", code)

async function agencyOf<Fields>(codes: string[], selection: string): Promise<Fields[]> {
  const { _entities } = await askWell<{ _entities: Fields[] }>(
    subgraph,
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Agency { ${selection} } } }`,
    { representations: codes.map((code) => ({ __typename: "Agency", id: agencyId(code) })) },
  )
  return _entities
}

/** All nodes of a list, page by page, as a client reads them. */
async function everyPage<Node>(size: number, argumentsText: string, selection: string): Promise<Node[]> {
  const nodes: Node[] = []
  let after: string | null = null
  do {
    const page: { tasks: Connection<Node> } = await askWell(
      subgraph,
      `query ($after: String) { tasks(first: ${size}, after: $after${argumentsText}) {
        edges { node { ${selection} } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    )
    nodes.push(...page.tasks.edges.map((edge) => edge.node))
    after = page.tasks.pageInfo.hasNextPage ? page.tasks.pageInfo.endCursor : null
  } while (after !== null)
  return nodes
}

describe("the plan", () => {
  test("has seven sections, 81 measures, six obligations, each with its line", async () => {
    const { plans } = await askWell<{ plans: Record<string, unknown[]>[] }>(
      subgraph,
      `{ plans { number issuedOn sections { numeral source { line } } measures { number text source { part row line } } obligations { number } } }`,
    )
    expect(plans).toHaveLength(1)
    expect(plans[0]).toMatchObject({ number: "43/KH-UBND", issuedOn: "2025-02-14" })
    expect(plans[0]?.sections).toHaveLength(7)
    expect(plans[0]?.measures).toHaveLength(81)
    expect(plans[0]?.obligations).toHaveLength(6)
    expect(plans[0]?.measures?.[0]).toMatchObject({ number: "1.1", source: { part: "II", row: "1.1" } })
  })
})

describe("the register of tasks", () => {
  test("says from which text its rows were taken, and when", async () => {
    const importedAt = "2026-11-24T01:02:03.456Z"
    const connection = subgraph.orm.em.getConnection()
    await connection.execute(
      "insert into plan_import (plan_id, text_sha256, rows_sha256, added, changed, withdrawn, imported_at) select id, 'a', 'b', 1, 0, 0, ?::timestamptz from plan",
      [importedAt],
    )
    const answer = await askWell(subgraph, "{ plan { textSha256 importedAt } }")
    await connection.execute("delete from plan_import")
    expect(answer).toEqual({ plan: { textSha256: "a", importedAt } })
  })

  test("holds every row of Annex II, every cell as the text has it", async () => {
    interface Row {
      code: string
      number: string | null
      title: string
      leadText: string
      coordinatorText: string
      expectedResult: string | null
      deadline: { text: string; kind: string }
      source: { annex: string; row: string; line: number; lastLine: number }
    }
    const rows = await everyPage<Row>(
      50,
      "",
      "code number title leadText coordinatorText expectedResult deadline { text kind } source { annex row line lastLine }",
    )
    expect(rows).toEqual(
      plan.tasks.map((task) => ({
        code: task.code,
        number: task.number,
        title: task.title,
        leadText: task.leadText,
        coordinatorText: task.coordinatorText,
        expectedResult: task.expectedResult,
        deadline: { text: task.deadline.text, kind: task.deadline.kind },
        source: { annex: "II", row: task.code, line: task.lines.first, lastLine: task.lines.last },
      })),
    )
    expect(rows).toHaveLength(144)
  })

  test.each(["PLAN_ORDER", "DUE_ON", "TITLE"])(
    "by %s gives the same rows in pages of any size, both ways",
    async (field) => {
      const order = `, orderBy: { field: ${field} }`
      const small = await everyPage<{ code: string }>(7, order, "code")
      const large = await everyPage<{ code: string }>(100, order, "code")
      expect(small).toEqual(large)
      expect(new Set(small.map((task) => task.code)).size).toBe(144)
      const backward = await everyPage<{ code: string }>(
        31,
        `, orderBy: { field: ${field}, direction: DESC }`,
        "code",
      )
      expect(backward).toEqual([...large].reverse())
      const { tasks: lastPage } = await askWell<{ tasks: Connection<{ code: string }> }>(
        subgraph,
        `{ tasks(last: 5${order}) { edges { node { code } } pageInfo { hasNextPage hasPreviousPage } totalCount } }`,
      )
      expect(lastPage.edges.map((edge) => edge.node)).toEqual(large.slice(-5))
      expect(lastPage.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true })
      expect(lastPage.totalCount).toBe(144)
    },
  )

  test("finds words without diacritics and case, in any order", async () => {
    const find = (text: string) =>
      askWell<{ tasks: { totalCount: number } }>(
        subgraph,
        "query ($text: String!) { tasks(filter: { text: $text }) { totalCount } }",
        { text },
      ).then(({ tasks: found }) => found.totalCount)
    expect(await find("chuyen doi so")).toBe(await find("CHUYỂN ĐỔI SỐ"))
    expect(await find("so chuyen doi")).toBeGreaterThanOrEqual(await find("chuyển đổi số"))
    expect(await find("chuyen doi so")).toBeGreaterThan(10)
    expect(await find("100%")).toBeGreaterThan(0)
    expect(await find("%%%")).toBe(0)
    expect(await find("'; drop table task; --")).toBe(0)
  })

  test("is filtered by section, kind of deadline, lead and due date, all at once", async () => {
    const { tasks: found } = await askWell<{ tasks: Connection<{ code: string }> }>(
      subgraph,
      `{ tasks(filter: { section: ["III"], deadlineKind: [MONTH], lead: ["so-khcn"], dueAfter: "2025-11-30", dueBefore: "2026-01-01" })
        { edges { node { code } } } }`,
    )
    expect(found.edges.map((edge) => edge.node.code)).toEqual(["57", "72"])
  })

  test.each([
    ['filter: { section: ["IX"] }', "UNKNOWN_SECTION"],
    ['filter: { lead: ["so-khong-co"] }', "UNKNOWN_AGENCY"],
    ['filter: { plan: "44/KH-UBND" }', "UNKNOWN_PLAN"],
    ["first: 101", "PAGE_TOO_LARGE"],
    ['after: "xyz"', "CURSOR_MALFORMED"],
  ])("refuses %s with %s", async (argumentsText, reason) => {
    const { errors } = await ask(subgraph, `{ tasks(${argumentsText}) { totalCount } }`)
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", reason })
  })

  test("refuses documents of a plan that does not exist, as it refuses its tasks", async () => {
    const { errors } = await ask(subgraph, '{ triggers(filter: { plan: "44/KH-UBND" }) { totalCount } }')
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", reason: "UNKNOWN_PLAN" })
  })

  test.each([
    ['{ task(code: "1\\u0000") { code } }', {}],
    ['{ task(code: "1\0") { code } }', {}],
    ['{ tasks(filter: { lead: ["so-khcn\\u{00}"] }) { totalCount } }', {}],
    ["query ($f: TaskFilter) { tasks(filter: $f) { totalCount } }", { f: { code: ["1", "\u0000"] } }],
    ["query ($c: String) { task(code: $c) { code } }", { c: "1\ud83d" }, "U+D83D"],
  ])("refuses a sign that no text can hold: %s %j", async (query, variables, sign = "U+0000") => {
    const { errors } = await ask(subgraph, query, variables)
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining(sign),
      extensions: { code: "BAD_USER_INPUT", reason: "CHARACTER_NOT_ALLOWED" },
    })
  })

  test("takes words about that sign for what they are", async () => {
    expect(await askWell(subgraph, '{ task(code: "\\\\u0000") { code } }')).toEqual({ task: null })
    expect(await askWell(subgraph, '{ task(code: "\u{1f600}") { code } }')).toEqual({ task: null })
  })

  test("refuses a day that does not exist", async () => {
    const { errors } = await ask(
      subgraph,
      "query ($day: Date) { tasks(filter: { dueBefore: $day }) { totalCount } }",
      {
        day: "2025-02-30",
      },
    )
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", reason: "DATE_MALFORMED" })
  })

  test("refuses an unknown status by its type", async () => {
    const { errors } = await ask(subgraph, "{ tasks(filter: { status: [LATE] }) { totalCount } }")
    expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED")
  })
})

describe("a task", () => {
  test("is found by its code, unnumbered rows included", async () => {
    const { task } = await askWell<{ task: unknown }>(
      subgraph,
      `{ task(code: "85b") { code number deadline { text kind dueOn } leads { id } section { numeral } status(asOf: "2025-12-31") } }`,
    )
    expect(task).toEqual({
      code: "85b",
      number: null,
      deadline: { text: "Quý IV/2025", kind: "QUARTER", dueOn: "2025-12-31" },
      leads: [{ id: agencyId("so-noi-vu") }],
      section: { numeral: "IV" },
      status: "DUE_SOON",
    })
  })

  test("that does not exist is null", async () => {
    expect(await askWell(subgraph, `{ task(code: "141") { code } }`)).toEqual({ task: null })
    expect(await askWell(subgraph, `{ task(id: "no such id") { code } }`)).toEqual({ task: null })
  })

  test("97 has three phases with deadlines of their own", async () => {
    const { task } = await askWell<{ task: { phases: unknown[] } }>(
      subgraph,
      `{ task(code: "97") { deadline { kind dueOn } status phases { name expectedResult deadline { text startsOn dueOn } status(asOf: "2028-01-01") } } }`,
    )
    expect(task).toMatchObject({ deadline: { kind: "PHASED", dueOn: null }, status: "NOT_STARTED" })
    expect(task.phases).toEqual([
      {
        name: "Giai đoạn 1",
        expectedResult: "9/12 chức năng",
        deadline: { text: "2025 - 2027", startsOn: "2025-01-01", dueOn: "2027-12-31" },
        status: "OVERDUE",
      },
      {
        name: "Giai đoạn 2",
        expectedResult: "12/12 chức năng",
        deadline: { text: "2028 - 2030", startsOn: "2028-01-01", dueOn: "2030-12-31" },
        status: "NOT_STARTED",
      },
      {
        name: "Giai đoạn 3",
        expectedResult: "Duy trì hoạt động, cập nhật, bổ sung chức năng mới theo yêu cầu.",
        deadline: { text: "Sau năm 2030", startsOn: "2031-01-01", dueOn: null },
        status: "NOT_STARTED",
      },
    ])
  })

  test("56 waits for two documents", async () => {
    const { task } = await askWell<{ task: { deadline: { triggers: unknown[] }; status: string } }>(
      subgraph,
      `{ task(code: "56") { status deadline { trigger { id } triggers { id event issuedOn tasks { totalCount } } } } }`,
    )
    expect(task.status).toBe("AWAITING_TRIGGER")
    expect(task.deadline.triggers).toHaveLength(2)
  })

  test("with an annual deadline is due on 31 December of the year that is asked about", async () => {
    const { task } = await askWell<{ task: unknown }>(
      subgraph,
      `{ task(code: "48") { deadline { kind dueOn in2030: dueOn(asOf: "2030-05-01") } } }`,
    )
    expect(task).toEqual({ deadline: { kind: "ANNUAL", dueOn: "2026-12-31", in2030: "2030-12-31" } })
  })
})

describe("an agency's tasks", () => {
  test("Sở KH&CN leads 49 tasks by name", async () => {
    const [agency] = await agencyOf<{ ledTasks: { totalCount: number }; taskSummary: { total: number } }>(
      ["so-khcn"],
      "ledTasks { totalCount } taskSummary { total }",
    )
    expect(agency).toEqual({ ledTasks: { totalCount: 49 }, taskSummary: { total: 49 } })
  })

  test("through groups adds what is given to all departments", async () => {
    const [agency] = await agencyOf<Record<"own" | "wide", { totalCount: number }>>(
      ["so-khcn"],
      "own: ledTasks { totalCount } wide: ledTasks(filter: { throughGroups: true }) { totalCount }",
    )
    expect(agency?.wide.totalCount).toBeGreaterThan(49)
  })
})

describe("tallies", () => {
  const days = [
    "2025-02-13",
    "2025-03-31",
    "2025-04-01",
    "2025-12-31",
    "2026-11-24",
    "2028-01-01",
    "2031-01-01",
  ]

  test.each(days)("on %s every figure adds up, and equals the rows behind it", async (asOf) => {
    interface Counted {
      count: number
      byStatus: { status: string; count: number }[]
    }
    const { taskSummary } = await askWell<{
      taskSummary: {
        total: number
        reported: number
        byStatus: { status: string; count: number }[]
        bySection: (Counted & { section: { numeral: string } })[]
        byDeadlineKind: { count: number }[]
        byLead: (Counted & { agency: { id: string } })[]
        official: Record<string, number>
      }
    }>(
      subgraph,
      `query ($asOf: Date!) { taskSummary(asOf: $asOf) { total reported byStatus { status count }
        bySection { section { numeral } count byStatus { status count } } byDeadlineKind { count }
        byLead { agency { id } count byStatus { status count } }
        official { assigned completedOnTime completedLate inTime overdue notYetDue awaitingDocument suspendedOrCancelled } } }`,
      { asOf },
    )
    const sum = (counts: { count: number }[]) => counts.reduce((total, { count }) => total + count, 0)
    expect(taskSummary.total).toBe(144)
    expect(taskSummary.reported).toBe(0)
    expect(taskSummary.byStatus.map(({ status }) => status)).toEqual(taskStatuses)
    expect(sum(taskSummary.byStatus)).toBe(144)
    expect(sum(taskSummary.bySection)).toBe(144)
    expect(sum(taskSummary.byDeadlineKind)).toBe(144)
    for (const section of taskSummary.bySection) expect(sum(section.byStatus)).toBe(section.count)
    for (const lead of taskSummary.byLead) expect(sum(lead.byStatus)).toBe(lead.count)
    expect(taskSummary.byLead[0]).toMatchObject({ agency: { id: agencyId("so-khcn") }, count: 49 })
    const { assigned, ...figures } = taskSummary.official
    expect(assigned).toBe(144)
    expect(Object.values(figures).reduce((total, figure) => total + figure, 0)).toBe(144)

    const rows = await everyPage<{ status: string }>(100, "", `status(asOf: "${asOf}")`)
    for (const { status, count } of taskSummary.byStatus) {
      expect(rows.filter((row) => row.status === status)).toHaveLength(count)
      const { tasks: filtered } = await askWell<{ tasks: { totalCount: number } }>(
        subgraph,
        `{ tasks(filter: { status: [${status}], asOf: "${asOf}" }) { totalCount } }`,
      )
      expect(filtered.totalCount).toBe(count)
    }
  })
})

describe("the number of SQL statements", () => {
  async function statementsOf(run: () => Promise<unknown>): Promise<number> {
    const before = subgraph.statements()
    await run()
    return subgraph.statements() - before
  }

  test("of a register page does not depend on its rows", async () => {
    const page = (size: number) => () =>
      askWell(
        subgraph,
        `{ tasks(first: ${size}) { totalCount edges { node { code status section { title } leads { id } coordinators { id }
          deadline { dueOn triggers { title tasks(first: 3) { totalCount edges { node { code } } } } } phases { name status } source { line } } } } }`,
      )
    const few = await statementsOf(page(10))
    const many = await statementsOf(page(100))
    expect(many).toBeLessThanOrEqual(12)
    expect(many - few).toBeLessThanOrEqual(1)
  })

  test("of agencies' lists and tallies does not depend on how many agencies there are", async () => {
    const selection =
      "ledTasks(first: 5) { totalCount edges { node { code leads { id } } } } coordinatedTasks(first: 5) { totalCount } taskSummary { total byStatus { count } bySection { section { title } } byLead { agency { id } count } official { assigned } }"
    const codes = agencyRegister.agencies.map((agency) => agency.code)
    const one = await statementsOf(() => agencyOf(codes.slice(0, 1), selection))
    const all = await statementsOf(() => agencyOf(codes, selection))
    expect(all - one).toBeLessThanOrEqual(1)
  })
})
