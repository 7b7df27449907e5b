import { randomUUID } from "node:crypto"
import { copyAgencies } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import { stableId } from "@plan43/published-rows"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { agencyId, coordinator, officerOf, type RunningPlan, startPlan } from "../recording/testing.ts"

let plan: RunningPlan

/** The day on which letters are drafted here. */
const DRAFTED = "2026-11-26"
const NEXT_DAY = "2026-11-27"

beforeAll(async () => {
  plan = await startPlan(DRAFTED)
})
afterAll(async () => {
  await plan?.stop()
})
beforeEach(() => plan.goTo(DRAFTED))

interface Obligation {
  id: string
  version: number
  status: string
  reminderDraft: { id: string } | null
  task: { id: string; code: string }
}

interface Letter {
  id: string
  version: number
  number: number
  symbol: string
  fullNumber: string
  answerBy: string
  items: { ordinal: number; task: { code: string } }[]
}

async function toRemind(agency: string): Promise<Obligation[]> {
  const { obligationsToRemind } = await plan.ask<{ obligationsToRemind: { edges: { node: Obligation }[] } }>(
    `query ($agency: ID!) { obligationsToRemind(agency: $agency, first: 100) { edges { node {
      id version status reminderDraft { id } task { id code } } } } }`,
    { agency },
  )
  return obligationsToRemind.edges.map(({ node }) => node)
}

/** What of an agency is late and in no draft. */
async function overdue(agency: string): Promise<Obligation> {
  const found = (await toRemind(agency)).find(
    ({ status, reminderDraft }) => status === "OVERDUE" && reminderDraft === null,
  )
  if (found === undefined) throw new Error(`nothing of ${agency} is late`)
  return found
}

async function told(mutation: string, input: object) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const { payload } = await plan.ask<{
    payload: { reminder: Letter | null; userErrors: { reason: string; message: string }[] }
  }>(
    `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) {
      reminder { id version number symbol fullNumber answerBy items { ordinal task { code } } } userErrors { reason message } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  )
  return payload
}

async function done(mutation: string, input: object): Promise<Letter> {
  const { reminder, userErrors } = await told(mutation, input)
  expect(userErrors).toEqual([])
  return reminder as Letter
}

const draft = (...listed: Obligation[]) =>
  done("draftReminder", { obligationIds: listed.map(({ id }) => id) })

/** The draft with a signer and that date on it. */
function dated(datedOn: string, { id, version, number, symbol, answerBy }: Letter): Promise<Letter> {
  return done("changeReminder", {
    ...{ id, version, number, symbol, answerBy: datedOn > answerBy ? datedOn : answerBy },
    ...{ datedOn, signerOffice: "Giám đốc", signerName: "Nguyễn Văn A" },
  })
}

const send = ({ id, version }: Letter) => told("sendReminder", { id, version })
const withdraw = ({ id, version }: Letter) => done("withdrawReminder", { id, version, reason: "Soạn lại" })

/** An agency reports that it has done its part, and the Department confirms it. */
async function complete(agency: string, { id, version }: Obligation): Promise<void> {
  const { row, refusals } = await plan.record<{ id: string; version: number }>(
    officerOf(agency),
    "reportProgress",
    { ...{ obligationId: id, version, answer: "PROGRESS", state: "COMPLETED" }, completedOn: "2026-11-20" },
    "report",
    "id version",
  )
  expect(refusals).toEqual([])
  const confirmed = await plan.record(coordinator, "confirmReport", { ...row }, "report", "id")
  expect(confirmed.refusals).toEqual([])
}

async function decide(mutation: "suspendTask" | "reopenTask", { task }: Obligation): Promise<void> {
  const { node } = await plan.ask<{ node: { version: number } }>(
    "query ($code: String!) { node: task(code: $code) { version } }",
    task,
  )
  const input = { id: task.id, ...node, basis: "Thông báo kết luận" }
  expect((await plan.record(coordinator, mutation, input, "decision", "id")).refusals).toEqual([])
}

async function escalations(subjectId: string): Promise<object[]> {
  const events = await plan.subgraph.orm.em
    .getConnection()
    .execute<{ data: object }[]>(
      "select data from outbox_event where type = 'reminder.escalated' and subject_id = ?",
      [subjectId],
    )
  return events.map(({ data }) => data)
}

describe("what a letter lists", () => {
  test("must be late or silent on its date: what was done since is named, an earlier date may still be true", async () => {
    const [first, second] = [await overdue("so-tai-chinh"), (await toRemind("so-tai-chinh")).at(-1)]
    if (second === undefined || second.id === first.id) throw new Error("two are needed")
    const letter = await draft(first, second)
    plan.goTo(NEXT_DAY)
    await complete("so-tai-chinh", first)
    const today = await dated(NEXT_DAY, letter)
    const { userErrors } = await send(today)
    expect(userErrors).toEqual([
      {
        reason: "NO_LONGER_LATE",
        message: `Vào ngày công văn 27/11/2026, nhiệm vụ ${first.task.code} không quá hạn cũng không thiếu báo cáo; hãy rút dự thảo và soạn lại, hoặc sửa ngày nếu công văn đã gửi vào ngày khác`,
      },
    ])
    const sent = await send(await dated(DRAFTED, today))
    expect(sent.userErrors).toEqual([])
    expect(sent.reminder?.items).toHaveLength(2)
  })

  test("is put before the City's leaders with a third letter only if it is late still, later with a fourth", async () => {
    const item = await overdue("so-xay-dung")
    for (const day of [DRAFTED, NEXT_DAY]) {
      plan.goTo(day)
      expect((await send(await dated(day, await draft(item)))).userErrors).toEqual([])
    }
    const third = await dated(NEXT_DAY, await draft(item))
    plan.goTo("2026-11-28")
    await decide("suspendTask", item)
    expect((await send(third)).reminder?.items).toMatchObject([{ ordinal: 3 }])
    expect(await escalations(item.id)).toEqual([])
    await decide("reopenTask", item)
    expect((await send(await dated("2026-11-28", await draft(item)))).reminder?.items).toMatchObject([
      { ordinal: 4 },
    ])
    expect(await escalations(item.id)).toEqual([{ taskCode: item.task.code, count: 4 }])
  })
})

test("a body that has ended gets no letter: its successor is named and gets one once the draft is taken back", async () => {
  const [former, successor] = ["so-noi-vu", "so-tu-phap"] as const
  const item = await overdue(former)
  const letter = await draft(item)
  const standing = { kind: "DEPARTMENT" as const, shortName: null, validFrom: null, publishedValidTo: null }
  await copyAgencies(plan.subgraph.orm.em.fork(), {
    agencies: [
      {
        ...{ ...standing, id: agencyId(former), code: former, name: "Sở Nội vụ", recorded: false },
        ...{ endedOn: DRAFTED as CalendarDate, endedDays: `{[${NEXT_DAY},)}` },
      },
    ],
    successions: [
      {
        id: stableId("succession", former, successor, NEXT_DAY),
        ...{
          predecessorId: agencyId(former),
          successorId: agencyId(successor),
          on: NEXT_DAY as CalendarDate,
        },
        ...{ takesRest: true, allocated: [], withheld: [] },
      },
    ],
    ...{ memberships: [], removedSuccessions: [], removedMemberships: [] },
  })
  plan.goTo(NEXT_DAY)
  const today = await dated(NEXT_DAY, letter)
  expect((await send(today)).userErrors).toEqual([
    {
      reason: "ADDRESSEE_ENDED",
      message:
        "Sở Nội vụ không còn hoạt động vào ngày công văn 27/11/2026; phần việc trong công văn nay thuộc Sở Tư pháp; hãy rút dự thảo và soạn công văn gửi cơ quan đó",
    },
  ])
  const inherited = (await toRemind(successor)).find(({ task }) => task.code === item.task.code)
  expect(inherited?.reminderDraft).toEqual({ id: letter.id })
  const redraft = () => told("draftReminder", { obligationIds: [inherited?.id] })
  expect((await redraft()).userErrors).toEqual([
    {
      reason: "ALREADY_DRAFTED",
      message: `Nhiệm vụ ${item.task.code} đã có trong dự thảo công văn ${today.fullNumber}; hãy gửi hoặc rút dự thảo đó trước`,
    },
  ])
  await withdraw(today)
  expect((await redraft()).userErrors).toEqual([])
})
