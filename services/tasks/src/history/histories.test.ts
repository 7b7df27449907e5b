import { afterAll, beforeAll, expect, test } from "vitest"
import { agencyId, coordinator, officerOf, type RunningPlan, startPlan } from "../recording/testing.ts"

let plan: RunningPlan

beforeAll(async () => {
  plan = await startPlan("2025-06-01")
})

afterAll(async () => {
  await plan?.stop()
})

const lead = officerOf("so-noi-vu")
const stranger = officerOf("so-tai-chinh")

interface History {
  edges: { node: { action: string; author: string; reason: string | null } }[]
  totalCount: number
}

const HISTORY = "history(first: 10) { totalCount edges { node { action author reason } } }"

const actionsIn = ({ edges, totalCount }: History) => {
  expect(totalCount).toBe(edges.length)
  return edges.map(({ node }) => node.action)
}

interface Obligation {
  id: string
  version: number
  history: History
}

async function obligationOf(code: string, who = coordinator): Promise<Obligation> {
  const { task } = await plan.ask<{ task: { obligations: Obligation[] } }>(
    `query ($code: String!) { task(code: $code) { obligations { id version ${HISTORY} } } }`,
    { code },
    who,
  )
  const [obligation] = task.obligations
  if (obligation === undefined) throw new Error(`nobody owes task ${code}`)
  return obligation
}

test("what an agency owes has a timeline of its answers, their verification and its extensions", async () => {
  const owed = await obligationOf("12")
  expect(owed.history.edges).toEqual([])
  const { row: report } = await plan.record<{ id: string; version: number }>(
    lead,
    "reportProgress",
    { obligationId: owed.id, version: owed.version, answer: "NO_CHANGE" },
    "report",
    "id version",
  )
  await plan.record(
    coordinator,
    "requestExtension",
    { obligationId: owed.id, version: owed.version + 1, dueOn: "2030-12-31", reason: "Chờ kinh phí" },
    "extension",
    "id",
  )
  const { history } = await obligationOf("12", lead)
  expect(actionsIn(history)).toEqual(["deadline_extension.requested", "progress_report.reported"])
  expect(history.edges[0]?.node.author).toBe(coordinator.name)
  expect(actionsIn((await obligationOf("12", stranger)).history)).toEqual([])

  const ofReport = async (who: typeof lead) => {
    const { progressReport } = await plan.ask<{ progressReport: { history: History } | null }>(
      `query ($id: ID!) { progressReport(id: $id) { ${HISTORY} } }`,
      { id: report?.id },
      who,
    )
    return progressReport && actionsIn(progressReport.history)
  }
  expect(await ofReport(lead)).toEqual(["progress_report.reported"])
  expect(await ofReport(stranger)).toBe(null)
})

test("a letter that urges an agency has one, with what it lists, for whoever may read the letter", async () => {
  plan.goTo("2026-01-15")
  const { obligationsToRemind } = await plan.ask<{
    obligationsToRemind: { edges: { node: { id: string } }[] }
  }>("query ($agency: ID!) { obligationsToRemind(agency: $agency, first: 1) { edges { node { id } } } }", {
    agency: agencyId("so-noi-vu"),
  })
  const { row: letter, refusals } = await plan.record<{ id: string; version: number }>(
    coordinator,
    "draftReminder",
    { obligationIds: obligationsToRemind.edges.map(({ node }) => node.id) },
    "reminder",
    "id version",
  )
  expect(refusals).toEqual([])
  const seen = async (who: typeof lead) => {
    const { reminder } = await plan.ask<{ reminder: { history: History } | null }>(
      `query ($id: ID!) { reminder(id: $id) { ${HISTORY} } }`,
      { id: letter?.id },
      who,
    )
    return reminder && actionsIn(reminder.history)
  }
  expect(await seen(coordinator)).toEqual(["reminder_letter.created"])
  expect(await seen(lead)).toBe(null)
  const { row: signed } = await plan.record<{ id: string; version: number }>(
    coordinator,
    "changeReminder",
    {
      ...{ ...letter, number: 1, symbol: "SKHCN-KHTC", datedOn: "2026-01-15", answerBy: "2026-01-30" },
      ...{ signerOffice: "Giám đốc", signerName: "Trần Văn A" },
    },
    "reminder",
    "id version",
  )
  expect((await plan.record(coordinator, "sendReminder", { ...signed }, "reminder", "id")).refusals).toEqual(
    [],
  )
  expect(await seen(lead)).toEqual([
    "reminder_letter.sent",
    "reminder_letter.updated",
    "reminder_letter.created",
  ])
  expect(await seen(stranger)).toBe(null)
})

test("a decision about a task has one, for those who read what is not published", async () => {
  const { task } = await plan.ask<{ task: { id: string; version: number } }>(
    `{ task(code: "50") { id version } }`,
  )
  await plan.record(
    coordinator,
    "suspendTask",
    { ...task, basis: "Theo chỉ đạo", reason: "Thông báo 5/TB" },
    "decision",
    "id",
  )
  const { task: after } = await plan.ask<{ task: { decisions: { history: History }[] } }>(
    `{ task(code: "50") { decisions { ${HISTORY} } } }`,
  )
  expect(after.decisions.map(({ history }) => history.edges.map(({ node }) => node))).toEqual([
    [{ action: "task_decision.suspended", author: coordinator.name, reason: "Thông báo 5/TB" }],
  ])
})
