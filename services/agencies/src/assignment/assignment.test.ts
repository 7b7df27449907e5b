import { randomUUID } from "node:crypto"
import { agencyRegister } from "@plan43/agency-register"
import type { Identity } from "@plan43/authorization"
import { clockAt } from "@plan43/calendar"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { ask, askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { planImport } from "../plan-import/index.ts"
import { agencies } from "../subgraph.ts"

let database: TestDatabase
let subgraph: RunningSubgraph

beforeAll(async () => {
  database = await createTestDatabase()
  subgraph = await startForTest(agencies, database.urls.agencies, clockAt("2026-11-26T08:00:00+07:00"))
  await fillTables(database.urls.agencies, planImport, {
    plan: readPlan(publishedPlanText()),
    register: agencyRegister,
  })
})

afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
})

afterEach(async () => {
  await subgraph.orm.em.getConnection().execute("delete from person_assignment")
})

const agencyId = (code: string) => stableId("agency", code)
const coordinator = personOf("COORDINATOR")
const administrator = personOf("ADMINISTRATOR")
const gateway: Identity = {
  kind: "GATEWAY",
  id: "gateway",
  name: "gateway",
  role: null,
  agencyId: null,
  scopes: ["gateway"],
}

interface Payload {
  assignment: { id: string; version: number } | null
  userErrors: { reason: string; field: string }[]
}

const INPUTS = {
  assignPerson: "AssignPersonInput",
  changeAssignment: "ChangeAssignmentInput",
  endAssignment: "EndAssignmentInput",
} as const

async function payloadOf(
  mutation: keyof typeof INPUTS,
  input: object,
  viewer: Identity = coordinator,
): Promise<Payload> {
  const { payload } = await askWell<{ payload: Payload }>(
    subgraph,
    `mutation ($input: ${INPUTS[mutation]}!) { payload: ${mutation}(input: $input) {
      assignment { id version } userErrors { reason field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    viewer,
  )
  return payload
}

const officer = {
  subject: "so-tai-chinh-1",
  email: "Dau.Moi@Hanoi.gov.vn",
  name: "Nguyễn Thị Đầu Mối",
  role: "AGENCY_OFFICER",
  agencyId: agencyId("so-tai-chinh"),
  validFrom: "2026-01-01",
  validTo: null,
  note: null,
}

async function assigned(input: object = officer, viewer?: Identity) {
  const { assignment, userErrors } = await payloadOf("assignPerson", input, viewer)
  if (assignment === null) throw new Error(JSON.stringify(userErrors))
  return assignment
}

const reasonsOf = ({ userErrors }: Payload) => userErrors.map(({ reason, field }) => `${field}: ${reason}`)

async function standingOf(subject: string, email: string | null = null): Promise<unknown> {
  const { personStanding } = await askWell<{ personStanding: unknown }>(
    subgraph,
    "query ($subject: String!, $email: String) { personStanding(subject: $subject, email: $email) { role agencyId } }",
    { subject, email },
    gateway,
  )
  return personStanding
}

describe("an assignment", () => {
  test("gives a person a role between its days, by subject", async () => {
    await assigned()
    expect(await standingOf("so-tai-chinh-1")).toEqual({
      role: "AGENCY_OFFICER",
      agencyId: agencyId("so-tai-chinh"),
    })
    expect(await standingOf("somebody else")).toBeNull()
  })

  test("of an e-mail alone is of whoever the issuer verified it for; of a subject, of nobody else", async () => {
    await assigned({ ...officer, subject: null })
    expect(await standingOf("any", "DAU.MOI@hanoi.gov.vn")).toMatchObject({ role: "AGENCY_OFFICER" })
    await subgraph.orm.em.getConnection().execute("delete from person_assignment")
    await assigned()
    expect(await standingOf("any", officer.email)).toBeNull()
  })

  test("says nothing before its first day and after its last", async () => {
    await assigned({ ...officer, validFrom: "2026-11-27" })
    await assigned({ ...officer, validFrom: "2025-03-01", validTo: "2026-11-25" })
    expect(await standingOf("so-tai-chinh-1")).toBeNull()
    await assigned({ ...officer, validFrom: "2026-11-26", validTo: "2026-11-26" })
    expect(await standingOf("so-tai-chinh-1")).not.toBeNull()
  })

  test("is listed with its agency, found by text without diacritics, role, agency and day", async () => {
    await assigned()
    await assigned({ ...officer, subject: "kh", email: null, name: "Khác", role: "FINANCE", agencyId: null })
    const listed = async (filter: string) => {
      const { assignments } = await askWell<{ assignments: { edges: { node: unknown }[] } }>(
        subgraph,
        `{ assignments(filter: { ${filter} }) { edges { node { name role agency { code } active } } } }`,
        {},
        coordinator,
      )
      return assignments.edges.map(({ node }) => node)
    }
    const expected = {
      name: officer.name,
      role: officer.role,
      agency: { code: "so-tai-chinh" },
      active: true,
    }
    expect(await listed("")).toHaveLength(2)
    for (const filter of [
      'text: "dau moi"',
      "role: [AGENCY_OFFICER]",
      'agency: ["so-tai-chinh"]',
      'text: "hanoi.gov", activeOn: "2026-01-01"',
    ])
      expect(await listed(filter)).toEqual([expected])
    expect(await listed('activeOn: "2025-12-31"')).toEqual([])
  })

  test("is listed with many others in as many SQL statements as alone", async () => {
    const statementsOfList = async () => {
      const before = subgraph.statements()
      await askWell(
        subgraph,
        "{ assignments { totalCount edges { node { name agency { code } } } } }",
        {},
        coordinator,
      )
      return subgraph.statements() - before
    }
    await assigned()
    const alone = await statementsOfList()
    for (const agency of ["so-khcn", "so-noi-vu", "so-xay-dung"])
      await assigned({ ...officer, subject: agency, email: null, agencyId: agencyId(agency) })
    expect(await statementsOfList()).toBe(alone)
  })

  test("says everything that is wrong with it at once", async () => {
    const wrong = {
      ...officer,
      subject: " ",
      email: "",
      name: " ",
      agencyId: null,
      validTo: "2025-01-01",
    }
    expect(reasonsOf(await payloadOf("assignPerson", wrong))).toEqual([
      "name: NAME_MISSING",
      "email: PERSON_MISSING",
      "agencyId: AGENCY_MISSING",
      "validTo: DATES_OUT_OF_ORDER",
    ])
  })

  test.each([
    ["of a city leader with an agency", { role: "CITY_LEADER" }, "agencyId: AGENCY_NOT_FOR_ROLE"],
    ["for an agency that is in no register", { agencyId: randomUUID() }, "agencyId: NOT_FOUND"],
    ["for what is no identifier", { agencyId: "so-khcn" }, "agencyId: NOT_FOUND"],
    ["for a body that had ended", { agencyId: agencyId("so-khdt") }, "agencyId: AGENCY_NOT_ACTIVE"],
    ["with a name that no register holds", { name: "a".repeat(501) }, "name: TEXT_TOO_LONG"],
    ["with a malformed e-mail", { email: "không phải thư" }, "email: EMAIL_MALFORMED"],
  ])("%s is refused", async (_what, change, expected) => {
    expect(reasonsOf(await payloadOf("assignPerson", { ...officer, ...change }))).toEqual([expected])
  })

  test("does not overlap with another of the same subject or e-mail", async () => {
    await assigned({ ...officer, validTo: "2026-06-30" })
    const again = { ...officer, validFrom: "2026-06-30" }
    expect(reasonsOf(await payloadOf("assignPerson", again))).toEqual(["validFrom: ALREADY_ASSIGNED"])
    expect(reasonsOf(await payloadOf("assignPerson", { ...again, subject: "x" }))).toHaveLength(1)
    expect(reasonsOf(await payloadOf("assignPerson", { ...again, email: null }))).toHaveLength(1)
    await assigned({ ...officer, validFrom: "2026-07-01" })
  })

  test("is given once of two that are given at the same time", async () => {
    const payloads = await Promise.all([1, 2, 3].map(() => payloadOf("assignPerson", officer)))
    expect(payloads.filter(({ assignment }) => assignment !== null)).toHaveLength(1)
  })

  test("ends with a day, and never was when that is before its first", async () => {
    const { id, version } = await assigned()
    const end = (lastDay: string, reason: string | null, basedOn = version) =>
      payloadOf("endAssignment", { id, version: basedOn, lastDay, reason })
    expect(reasonsOf(await end("2026-11-25", null))).toEqual(["reason: REASON_MISSING"])
    const ended = await end("2026-11-26", "chuyển công tác")
    expect(ended.assignment).toEqual({ id, version: 2 })
    expect(await standingOf("so-tai-chinh-1")).not.toBeNull()
    expect(reasonsOf(await end("2025-12-31", "ghi nhầm"))).toEqual(["version: VERSION_STALE"])
    await end("2025-12-31", "ghi nhầm", 2)
    expect(await standingOf("so-tai-chinh-1")).toBeNull()
    await assigned()
  })
})

describe("who gives which role", () => {
  test.each(["AUDITOR", "ADMINISTRATOR"])(
    "%s is given, changed and ended by an administrator alone",
    async (role) => {
      const input = { ...officer, role, agencyId: null }
      expect(reasonsOf(await payloadOf("assignPerson", input))).toEqual(["role: ROLE_NOT_YOURS_TO_GIVE"])
      const standing = await assigned(input, administrator)
      const lesser = { ...officer, ...standing }
      expect(reasonsOf(await payloadOf("changeAssignment", lesser))).toEqual(["role: ROLE_NOT_YOURS_TO_GIVE"])
      expect(
        reasonsOf(await payloadOf("endAssignment", { ...standing, lastDay: "2026-11-26", reason: "…" })),
      ).toEqual(["role: ROLE_NOT_YOURS_TO_GIVE"])
      expect((await payloadOf("changeAssignment", lesser, administrator)).userErrors).toEqual([])
    },
  )

  test("nobody gives one to themselves, nor changes or ends their own", async () => {
    const self: Identity = { ...coordinator, email: "toi@hanoi.gov.vn" }
    const leader = { ...officer, role: "CITY_LEADER", agencyId: null }
    for (const person of [
      { subject: self.id, email: null },
      { subject: null, email: "Toi@hanoi.gov.vn" },
    ]) {
      expect(reasonsOf(await payloadOf("assignPerson", { ...leader, ...person }, self))).toEqual([
        "subject: OWN_ASSIGNMENT",
      ])
      const own = await assigned({ ...leader, ...person }, administrator)
      expect(reasonsOf(await payloadOf("changeAssignment", { ...leader, ...own }, self))).toEqual([
        "subject: OWN_ASSIGNMENT",
      ])
      expect(
        reasonsOf(await payloadOf("endAssignment", { ...own, lastDay: "2026-11-26", reason: "…" }, self)),
      ).toEqual(["subject: OWN_ASSIGNMENT"])
      await subgraph.orm.em.getConnection().execute("delete from person_assignment")
    }
  })

  test("nobody else may ask or change, and the gateway alone asks for a person's standing", async () => {
    const questions = ["{ assignments { totalCount } }", '{ assignment(id: "x") { id } }']
    for (const identity of [null, personOf("CITY_LEADER"), personOf("AGENCY_HEAD", agencyId("so-khcn"))])
      for (const question of questions) {
        const { errors } = await ask(subgraph, question, {}, identity)
        expect(errors?.[0]?.extensions.code).toBe(identity === null ? "UNAUTHENTICATED" : "FORBIDDEN")
      }
    const { errors } = await ask(subgraph, '{ personStanding(subject: "x") { role } }', {}, administrator)
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN")
  })

  test("every change is in the history with its author", async () => {
    const { id, version } = await assigned()
    await payloadOf("endAssignment", { id, version, lastDay: "2026-11-30", reason: "nghỉ hưu" })
    const history = await subgraph.orm.em
      .getConnection()
      .execute("select action, actor, actor_role, reason from audit_entry where entity_id = ? order by id", [
        id,
      ])
    expect(history).toEqual([
      { action: "person_assignment.created", actor: coordinator.id, actor_role: "COORDINATOR", reason: null },
      {
        action: "person_assignment.ended",
        actor: coordinator.id,
        actor_role: "COORDINATOR",
        reason: "nghỉ hưu",
      },
    ])
  })
})
