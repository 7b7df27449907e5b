import { randomUUID } from "node:crypto"
import { stableId } from "@plan43/published-rows/stable-id"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type RunningSystem, startSystem } from "../running-system.ts"
import { type SignedIn, signedInAs } from "../signed-in.ts"

let system: RunningSystem
let coordinator: SignedIn

beforeAll(async () => {
  system = await startSystem()
  coordinator = await signedInAs("dieu-phoi", system)
})
afterAll(() => system?.stop())

interface Answer {
  data: Record<string, unknown> | null
  errors?: { message: string; extensions: Record<string, unknown> }[]
}

/** What somebody who has not signed in is answered. */
async function asPublic(query: string): Promise<Answer> {
  const response = await fetch(`${system.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  })
  return (await response.json()) as Answer
}

const AGREEMENTS = "{ agreements { edges { node { title responsibleAgency { name } } } } }"
const memorandum = {
  agreements: { edges: [{ node: { title: "Bản ghi nhớ", responsibleAgency: { name: "Sở Tài chính" } } }] },
}
const none = { agreements: { edges: [] } }

test("an agreement goes from the coordinator to the agency it concerns, and to the public once published", async () => {
  const { createAgreement } = await coordinator.askWell<{
    createAgreement: { agreement: { id: string; version: number }; userErrors: unknown[] }
  }>(
    `mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { agreement { id version } userErrors { reason } } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        title: "Bản ghi nhớ",
        level: "CITY",
        state: "SIGNED",
        legalRegime: "INTERNATIONAL_AGREEMENT",
        responsibleAgencyId: stableId("agency", "so-tai-chinh"),
      },
    },
  )
  expect(createAgreement.userErrors).toEqual([])
  const seen = async (account: string) => (await signedInAs(account, system)).askWell(AGREEMENTS)
  expect(await seen("thu-truong")).toEqual(memorandum)
  expect(await seen("dau-moi-khcn")).toEqual(none)
  expect(await seen("quan-tri")).toEqual(none)
  expect((await asPublic(AGREEMENTS)).data).toEqual(none)

  const { setPublished } = await coordinator.askWell<{ setPublished: { userErrors: unknown[] } }>(
    `mutation ($input: SetPublishedInput!) { setPublished(input: $input) { userErrors { reason } } }`,
    {
      input: {
        ...createAgreement.agreement,
        idempotencyKey: randomUUID(),
        kind: "AGREEMENT",
        published: true,
      },
    },
  )
  expect(setPublished.userErrors).toEqual([])
  expect((await asPublic(AGREEMENTS)).data).toEqual(memorandum)
})

test("a person to whom a role is assigned has it from the next sign-in on", async () => {
  const { assignPerson } = await coordinator.askWell<{ assignPerson: { userErrors: unknown[] } }>(
    `mutation ($input: AssignPersonInput!) { assignPerson(input: $input) { userErrors { reason } } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        email: "chua-phan-cong@plan43.example",
        name: "Người mới được phân công",
        role: "AGENCY_OFFICER",
        agencyId: stableId("agency", "so-noi-vu"),
        validFrom: "2025-01-01",
      },
    },
  )
  expect(assignPerson.userErrors).toEqual([])
  const officer = await signedInAs("chua-phan-cong", system)
  expect(await officer.askWell("{ viewer { role agency { code } } }")).toEqual({
    viewer: { role: "AGENCY_OFFICER", agency: { code: "so-noi-vu" } },
  })
})

test("nobody assigns a role to themselves, though the assignment names only an e-mail", async () => {
  const { assignPerson } = await coordinator.askWell<{ assignPerson: unknown }>(
    `mutation ($input: AssignPersonInput!) { assignPerson(input: $input) { assignment { id } userErrors { reason } } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        email: "dieu-phoi@plan43.example",
        name: "Chính tôi",
        role: "CITY_LEADER",
        validFrom: "2025-01-01",
      },
    },
  )
  expect(assignPerson).toEqual({ assignment: null, userErrors: [{ reason: "OWN_ASSIGNMENT" }] })
})

test("a refusal says who may, and the gateway's own questions are in no public graph", async () => {
  const { errors } = await asPublic("{ assignments { totalCount } }")
  expect(errors?.[0]?.extensions).toMatchObject({
    code: "UNAUTHENTICATED",
    roles: ["COORDINATOR", "AUDITOR", "ADMINISTRATOR"],
  })
  const internal = await asPublic(`{ personStanding(subject: "dieu-phoi") { role } }`)
  expect(internal.errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED")
})
