import { randomUUID } from "node:crypto"
import { agencyRegister } from "@plan43/agency-register"
import type { Identity } from "@plan43/authorization"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { ask, askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { planImport } from "../plan-import/index.ts"
import { tasks } from "../subgraph.ts"

let database: TestDatabase
let subgraph: RunningSubgraph
let now = 0

beforeAll(async () => {
  on("2026-11-26")
  database = await createTestDatabase()
  subgraph = await startForTest(tasks, database.urls.tasks, { now: () => new Date(now) })
  const plan = readPlan(publishedPlanText())
  await fillTables(database.urls.tasks, planImport, { plan, register: agencyRegister })
})

afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
})

beforeEach(() => on("2026-11-26"))

/** Makes it that day in Hanoi. */
function on(day: string): void {
  now = Date.parse(`${day}T08:00:00+07:00`)
}

const agencyId = (code: string) => stableId("agency", code)
const coordinator = personOf("COORDINATOR")
const finance = personOf("AGENCY_OFFICER", agencyId("so-tai-chinh"))
const home = personOf("AGENCY_OFFICER", agencyId("so-noi-vu"))

interface Letter {
  id: string
  version: number
  state: string
  number: number
  fullNumber: string
  datedOn: string
  answerBy: string
  sentOn: string | null
  items: { ordinal: number; status: string; silentSince: string | null; task: { code: string } }[]
}

const SHOWN = `id version state number fullNumber datedOn answerBy sentOn
  items { ordinal status silentSince task { code } }`

interface Payload {
  reminder: Letter | null
  userErrors: { reason: string; field: string }[]
}

async function told(mutation: string, input: object, identity: Identity = coordinator): Promise<Payload> {
  const type = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input`
  const { payload } = await askWell<{ payload: Payload }>(
    subgraph,
    `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) { reminder { ${SHOWN} } userErrors { reason field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    identity,
  )
  return payload
}

async function done(mutation: string, input: object): Promise<Letter> {
  const { reminder, userErrors } = await told(mutation, input)
  expect(userErrors).toEqual([])
  return reminder as Letter
}

interface Obligation {
  id: string
  status: string
  silentSince: string | null
  reminderCount: number
  reminderDraft: { id: string } | null
}

/** What of an agency is late or silent today. */
async function toRemind(code: string): Promise<Obligation[]> {
  const { obligationsToRemind } = await askWell<{ obligationsToRemind: { edges: { node: Obligation }[] } }>(
    subgraph,
    `query ($agency: ID!) { obligationsToRemind(agency: $agency, first: 100) {
      edges { node { id status silentSince reminderCount reminderDraft { id } } } } }`,
    { agency: code },
    coordinator,
  )
  return obligationsToRemind.edges.map(({ node }) => node)
}

const standing = ({ id, version }: Letter) => ({ id, version })

const details = (letter: Letter) => ({
  ...standing(letter),
  number: letter.number,
  symbol: "SKHCN-KHTC",
  datedOn: letter.datedOn,
  answerBy: letter.answerBy,
  signerOffice: "Giám đốc",
  signerName: "Nguyễn Văn A",
})

/** A letter to an agency about the first that is late or silent, marked as sent. */
async function sent(obligationIds: string[]): Promise<Letter> {
  const draft = await done("draftReminder", { obligationIds })
  return done("sendReminder", standing(await done("changeReminder", details(draft))))
}

/** Starts what gives numbers to letters while nobody may, and lets it go on once so many wait. */
async function whileNumbersAreHeld<T>(waiting: number, start: () => Promise<T>): Promise<T> {
  const started = await subgraph.orm.em.fork().transactional(async (em) => {
    const connection = em.getConnection()
    const execute = <Row>(statement: string) =>
      connection.execute<Row[]>(statement, [], "all", em.getTransactionContext())
    await execute("select pg_advisory_xact_lock(hashtext('reminder_letter.number'))")
    const going = start()
    await vi.waitFor(
      async () => {
        const held = await execute<{ count: number }>(`select count(*)::integer as count from pg_locks
          where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`)
        expect(held[0]?.count).toBe(waiting)
      },
      { timeout: 30_000, interval: 50 },
    )
    return { going }
  })
  return started.going
}

async function seenBy(identity: Identity, id: string): Promise<{ id: string } | null> {
  const { reminder } = await askWell<{ reminder: { id: string } | null }>(
    subgraph,
    "query ($id: ID!) { reminder(id: $id) { id } }",
    { id },
    identity,
  )
  return reminder
}

describe("what there is to urge", () => {
  test("is late or silent, agency by agency, the most silent first, and every count is that of the list", async () => {
    const { agenciesToRemind } = await askWell<{
      agenciesToRemind: {
        totalCount: number
        edges: { node: { agency: { id: string }; silent: number; late: number; tasks: number } }[]
      }
    }>(
      subgraph,
      "{ agenciesToRemind(first: 100) { totalCount edges { node { agency { id } silent late tasks } } } }",
      {},
      coordinator,
    )
    const rows = agenciesToRemind.edges.map(({ node }) => node)
    expect(rows.map(({ silent }) => silent)).toEqual(
      rows.map(({ silent }) => silent).toSorted((one, other) => other - one),
    )
    const ours = rows.find(({ agency }) => agency.id === agencyId("so-tai-chinh"))
    const items = await toRemind("so-tai-chinh")
    expect(ours).toMatchObject({
      tasks: items.length,
      late: items.filter(({ status }) => status === "OVERDUE").length,
      silent: items.filter(({ silentSince }) => silentSince !== null).length,
    })
    for (const { status, silentSince } of items)
      expect(status === "OVERDUE" || silentSince !== null).toBe(true)
  })
})

describe("a draft", () => {
  test("lists what was chosen, with the next number of the year, and cannot list it twice", async () => {
    const [first, second] = await toRemind("so-noi-vu")
    const one = await done("draftReminder", { obligationIds: [first?.id] })
    expect(one).toMatchObject({ state: "DRAFT", datedOn: "2026-11-26", answerBy: "2026-12-06" })
    expect(one.items).toMatchObject([{ ordinal: 1, status: first?.status, silentSince: first?.silentSince }])
    const two = await done("draftReminder", { obligationIds: [second?.id] })
    expect(two.number).toBe(one.number + 1)
    expect((await told("draftReminder", { obligationIds: [first?.id] })).userErrors).toEqual([
      { reason: "ALREADY_DRAFTED", field: "obligationIds" },
    ])
    expect((await toRemind("so-noi-vu"))[0]?.reminderDraft).toEqual({ id: one.id })
    await done("withdrawReminder", { ...standing(two), reason: "Nhầm" })
    await done("withdrawReminder", { ...standing(one), reason: "Nhầm" })
    expect((await done("draftReminder", { obligationIds: [first?.id] })).number).toBe(one.number)
  })

  test("of two that are asked for at once lists what the other then cannot", async () => {
    const items = await toRemind("so-noi-vu")
    const free = items.find(({ reminderDraft }) => reminderDraft === null)
    const answers = await whileNumbersAreHeld(2, () =>
      Promise.all([1, 2].map(() => told("draftReminder", { obligationIds: [free?.id] }))),
    )
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([
      { reason: "ALREADY_DRAFTED", field: "obligationIds" },
    ])
    for (const { reminder } of answers)
      if (reminder !== null) await done("withdrawReminder", { ...standing(reminder), reason: "Thử" })
  })

  test("takes number, date and signer; no other letter of the year may have the number", async () => {
    const [item] = await toRemind("so-tai-chinh")
    const draft = await done("draftReminder", { obligationIds: [item?.id] })
    const set = (change: object) => told("changeReminder", { ...details(draft), ...change })
    expect((await set({ number: draft.number - 1 })).userErrors).toEqual([
      { reason: "NUMBER_TAKEN", field: "number" },
    ])
    expect((await set({ symbol: " ", answerBy: "2026-11-25" })).userErrors).toEqual([
      { reason: "TEXT_MISSING", field: "symbol" },
      { reason: "DATES_OUT_OF_ORDER", field: "answerBy" },
    ])
    const changed = await done("changeReminder", { ...details(draft), number: 40 })
    expect(changed.fullNumber).toBe("40/SKHCN-KHTC")
    expect((await told("sendReminder", standing(draft))).userErrors).toMatchObject([
      { reason: "VERSION_STALE" },
    ])
    await done("withdrawReminder", { ...standing(changed), reason: "Thử" })
  })

  test.each([
    ["nothing", () => [], "ITEMS_MISSING"],
    ["what is none", () => ["x"], "NOT_FOUND"],
    ["what is neither late nor silent", () => [`${randomUUID()}_${agencyId("so-noi-vu")}`], "NOT_LATE"],
    [
      "what two agencies owe",
      () => [`${randomUUID()}_${agencyId("so-noi-vu")}`, `${randomUUID()}_${agencyId("so-tai-chinh")}`],
      "AGENCIES_DIFFER",
    ],
  ])("of %s is refused", async (_what, ids, reason) => {
    expect((await told("draftReminder", { obligationIds: ids() })).userErrors).toEqual([
      { reason, field: "obligationIds" },
    ])
  })

  test("is a Word file of some kilobytes", async () => {
    const items = await toRemind("so-tai-chinh")
    const draft = await done("draftReminder", { obligationIds: items.map(({ id }) => id) })
    const { reminder } = await askWell<{
      reminder: { wordFile: { name: string; mediaType: string; base64: string }; opening: string }
    }>(
      subgraph,
      "query ($id: ID!) { reminder(id: $id) { opening wordFile { name mediaType base64 } } }",
      { id: draft.id },
      coordinator,
    )
    expect(reminder.opening).toContain("Sở Tài chính")
    expect(reminder.opening).toContain("43/KH-UBND")
    expect(reminder.wordFile.name).toMatch(/^2026-11-26 \d+-SKHCN(-KHTC)? đôn đốc Sở Tài chính\.docx$/)
    const bytes = Buffer.from(reminder.wordFile.base64, "base64")
    expect(bytes.subarray(0, 2).toString()).toBe("PK")
    expect(bytes.length).toBeLessThan(100_000)
    await done("withdrawReminder", { ...standing(draft), reason: "Thử" })
  })
})

describe("marking a letter as sent", () => {
  test("needs a signer and no date of the future, counts once, and cannot be undone", async () => {
    const [item] = await toRemind("so-tai-chinh")
    const draft = await done("draftReminder", { obligationIds: [item?.id] })
    const unsigned = await done("changeReminder", {
      ...details(draft),
      signerName: null,
      datedOn: "2026-11-27",
    })
    expect((await told("sendReminder", standing(unsigned))).userErrors).toEqual([
      { reason: "SIGNER_MISSING", field: "signerName" },
      { reason: "DATE_IN_FUTURE", field: "datedOn" },
    ])
    const ready = await done("changeReminder", { ...details(unsigned), datedOn: "2026-11-26" })
    const input = { ...standing(ready), idempotencyKey: randomUUID() }
    const letter = await done("sendReminder", input)
    expect(letter).toMatchObject({ state: "SENT", sentOn: "2026-11-26", items: [{ ordinal: 1 }] })
    expect(await done("sendReminder", input)).toEqual(letter)
    expect((await toRemind("so-tai-chinh"))[0]?.reminderCount).toBe(1)
    for (const mutation of ["sendReminder", "changeReminder"])
      expect(
        (await told(mutation, mutation === "sendReminder" ? standing(letter) : details(letter))).userErrors,
      ).toMatchObject([{ reason: "ALREADY_SENT" }])
    expect(
      (await told("withdrawReminder", { ...standing(letter), reason: "Nhầm" })).userErrors,
    ).toMatchObject([{ reason: "ALREADY_SENT" }])
  })

  test("three times puts what is still late before the City's leaders, and tells it once", async () => {
    const [, , item] = await toRemind("so-tai-chinh")
    const escalated = async () => {
      const { escalatedObligations } = await askWell<{
        escalatedObligations: { edges: { node: { id: string; reminderCount: number } }[] }
      }>(
        subgraph,
        "{ escalatedObligations { edges { node { id reminderCount } } } }",
        {},
        personOf("CITY_LEADER"),
      )
      return escalatedObligations.edges.map(({ node }) => node)
    }
    await sent([item?.id ?? ""])
    on("2026-11-27")
    await sent([item?.id ?? ""])
    expect(await escalated()).toEqual([])
    on("2026-11-28")
    await sent([item?.id ?? ""])
    expect(await escalated()).toEqual([{ id: item?.id, reminderCount: 3 }])
    const fourth = await sent([item?.id ?? ""])
    expect(fourth.items).toMatchObject([{ ordinal: 4 }])
    const events = await subgraph.orm.em
      .getConnection()
      .execute<{ subject_id: string; data: object }[]>(
        "select subject_id, data from outbox_event where type = 'reminder.escalated'",
      )
    expect(events).toMatchObject([{ subject_id: item?.id, data: { count: 3 } }])
  })
})

describe("who sees letters", () => {
  test("an agency reads what was sent to it, the coordinator also drafts", async () => {
    const items = await toRemind("so-tai-chinh")
    const draft = await done("draftReminder", { obligationIds: [items[3]?.id] })
    expect(await seenBy(coordinator, draft.id)).not.toBeNull()
    expect(await seenBy(finance, draft.id)).toBeNull()
    await done("sendReminder", standing(await done("changeReminder", details(draft))))
    expect(await seenBy(finance, draft.id)).not.toBeNull()
    expect(await seenBy(home, draft.id)).toBeNull()
    const count = async (identity: Identity) => {
      const { _entities } = await askWell<{ _entities: { reminderCount: number }[] }>(
        subgraph,
        "query ($r: [_Any!]!) { _entities(representations: $r) { ... on TaskObligation { reminderCount } } }",
        { r: [{ __typename: "TaskObligation", id: items[3]?.id }] },
        identity,
      )
      return _entities[0]?.reminderCount
    }
    expect(await count(finance)).toBe(1)
    expect(await count(home)).toBe(0)
  })

  test.each([
    ["the public", null, "UNAUTHENTICATED"],
    ["the administrator", personOf("ADMINISTRATOR"), "FORBIDDEN"],
  ])("%s reads nothing", async (_who, identity, code) => {
    const { errors } = await ask(subgraph, "{ reminders { totalCount } }", {}, identity)
    expect(errors?.[0]?.extensions.code).toBe(code)
  })

  test("an agency neither drafts nor sees what others are urged about", async () => {
    for (const query of ["{ agenciesToRemind { totalCount } }", "{ escalatedObligations { totalCount } }"]) {
      const { errors } = await ask(subgraph, query, {}, finance)
      expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN")
    }
  })
})
