import { randomUUID } from "node:crypto"
import { agencyRegister } from "@plan43/agency-register"
import type { Identity } from "@plan43/authorization"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import { planImport } from "../plan-import/index.ts"
import { cooperation } from "../subgraph.ts"

let database: TestDatabase
let subgraph: RunningSubgraph
let agreementId: string

const OWN = stableId("agency", "so-tai-chinh")
const coordinator = personOf("COORDINATOR")

async function record(mutation: "createAgreement" | "updateAgreement", input: object): Promise<string> {
  const { payload } = await askWell<{ payload: { agreement: { id: string } | null } }>(
    subgraph,
    `mutation ($input: ${mutation === "createAgreement" ? "Create" : "Update"}AgreementInput!) {
      payload: ${mutation}(input: $input) { agreement { id } userErrors { message } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    coordinator,
  )
  if (payload.agreement === null) throw new Error(JSON.stringify(payload))
  return payload.agreement.id
}

const DETAILS = {
  level: "CITY",
  state: "SIGNED",
  legalRegime: "INTERNATIONAL_AGREEMENT",
  responsibleAgencyId: OWN,
  partnerIds: [],
}

beforeAll(async () => {
  database = await createTestDatabase()
  subgraph = await startForTest(cooperation, database.urls.cooperation)
  await fillTables(database.urls.cooperation, planImport, {
    plan: readPlan(publishedPlanText()),
    register: agencyRegister,
  })
  agreementId = await record("createAgreement", { title: "Nháp", ...DETAILS })
  await record("updateAgreement", {
    id: agreementId,
    version: 1,
    reason: "Theo bản ký",
    ...DETAILS,
    title: "Hợp tác bán dẫn",
  })
  await subgraph.orm.em.getConnection().execute("update agreement set published_at = now()")
})
afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
})

interface History {
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string }
  edges: {
    node: {
      action: string
      author: string | null
      reason: string | null
      values: { field: string; before: string | null; after: string | null }[]
    }
  }[]
}

async function historyFor(viewer?: Identity, page = "first: 20"): Promise<History> {
  const { agreement } = await askWell<{ agreement: { history: History } }>(
    subgraph,
    `query ($id: ID!) { agreement(id: $id) { history(${page}) { totalCount pageInfo { hasNextPage endCursor }
      edges { node { action author reason values { field before after } } } } } }`,
    { id: agreementId },
    viewer,
  )
  return agreement.history
}

test("a history says who changed what and why, newest first, with names instead of identifiers", async () => {
  const { totalCount, edges } = await historyFor(coordinator)
  expect(totalCount).toBe(2)
  expect(edges[0]?.node).toEqual({
    action: "agreement.updated",
    author: coordinator.name,
    reason: "Theo bản ký",
    values: [{ field: "title", before: "Nháp", after: "Hợp tác bán dẫn" }],
  })
  expect(edges[1]?.node.values).toContainEqual({
    field: "responsible_agency_id",
    before: null,
    after: "Sở Tài chính",
  })
})

test("it comes in pages", async () => {
  const first = await historyFor(coordinator, "first: 1")
  expect(first.pageInfo.hasNextPage).toBe(true)
  const second = await historyFor(coordinator, `first: 1, after: "${first.pageInfo.endCursor}"`)
  expect(second.edges.map(({ node }) => node.action)).toEqual(["agreement.created"])
  expect(second.pageInfo.hasNextPage).toBe(false)
})

test("it is read by whoever may read what is not published: the agency that answers, not the public nor another", async () => {
  expect((await historyFor(personOf("AGENCY_OFFICER", OWN))).totalCount).toBe(2)
  expect((await historyFor(personOf("AGENCY_OFFICER", stableId("agency", "so-khcn")))).edges).toEqual([])
  expect(await historyFor()).toMatchObject({ totalCount: 0, edges: [] })
})

test("what an import changed is public; whose words were written why, and by whom, is not", async () => {
  await subgraph.orm.em.getConnection().execute(
    `insert into audit_entry (actor, actor_kind, actor_name, action, entity, entity_id, after, reason)
     select 'ai-do', 'PERSON', 'Nguyễn Văn A', 'programme.updated', 'programme', id::text, '{"title": "Khác"}', 'Riêng' from programme`,
  )
  const ask = async (viewer?: Identity) => {
    const { programmes } = await askWell<{
      programmes: { edges: { node: { history: History } }[] }
    }>(
      subgraph,
      `{ programmes: cooperationProgrammes(first: 1) { edges { node {
        history { totalCount pageInfo { hasNextPage endCursor } edges { node { action author reason values { field before after } } } } } } } }`,
      {},
      viewer,
    )
    return programmes.edges[0]?.node.history.edges[0]?.node
  }
  expect(await ask()).toMatchObject({
    author: null,
    reason: null,
    values: [{ field: "title", after: "Khác" }],
  })
  expect(await ask(coordinator)).toMatchObject({ author: "Nguyễn Văn A", reason: "Riêng" })
})

test("the histories of a page of rows take no more SQL statements than one", async () => {
  const statements = async (first: number) => {
    const before = subgraph.statements()
    await askWell(
      subgraph,
      `{ cooperationProgrammes(first: ${first}) { edges { node { history(first: 3) { totalCount edges { node { author } } } } } } }`,
    )
    return subgraph.statements() - before
  }
  await statements(1)
  expect(await statements(20)).toBe(await statements(2))
})
