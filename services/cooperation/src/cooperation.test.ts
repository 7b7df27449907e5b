import { randomUUID } from "node:crypto"
import { agencyRegister } from "@plan43/agency-register"
import type { CalendarDate } from "@plan43/calendar"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { type PublishedPlan, publishedPlanText, readPlan } from "@plan43/plan"
import { planKeyOf, stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { ask, askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createActivity } from "./activity/record-activity.ts"
import type { Agreement } from "./agreement/agreement.ts"
import { createAgreement } from "./agreement/record-agreement.ts"
import type { Partner } from "./partner/partner.ts"
import { createPartner } from "./partner/record-partner.ts"
import { planImport } from "./plan-import/index.ts"
import { coordinatorOf, recordedBy } from "./recording/testing.ts"
import { cooperation } from "./subgraph.ts"

interface PartnerPage {
  partners: {
    edges: { node: { name: string } }[]
    pageInfo: {
      hasNextPage: boolean
      hasPreviousPage: boolean
      startCursor: string | null
      endCursor: string | null
    }
  }
}

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

const programmeIdOf = (code: string) => stableId("cooperation-programme", planKeyOf(plan), code)

const day = (text: string) => text as CalendarDate

/** Also one who has not consented, whom no use case would record. */
async function insertExperts(rows: { name: string; email: string; consented_on: string | null }[]) {
  await subgraph.orm.em.getConnection().execute(
    `insert into expert (id, name, email, consented_on)
       select gen_random_uuid(), name, email, consented_on from jsonb_populate_recordset(null::expert, ?::jsonb)`,
    [JSON.stringify(rows)],
  )
}

/** What a coordinator is answered. */
function asCoordinator<Data>(query: string, variables?: Record<string, unknown>): Promise<Data> {
  return askWell<Data>(subgraph, query, variables, personOf("COORDINATOR"))
}

/** The nodes of a connection that has the field alone, as a coordinator reads them. */
async function nodesOf<Node>(field: string, selection: string, variables = {}): Promise<Node[]> {
  const parameters = Object.keys(variables).map((name) => `$${name}: ID!`)
  const head = parameters.length === 0 ? "" : `query (${parameters.join(", ")}) `
  const data = await asCoordinator<Record<string, { edges: { node: Node }[] }>>(
    `${head}{ list: ${field} { edges { node { ${selection} } } } }`,
    variables,
  )
  return data.list?.edges.map(({ node }) => node) ?? []
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
    ).toEqual([["measure-7.1", "task-136", "task-137"], ["task-137"], []])
  })

  test("answers for many tasks and many programmes in as many SQL statements as for one", async () => {
    const statementsFor = async (codes: string[]) => {
      const before = subgraph.statements()
      await askWell(
        subgraph,
        "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Task { cooperationProgrammes { code leads { id } agreements { totalCount edges { cursor } } activities { totalCount edges { cursor } } } } } }",
        { r: codes.map((code) => ({ __typename: "Task", id: taskId(code) })) },
      )
      return subgraph.statements() - before
    }
    await statementsFor(["137"])
    expect(await statementsFor(plan.tasks.map(({ code }) => code))).toBe(await statementsFor(["138"]))
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
  const names = Array.from({ length: 30 }, (_, index) => `Đối tác số ${String(index + 1).padStart(2, "0")}`)
  const partners: Partner[] = []
  const agreements: Agreement[] = []

  beforeAll(async () => {
    const coordinator = coordinatorOf(subgraph)
    const once = () => ({ idempotencyKey: randomUUID(), reason: null })
    const programmeId = programmeIdOf("task-137")
    for (const [index, name] of names.entries())
      partners.push(
        recordedBy(
          await createPartner(coordinator, once(), {
            name,
            kind: index % 2 === 0 ? "UNIVERSITY" : "CORPORATION",
            countryCode: index % 3 === 0 ? "JP" : "FR",
            fields: ["bán dẫn"],
            website: null,
            note: null,
          }),
        ),
      )
    for (const index of [0, 1, 2, 3, 4])
      agreements.push(
        recordedBy(
          await createAgreement(coordinator, once(), {
            title: `Bản ghi nhớ ${index}`,
            number: null,
            level: index === 4 ? "STATE" : "CITY",
            state: index === 0 ? "PROPOSED" : "SIGNED",
            legalRegime: "INTERNATIONAL_AGREEMENT",
            signedOn: index === 0 ? null : day(`2026-02-0${5 - index}`),
            inForceOn: null,
            expiresOn: index === 0 ? null : day(`2027-02-0${index}`),
            renewal: null,
            commitments: null,
            signatories: ["UBND Thành phố"],
            partnerIds: partners.slice(0, index + 1).map(({ id }) => id),
            responsibleAgencyId: stableId("agency", index === 0 ? "so-tai-chinh" : "so-khcn"),
            programmeId: index < 3 ? programmeId : null,
          }),
        ),
      )
    for (const index of [1, 2, 3])
      recordedBy(
        await createActivity(coordinator, once(), {
          title: `Đoàn công tác ${index}`,
          kind: index === 1 ? "DELEGATION_IN" : "DELEGATION_OUT",
          purpose: "Trao đổi kinh nghiệm",
          startsOn: day(`2026-0${index}-10`),
          endsOn: null,
          place: "Kyoto",
          countryCode: "JP",
          participants: [],
          outputs: null,
          followUps: null,
          partnerIds: partners.slice(0, index).map(({ id }) => id),
          agreementId: agreements[1]?.id ?? null,
          programmeId,
          responsibleAgencyId: null,
        }),
      )
    await insertExperts([
      { name: "Người đồng ý", email: "a@b.c", consented_on: "2026-01-01" },
      { name: "Người chưa đồng ý", email: "d@e.f", consented_on: null },
    ])
  })

  test.each(["NAME", "CREATED_AT"])("is listed by %s in pages of any size", async (field) => {
    const listed: string[] = []
    let after: string | null = null
    do {
      const page: PartnerPage = await asCoordinator(
        `query ($after: String) { partners(first: 7, after: $after, orderBy: { field: ${field} }) { edges { node { name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        { after },
      )
      listed.push(...page.partners.edges.map(({ node }) => node.name))
      after = page.partners.pageInfo.hasNextPage ? page.partners.pageInfo.endCursor : null
    } while (after !== null)
    expect(listed).toEqual(names)
  })

  test("is turned over backwards to the first page", async () => {
    const listed: string[] = []
    let before: string | null = null
    do {
      const page: PartnerPage = await asCoordinator(
        "query ($before: String) { partners(last: 8, before: $before) { edges { node { name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
        { before },
      )
      listed.unshift(...page.partners.edges.map(({ node }) => node.name))
      before = page.partners.pageInfo.hasPreviousPage ? page.partners.pageInfo.startCursor : null
    } while (before !== null)
    expect(listed).toEqual(names)
  })

  test("is filtered and searched without diacritics", async () => {
    const { partners: found } = await asCoordinator<{ partners: { totalCount: number } }>(
      `{ partners(filter: { text: "doi tac ban dan", kind: [UNIVERSITY], countryCode: ["JP"] }) { totalCount } }`,
    )
    expect(found.totalCount).toBe(5)
  })

  test.each([
    ["state: [PROPOSED]", [0]],
    ["level: [STATE]", [4]],
    ['expiresBefore: "2027-02-03"', [1, 2]],
    ['text: "ban ghi nho 3"', [3]],
    ["programme: $programme", [0, 1, 2]],
    ["responsibleAgency: $agency", [1, 2, 3, 4]],
    ["partner: $partner", [3, 4]],
    ['partner: "không phải định danh"', []],
  ])("has agreements with { %s }", async (filter, expected) => {
    const all = {
      programme: programmeIdOf("task-137"),
      agency: stableId("agency", "so-khcn"),
      partner: partners[3]?.id,
    }
    const used = Object.fromEntries(Object.entries(all).filter(([name]) => filter.includes(`$${name}`)))
    const found = await nodesOf<{ title: string }>(`agreements(filter: { ${filter} })`, "title", used)
    expect(found.map(({ title }) => title)).toEqual(expected.map((index) => `Bản ghi nhớ ${index}`))
  })

  test.each([
    ["TITLE", "ASC", [0, 1, 2, 3, 4]],
    ["SIGNED_ON", "ASC", [4, 3, 2, 1, 0]],
    ["EXPIRES_ON", "ASC", [1, 2, 3, 4, 0]],
    ["EXPIRES_ON", "DESC", [0, 4, 3, 2, 1]],
  ])("has agreements by %s %s", async (field, direction, expected) => {
    const found = await nodesOf<{ title: string }>(
      `agreements(orderBy: { field: ${field}, direction: ${direction} })`,
      "title",
    )
    expect(found.map(({ title }) => title)).toEqual(expected.map((index) => `Bản ghi nhớ ${index}`))
  })

  test.each([
    ["kind: [DELEGATION_IN]", [1]],
    ['startsAfter: "2026-01-10", startsBefore: "2026-03-10"', [2]],
    ['text: "kyoto kinh nghiem"', [1, 2, 3]],
    ["programme: $programme", [1, 2, 3]],
    ["partner: $partner", [3]],
  ])("has activities with { %s }", async (filter, expected) => {
    const all = { programme: programmeIdOf("task-137"), partner: partners[2]?.id }
    const used = Object.fromEntries(Object.entries(all).filter(([name]) => filter.includes(`$${name}`)))
    const found = await nodesOf<{ title: string }>(
      `cooperationActivities(filter: { ${filter} })`,
      "title",
      used,
    )
    expect(found.map(({ title }) => title)).toEqual(expected.map((index) => `Đoàn công tác ${index}`))
  })

  test("hangs together: programme, agreement, activity, partner, agency", async () => {
    const { agreement } = await asCoordinator<{ agreement: unknown }>(
      `query ($id: ID!) { agreement(id: $id) { title state signedOn expiresOn version partners { name agreements { totalCount } activities { totalCount } } responsibleAgency { id } programme { code agreements { totalCount } activities { totalCount } } } }`,
      { id: agreements[1]?.id },
    )
    expect(agreement).toEqual({
      title: "Bản ghi nhớ 1",
      state: "SIGNED",
      signedOn: "2026-02-04",
      expiresOn: "2027-02-01",
      version: 1,
      partners: [
        { name: "Đối tác số 01", agreements: { totalCount: 5 }, activities: { totalCount: 3 } },
        { name: "Đối tác số 02", agreements: { totalCount: 4 }, activities: { totalCount: 2 } },
      ],
      responsibleAgency: { id: stableId("agency", "so-khcn") },
      programme: { code: "task-137", agreements: { totalCount: 3 }, activities: { totalCount: 3 } },
    })
    const [activity] = await nodesOf(
      "cooperationActivities",
      "startsOn agreement { title } partners { name } programme { code }",
    )
    expect(activity).toEqual({
      startsOn: "2026-01-10",
      agreement: { title: "Bản ghi nhớ 1" },
      partners: [{ name: "Đối tác số 01" }],
      programme: { code: "task-137" },
    })
  })

  test("shows only experts who consented", async () => {
    const { experts } = await asCoordinator<{
      experts: { totalCount: number; edges: { node: { name: string } }[] }
    }>("{ experts { totalCount edges { node { name } } } }")
    expect(experts).toEqual({ totalCount: 1, edges: [{ node: { name: "Người đồng ý" } }] })
  })

  test("cannot hold an agreement that expires before it was signed", async () => {
    await expect(
      subgraph.orm.em
        .getConnection()
        .execute("update agreement set expires_on = date '2025-01-01' where id = ?", [agreements[1]?.id]),
    ).rejects.toThrow("check constraint")
  })

  test("takes as many SQL statements for many partners as for one", async () => {
    const statementsFor = async (size: number) => {
      const before = subgraph.statements()
      await asCoordinator(
        `{ partners(first: ${size}) { totalCount edges { node { name agreements(first: 2) { totalCount edges { node { partners { name } programme { code } } } } activities(first: 2) { totalCount } } } } }`,
      )
      return subgraph.statements() - before
    }
    await statementsFor(1)
    expect(await statementsFor(30)).toBe(await statementsFor(2))
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
