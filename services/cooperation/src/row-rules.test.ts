import { randomUUID } from "node:crypto"
import { agencyRegister } from "@plan43/agency-register"
import type { Identity } from "@plan43/authorization"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { ask, askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { planImport } from "./plan-import/index.ts"
import { cooperation } from "./subgraph.ts"

let database: TestDatabase
let subgraph: RunningSubgraph

const agencyId = (code: string) => stableId("agency", code)
const FINANCE_DEPARTMENT = "so-tai-chinh"
const PREDECESSOR =
  agencyRegister.successions.find(({ successorCode }) => successorCode === FINANCE_DEPARTMENT)
    ?.predecessorCode ?? ""

const coordinator = personOf("COORDINATOR")
const officer = personOf("AGENCY_OFFICER", agencyId(FINANCE_DEPARTMENT))
const system: Identity = {
  kind: "SYSTEM",
  id: "he-thong",
  name: "Hệ thống",
  role: null,
  agencyId: null,
  scopes: ["cooperation:read"],
}
const unassigned: Identity = { ...system, kind: "PERSON", id: "chua-phan-cong", scopes: [] }

interface Recorded {
  id: string
  version: number
}

interface Payload {
  userErrors: { reason: string; field: string }[]
  [field: string]: unknown
}

/** What a mutation with one input answers to a coordinator. */
async function payloadOf(mutation: string, input: object, selection: string): Promise<Payload> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`
  const named = mutation.startsWith("withdraw") ? "WithdrawInput" : type
  const { payload } = await askWell<{ payload: Payload }>(
    subgraph,
    `mutation ($input: ${named}!) { payload: ${mutation}(input: $input) { ${selection} userErrors { reason field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    coordinator,
  )
  return payload
}

async function recorded(mutation: string, field: string, input: object): Promise<Recorded> {
  const payload = await payloadOf(mutation, input, `${field} { id version }`)
  expect(payload.userErrors).toEqual([])
  return payload[field] as Recorded
}

const partner = (name: string) => recorded("createPartner", "partner", { name, kind: "UNIVERSITY" })

const agreement = (title: string, agency: string | null, partnerIds: string[]) =>
  recorded("createAgreement", "agreement", {
    title,
    level: "CITY",
    state: "SIGNED",
    legalRegime: "INTERNATIONAL_AGREEMENT",
    responsibleAgencyId: agency === null ? null : agencyId(agency),
    partnerIds,
  })

interface Seen {
  agreements: string[]
  partners: string[]
  activities: string[]
  experts: string[]
}

/** The names of all that somebody can list. */
async function seenBy(identity: Identity | null): Promise<Seen> {
  interface Page {
    edges: { node: { name: string } }[]
  }
  const data = await askWell<Record<keyof Seen, Page>>(
    subgraph,
    `{ agreements { edges { node { name: title } } } partners { edges { node { name } } }
      activities: cooperationActivities { edges { node { name: title } } } experts { edges { node { name } } } }`,
    {},
    identity ?? undefined,
  )
  const names = Object.entries(data).map(([list, { edges }]) => [list, edges.map(({ node }) => node.name)])
  return Object.fromEntries(names) as Seen
}

const everything: Seen = {
  agreements: ["của cơ quan cũ", "của Sở KH&CN", "của Sở Tài chính"],
  partners: ["A", "B", "C"],
  activities: ["Đoàn ra"],
  experts: ["Chuyên gia"],
}
const nothing: Seen = { agreements: [], partners: [], activities: [], experts: [] }

let agreements: Recorded[]
let expert: Recorded

beforeAll(async () => {
  database = await createTestDatabase()
  subgraph = await startForTest(cooperation, database.urls.cooperation)
  await fillTables(database.urls.cooperation, planImport, {
    plan: readPlan(publishedPlanText()),
    register: agencyRegister,
  })
  const [a, b, c] = [await partner("A"), await partner("B"), await partner("C")]
  agreements = [
    await agreement("của Sở Tài chính", FINANCE_DEPARTMENT, [a.id]),
    await agreement("của cơ quan cũ", PREDECESSOR, [b.id]),
    await agreement("của Sở KH&CN", "so-khcn", [c.id]),
  ]
  await recorded("createCooperationActivity", "activity", {
    title: "Đoàn ra",
    kind: "DELEGATION_OUT",
    responsibleAgencyId: agencyId("so-khcn"),
    partnerIds: [c.id],
  })
  expert = await recorded("createExpert", "expert", {
    name: "Chuyên gia",
    email: "chuyen.gia@example.org",
    consentedOn: "2026-01-01",
  })
})

afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
})

describe("of what was recorded and not published", () => {
  test.each([
    ["the public", null, nothing],
    ["a person without a role", unassigned, nothing],
    ["the administrator", personOf("ADMINISTRATOR"), nothing],
    ["a coordinator", coordinator, everything],
    ["a city leader", personOf("CITY_LEADER"), everything],
    ["the auditor", personOf("AUDITOR"), everything],
    ["the finance department's role", personOf("FINANCE"), { ...everything, experts: [] }],
    ["a system with the scope", system, { ...everything, experts: [] }],
    ["a system without it", { ...system, scopes: ["progress:read"] } satisfies Identity, nothing],
  ])("%s sees what the rule says", async (_who, identity, expected) => {
    expect(await seenBy(identity)).toEqual(expected)
  })

  test.each([
    ["an officer", officer],
    ["a head", personOf("AGENCY_HEAD", agencyId(FINANCE_DEPARTMENT))],
  ])("%s sees what concerns the own agency and its predecessors, partners included", async (_who, person) => {
    expect(PREDECESSOR).not.toBe("")
    expect(await seenBy(person)).toEqual({
      agreements: ["của cơ quan cũ", "của Sở Tài chính"],
      partners: ["A", "B"],
      activities: [],
      experts: [],
    })
  })

  test("an identifier leads the public and another agency's officer to nothing, also as an entity", async () => {
    const id = agreements[2]?.id
    for (const identity of [null, officer])
      expect(
        await askWell(
          subgraph,
          `query ($id: ID!, $r: [_Any!]!) { agreement(id: $id) { title } _entities(representations: $r) { __typename } }`,
          { id, r: [{ __typename: "Agreement", id }] },
          identity ?? undefined,
        ),
      ).toEqual({ agreement: null, _entities: [null] })
  })

  test("contact data of an expert are for few", async () => {
    const question = "query ($id: ID!) { expert(id: $id) { name email } }"
    expect(await askWell(subgraph, question, { id: expert.id }, personOf("AUDITOR"))).toEqual({
      expert: { name: "Chuyên gia", email: "chuyen.gia@example.org" },
    })
  })
})

describe("what is published", () => {
  test("is everybody's, until it is hidden again; contact data stay for few", async () => {
    const first = agreements[0] as Recorded
    const shown = await recorded("setPublished", "agreement", {
      ...first,
      kind: "AGREEMENT",
      published: true,
    })
    const published = await recorded("setPublished", "expert", {
      ...expert,
      kind: "EXPERT",
      published: true,
    })
    expect(await seenBy(null)).toEqual({
      ...nothing,
      agreements: ["của Sở Tài chính"],
      experts: ["Chuyên gia"],
    })
    const { data, errors } = await ask(subgraph, "{ experts { edges { node { name email } } } }")
    expect(data).toMatchObject({ experts: { edges: [{ node: { name: "Chuyên gia", email: null } }] } })
    expect(errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED")
    await recorded("setPublished", "agreement", { ...shown, kind: "AGREEMENT", published: false })
    await recorded("setPublished", "expert", { ...published, kind: "EXPERT", published: false })
    expect(await seenBy(null)).toEqual(nothing)
  })

  test("is not published twice", async () => {
    const payload = await payloadOf(
      "setPublished",
      { ...(agreements[1] as Recorded), kind: "AGREEMENT", published: false },
      "agreement { id }",
    )
    expect(payload).toEqual({
      agreement: null,
      userErrors: [{ reason: "NOTHING_TO_CHANGE", field: "published" }],
    })
  })
})

describe("a withdrawal", () => {
  test("needs a reason, and waits for those that name the row", async () => {
    const named = await partner("D")
    const naming = await agreement("với D", null, [named.id])
    const select = "partner { id }"
    expect((await payloadOf("withdrawPartner", named, select)).userErrors).toMatchObject([
      { reason: "REASON_MISSING" },
    ])
    const reason = "ghi nhầm"
    expect((await payloadOf("withdrawPartner", { ...named, reason }, select)).userErrors).toMatchObject([
      { reason: "STILL_NAMED" },
    ])
    await recorded("withdrawAgreement", "agreement", { ...naming, reason })
    await recorded("withdrawPartner", "partner", { ...named, reason })
    expect(await seenBy(coordinator)).toEqual(everything)
  })
})

test("an expert is recorded only after consenting", async () => {
  const payload = await payloadOf(
    "createExpert",
    { name: "Người", email: "không", phone: "abc", consentedOn: "2999-01-01" },
    "expert { id }",
  )
  expect(payload.userErrors.map(({ reason }) => reason)).toEqual([
    "EMAIL_MALFORMED",
    "PHONE_MALFORMED",
    "DATE_IN_FUTURE",
  ])
})

test("what is too long for a register is refused by name, and nothing is written", async () => {
  const long = "Đại học ".repeat(2_000)
  const payload = await payloadOf(
    "createPartner",
    { name: long, kind: "UNIVERSITY", fields: Array.from({ length: 101 }, () => "bán dẫn"), note: long },
    "partner { id }",
  )
  expect(payload).toEqual({
    partner: null,
    userErrors: [
      { reason: "TEXT_TOO_LONG", field: "name" },
      { reason: "LIST_TOO_LONG", field: "fields" },
      { reason: "TEXT_TOO_LONG", field: "note" },
    ],
  })
  expect(await seenBy(coordinator)).toEqual(everything)
})

test("an agency that is not in the register answers for nothing", async () => {
  const payload = await payloadOf(
    "createCooperationActivity",
    { title: "Đoàn", kind: "EVENT", responsibleAgencyId: randomUUID() },
    "activity { id }",
  )
  expect(payload.userErrors).toEqual([{ reason: "NOT_FOUND", field: "responsibleAgencyId" }])
})
