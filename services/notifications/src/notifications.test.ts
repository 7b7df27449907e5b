import { randomUUID } from "node:crypto"
import type { Identity } from "@plan43/authorization"
import { clockAt } from "@plan43/calendar"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { ask, askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest"
import { notificationsSubgraph } from "./subgraph.ts"
import { type MailServer, startMailServer } from "./testing/mail-server.ts"
import { type Assigned, openPlanOutboxes, type PlanOutboxes } from "./testing/plan-outboxes.ts"

const FINANCE = "11111111-1111-4111-8111-111111111111"
const HEALTH = "22222222-2222-4222-8222-222222222222"

let database: TestDatabase
let subgraph: RunningSubgraph
let plan: PlanOutboxes
let mail: MailServer

beforeAll(async () => {
  database = await createTestDatabase()
  plan = await openPlanOutboxes(database)
  mail = await startMailServer()
  subgraph = await startForTest(
    notificationsSubgraph({
      mail: {
        smtpUrl: mail.url,
        from: "Kế hoạch 43 <a@plan43.example>",
        publicOrigin: "http://localhost:4000",
        attempts: 2,
        firstDelaySeconds: 1,
      },
      jobsDatabaseUrl: database.urls.notifications,
    }),
    database.urls.notifications,
    clockAt("2026-11-26T08:00:00+07:00"),
  )
})

afterAll(async () => {
  await subgraph?.stop()
  await plan?.close()
  await mail?.close()
  await database?.drop()
})

afterEach(async () => {
  await execute("delete from delivery; delete from inbox_entry; delete from notice; delete from assignment")
  await execute("delete from preference")
  mail.arrived.length = 0
  mail.refusing = false
})

function execute<Row>(statement: string): Promise<Row[]> {
  return subgraph.orm.em.getConnection().execute<Row[]>(statement)
}

async function assigned(person: Assigned): Promise<void> {
  const id = await plan.assigns(person)
  await vi.waitFor(
    async () => expect(await execute(`select from assignment where id = '${id}'`)).toHaveLength(1),
    10_000,
  )
}

const officer: Assigned = {
  subject: "officer",
  email: "officer@hanoi.example",
  role: "AGENCY_OFFICER",
  agencyId: FINANCE,
}
const asOfficer: Identity = {
  ...personOf("AGENCY_OFFICER", FINANCE),
  id: "officer",
  email: "officer@hanoi.example",
}
const asCoordinator: Identity = { ...personOf("COORDINATOR"), id: "coordinator" }

/** What happens in tasks. */
const happens: PlanOutboxes["happens"] = (event) => plan.happens({ agencyIds: [FINANCE], ...event })

async function inboxOf(viewer: Identity): Promise<string[]> {
  const { notifications } = await askWell<{
    notifications: { edges: { node: { kind: string; taskCodes: string[] } }[] }
  }>(subgraph, "{ notifications { edges { node { kind taskCodes readAt } } } }", {}, viewer)
  return notifications.edges.map(({ node }) => [node.kind, ...node.taskCodes].join(" "))
}

function arrives(viewer: Identity, expected: string[]): Promise<void> {
  return vi.waitFor(async () => expect(await inboxOf(viewer)).toEqual(expected), 10_000)
}

describe("a notice", () => {
  test("reaches the people of the agency whom it concerns, and nobody else", async () => {
    await assigned(officer)
    await assigned({ ...officer, subject: "other", email: null, agencyId: HEALTH })
    await assigned({ ...officer, subject: "gone", email: null, validTo: "2026-01-01" })
    await happens({ type: "progress.returned", data: { taskCode: "30" } })
    await arrives(asOfficer, ["progress.returned 30"])
    expect(await execute("select from inbox_entry")).toHaveLength(1)
  })

  test("of what an agency did reaches coordinators, and not who did it", async () => {
    await assigned({ subject: "coordinator", email: null, role: "COORDINATOR", agencyId: null })
    await assigned(officer)
    await happens({ type: "progress.reported", actor: "officer", data: { taskCode: "31" } })
    await happens({ type: "obstacle.decided", actor: "coordinator" })
    await arrives(asCoordinator, ["progress.reported 31"])
    await arrives(asOfficer, ["obstacle.decided"])
  })

  test("reaches whoever an assignment names by e-mail alone, as the issuer has verified it", async () => {
    await assigned({ ...officer, subject: null })
    await happens({ type: "task.overdue", data: { taskCode: "30" } })
    await arrives(asOfficer, ["task.overdue 30"])
  })

  test("of what is asked of one person reaches that person alone, whatever the role", async () => {
    await assigned(officer)
    const id = await plan.assigns({ subject: "watcher", email: null, role: "CITY_LEADER", agencyId: null })
    await happens({
      type: "document.watcher-appointed",
      subject: { kind: "Trigger", id: "d1" },
      agencyIds: [],
      actor: "coordinator",
      data: { assignmentId: id, title: "Nghị định về dữ liệu" },
    })
    await arrives({ ...personOf("CITY_LEADER"), id: "watcher" }, ["document.watcher-appointed"])
    expect(await execute("select from inbox_entry where person <> 'subject:watcher'")).toHaveLength(0)
  })

  test("is not given to whoever wants none of its kind", async () => {
    await assigned(officer)
    const choose = (version: number, muted: string[]) =>
      askWell<{ chooseNotices: { preference: unknown; userErrors: { reason: string }[] } }>(
        subgraph,
        `mutation ($input: ChooseNoticesInput!) { chooseNotices(input: $input) {
          preference { version muted byEmail digest } userErrors { reason } } }`,
        { input: { idempotencyKey: randomUUID(), version, muted, byEmail: false, digest: true } },
        asOfficer,
      )
    expect((await choose(0, ["PROGRESS"])).chooseNotices.preference).toEqual({
      version: 1,
      muted: ["PROGRESS"],
      byEmail: false,
      digest: true,
    })
    expect((await choose(0, [])).chooseNotices.userErrors).toHaveLength(1)
    await happens({ type: "progress.returned" })
    await happens({ type: "task.overdue", data: { taskCode: "30" } })
    await arrives(asOfficer, ["task.overdue 30"])
    expect(await execute("select from delivery")).toEqual([])
  })

  test("is read one by one or all at once, by its owner alone", async () => {
    await assigned(officer)
    for (const taskCode of ["30", "31", "32"]) await happens({ type: "task.overdue", data: { taskCode } })
    await arrives(asOfficer, ["task.overdue 32", "task.overdue 31", "task.overdue 30"])
    const { notifications } = await askWell<{ notifications: { edges: { node: { id: string } }[] } }>(
      subgraph,
      "{ notifications(first: 1) { edges { node { id } } } }",
      {},
      asOfficer,
    )
    const ids = notifications.edges.map(({ node }) => node.id)
    const mark = async (viewer: Identity, which: string[] | null) => {
      const { markNoticesRead } = await askWell<{ markNoticesRead: { unread: number } }>(
        subgraph,
        "mutation ($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) { unread userErrors { reason } } }",
        { input: { idempotencyKey: randomUUID(), ids: which } },
        viewer,
      )
      return markNoticesRead.unread
    }
    expect(await mark(asCoordinator, ids)).toBe(0)
    expect(await mark(asOfficer, ids)).toBe(2)
    expect(await mark(asOfficer, null)).toBe(0)
    expect(await askWell(subgraph, "{ unreadNotifications }", {}, asOfficer)).toEqual({
      unreadNotifications: 0,
    })
  })

  test("is nobody's who is not signed in", async () => {
    const { errors } = await ask(subgraph, "{ notifications { totalCount } }")
    expect(errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED")
  })
})

describe("a message", () => {
  test("goes to the address of whoever is told, once, in Vietnamese and with a link", async () => {
    await assigned(officer)
    await happens({ type: "task.due-in", data: { taskCode: "30", days: 7, dueOn: "2026-12-03" } })
    await vi.waitFor(() => expect(mail.arrived).toHaveLength(1), 25_000)
    const [message] = mail.arrived
    expect(message?.to).toBe("officer@hanoi.example")
    expect(message?.text).toContain("http://localhost:4000/nhiem-vu/30")
    await vi.waitFor(
      async () =>
        expect(await execute("select state, attempts from delivery")).toEqual([
          { state: "SENT", attempts: 1 },
        ]),
      10_000,
    )
  }, 60_000)

  test("that no attempt delivers is shown to the administrator, who sends it again", async () => {
    mail.refusing = true
    await assigned(officer)
    await happens({ type: "task.overdue", data: { taskCode: "30" } })
    interface Deliveries {
      deliveries: {
        edges: { node: { id: string; version: number; attempts: number; lastError: string; kind: string } }[]
      }
    }
    const failed = async () => {
      const { deliveries } = await askWell<Deliveries>(
        subgraph,
        "{ deliveries(filter: { state: [FAILED] }) { edges { node { id version attempts lastError kind } } } }",
        {},
        personOf("ADMINISTRATOR"),
      )
      return deliveries.edges.map(({ node }) => node)
    }
    await vi.waitFor(async () => expect(await failed()).toHaveLength(1), { timeout: 25_000, interval: 500 })
    const [delivery] = await failed()
    expect(delivery).toMatchObject({ attempts: 2, kind: "task.overdue" })
    expect(delivery?.lastError).toContain("mailbox unavailable")
    mail.refusing = false
    const { retryDelivery } = await askWell<{ retryDelivery: unknown }>(
      subgraph,
      `mutation ($input: RetryDeliveryInput!) { retryDelivery(input: $input) {
        delivery { state kind } userErrors { reason } } }`,
      { input: { idempotencyKey: randomUUID(), id: delivery?.id, version: delivery?.version } },
      personOf("ADMINISTRATOR"),
    )
    expect(retryDelivery).toEqual({ delivery: { state: "WAITING", kind: "task.overdue" }, userErrors: [] })
    await vi.waitFor(() => expect(mail.arrived).toHaveLength(1), 25_000)
  }, 60_000)
})
