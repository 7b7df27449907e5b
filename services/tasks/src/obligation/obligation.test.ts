import { askWell } from "@plan43/subgraph/testing"
import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { agencyId, coordinator, officerOf, type RunningPlan, startPlan } from "../recording/testing.ts"
import { obligationIdOf } from "./obligation-id.ts"

let plan: RunningPlan

beforeAll(async () => {
  plan = await startPlan("2025-06-30")
})

afterAll(async () => {
  await plan?.stop()
})

const obligationId = (code: string, agency: string) =>
  obligationIdOf({ taskId: plan.taskId(code), agencyId: agencyId(agency) })

interface Standing {
  version: number
  status: string
  silentSince: string | null
  responsible: boolean
  claim: { state: string; agency: { id: string } } | null
  lastAnswer: { answer: string } | null
}

async function standing(code: string, agency: string): Promise<Standing> {
  const { obligation } = await plan.ask<{ obligation: Standing }>(
    `query ($id: ID!) { obligation(id: $id) { version status silentSince responsible
      claim { state agency { id } } lastAnswer { answer } } }`,
    { id: obligationId(code, agency) },
  )
  return obligation
}

/** Reports as the agency itself, as of the version that stands. */
async function report(code: string, agency: string, answer: Record<string, unknown>) {
  const { version } = await standing(code, agency)
  const input = { obligationId: obligationId(code, agency), version, answer: "PROGRESS", ...answer }
  return plan.record<{ id: string; version: number }>(
    officerOf(agency),
    "reportProgress",
    input,
    "report",
    "id version",
  )
}

async function complete(code: string, agency: string, completedOn: string): Promise<void> {
  const { row, refusals } = await report(code, agency, { state: "COMPLETED", completedOn })
  expect(refusals).toEqual([])
  const confirmed = await plan.record(coordinator, "confirmReport", { ...row }, "report", "id")
  expect(confirmed.refusals).toEqual([])
}

async function taskOf(code: string) {
  const { task } = await plan.ask<{
    task: {
      version: number
      status: string
      responsibleAgency: { id: string } | null
      obligations: { id: string }[]
    }
  }>(
    `query ($code: String!) { task(code: $code) { version status responsibleAgency { id } obligations { id } } }`,
    { code },
  )
  return task
}

describe("a shared task", () => {
  test("is completed once every part is confirmed, late by the last of them", async () => {
    await complete("113", "cong-an-tp", "2025-05-01")
    expect((await taskOf("113")).status).toBe("IN_PROGRESS")
    for (const agency of ["so-noi-vu", "so-nnmt", "so-xay-dung", "nhnn-ha-noi", "so-du-lich"])
      await complete("113", agency, "2025-06-01")
    expect((await taskOf("113")).status).toBe("COMPLETED_ON_TIME")
  })

  test("is completed with the part of the agency that is marked responsible", async () => {
    await complete("109", "so-khcn", "2025-06-02")
    const { version, responsibleAgency } = await taskOf("109")
    expect({ version, responsibleAgency }).toEqual({ version: 1, responsibleAgency: null })
    const input = { obligationId: obligationId("109", "so-khcn"), version }
    expect(await plan.record(coordinator, "markResponsible", input, "task", "version status")).toEqual({
      refusals: [],
      row: { version: 2, status: expect.stringMatching(/^COMPLETED/) },
    })
    expect((await taskOf("109")).responsibleAgency).toEqual({ id: agencyId("so-khcn") })
    expect(await standing("109", "so-khcn")).toMatchObject({ responsible: true })
    expect(await standing("109", "cong-an-tp")).toMatchObject({ responsible: false })
  })

  test("has nobody else marked by an officer, nor by an agency that does not owe it", async () => {
    const foreign = { obligationId: obligationId("109", "so-tai-chinh"), version: 2 }
    expect((await plan.record(coordinator, "markResponsible", foreign, "task", "id")).refusals).toEqual([
      "obligationId NOT_FOUND",
    ])
    await expect(plan.record(officerOf("so-khcn"), "markResponsible", foreign, "task", "id")).rejects.toThrow(
      "FORBIDDEN",
    )
  })
})

test("a coordinator answers on the agency's behalf, and it is marked so", async () => {
  const { version } = await standing("109", "cong-an-tp")
  const input = { obligationId: obligationId("109", "cong-an-tp"), version, answer: "NOTHING_TO_REPORT" }
  const { row } = await plan.record(
    coordinator,
    "reportProgress",
    input,
    "report",
    "answer state onBehalf recordedBy agency { id }",
  )
  expect(row).toEqual({
    answer: "NOTHING_TO_REPORT",
    state: "NOT_STARTED",
    onBehalf: true,
    recordedBy: "coordinator",
    agency: { id: agencyId("cong-an-tp") },
  })
})

test("“no change” is an answer, leaves the state as it was, and needs no verification", async () => {
  await report("1", "so-khcn", { state: "IN_PROGRESS", percentage: 40 })
  const { row } = await report("1", "so-khcn", { answer: "NO_CHANGE" })
  expect(await standing("1", "so-khcn")).toMatchObject({
    claim: { state: "IN_PROGRESS" },
    lastAnswer: { answer: "NO_CHANGE" },
  })
  expect((await plan.record(coordinator, "confirmReport", { ...row }, "report", "id")).refusals).toEqual([
    "id NOT_VERIFIABLE",
  ])
})

test("a task with an expected document is completed only with all of it", async () => {
  const completed = { state: "COMPLETED", completedOn: "2025-06-30", result: { number: "7/QĐ-UBND" } }
  expect((await report("12", "so-noi-vu", completed)).refusals).toEqual([
    "result.issuedOn RESULT_DATE_MISSING",
    "result.issuer RESULT_ISSUER_MISSING",
    "result.link RESULT_EVIDENCE_MISSING",
  ])
})

test("what is based on an older version is refused, and the same key changes nothing twice", async () => {
  const { version } = await standing("12", "so-noi-vu")
  const input = {
    obligationId: obligationId("12", "so-noi-vu"),
    version,
    answer: "NO_CHANGE",
    idempotencyKey: "mười hai",
  }
  const once = await plan.record(officerOf("so-noi-vu"), "reportProgress", input, "report", "id")
  expect(await plan.record(officerOf("so-noi-vu"), "reportProgress", input, "report", "id")).toEqual(once)
  expect((await standing("12", "so-noi-vu")).version).toBe(version + 1)
  const stale = { ...input, idempotencyKey: "mười ba" }
  expect(
    (await plan.record(officerOf("so-noi-vu"), "reportProgress", stale, "report", "id")).refusals,
  ).toEqual(["version VERSION_STALE"])
})

test("of two answers that are based on the same version, one is taken", async () => {
  const { version } = await standing("45", "so-khcn").catch(() => ({ version: 1 }))
  const { obligations } = await plan.ask<{
    obligations: { edges: { node: { id: string; agency: { id: string } } }[] }
  }>(
    `{ obligations(first: 1, filter: { agency: ["so-tai-chinh"] }) { edges { node { id agency { id } } } } }`,
  )
  const id = obligations.edges[0]?.node.id
  const input = { obligationId: id, version, answer: "NO_CHANGE" }
  const both = await Promise.all(
    [1, 2].map(() => plan.record(officerOf("so-tai-chinh"), "reportProgress", input, "report", "id")),
  )
  expect(both.flatMap(({ refusals }) => refusals)).toEqual(["version VERSION_STALE"])
})

describe("a class", () => {
  test("is owed by the districts until they end, and by the communes from the day after", async () => {
    const owedBy = async (agency: string) => {
      const { obligations } = await plan.ask<{ obligations: { totalCount: number } }>(
        `query ($agency: ID!) { obligations(filter: { agency: [$agency] }) { totalCount } }`,
        { agency },
      )
      return obligations.totalCount
    }
    const owed = await owedBy("ubnd-ba-dinh")
    expect(owed).toBeGreaterThan(3)
    expect(await owedBy("ubnd-phuong-hoan-kiem")).toBe(0)
    plan.goTo("2025-07-01")
    expect(await owedBy("ubnd-ba-dinh")).toBe(0)
    expect(await owedBy("ubnd-phuong-hoan-kiem")).toBe(owed)
    expect((await taskOf("62")).obligations).toHaveLength(2 + 126)
  })

  test("has a member that was merged succeeded by another, which sees its reports and alone answers from then on", async () => {
    plan.goTo("2025-02-20")
    await report("80", "so-tttt", { state: "IN_PROGRESS", percentage: 30 })
    expect((await standing("80", "so-khcn")).claim).toBeNull()
    plan.goTo("2025-03-01")
    expect(await standing("80", "so-khcn")).toMatchObject({
      version: 2,
      claim: { state: "IN_PROGRESS", agency: { id: agencyId("so-tttt") } },
    })
    expect((await report("80", "so-tttt", { answer: "NO_CHANGE" })).refusals).toEqual([
      "obligationId OBLIGATION_NOT_YOURS",
    ])
    expect((await report("80", "so-khcn", { answer: "NO_CHANGE" })).refusals).toEqual([])
    plan.goTo("2025-07-01")
  })
})

test("silence lasts from the last answer on, through a whole reporting round", async () => {
  plan.goTo("2026-06-14")
  expect((await standing("3", "so-khcn")).silentSince).toBe("2025-02-14")
  expect((await standing("1", "so-khcn")).silentSince).toBeNull()
  plan.goTo("2026-06-15")
  expect((await standing("1", "so-khcn")).silentSince).toBe("2025-06-30")
  plan.goTo("2025-07-01")
})

test("a past day knows of the part of a task only what was recorded by its end", async () => {
  const { task } = await plan.ask<{
    task: { obligations: { id: string; version: number; agency: { id: string } }[] }
  }>(`{ task(code: "46") { obligations { id version agency { id } } } }`)
  const [owed] = task.obligations
  if (owed === undefined) throw new Error("nobody owes task 46")
  const { id, version, agency } = owed
  const partOn = async (asOf: string) => {
    const { obligation } = await plan.ask<{
      obligation: { task: { responsibleAgency: { id: string } | null } } & Record<string, unknown>
    }>(
      `query ($id: ID!, $asOf: Date) { obligation(id: $id, asOf: $asOf) {
        task { responsibleAgency(asOf: $asOf) { id } } responsible(asOf: $asOf) silentSince(asOf: $asOf) awaitingVerification(asOf: $asOf)
        claim(asOf: $asOf) { verification(asOf: $asOf) { outcome } } reports(asOf: $asOf) { totalCount } } }`,
      { id, asOf },
    )
    return obligation
  }
  plan.goTo("2027-03-01")
  const begun = { obligationId: id, version, answer: "PROGRESS", state: "IN_PROGRESS", done: "Đã khảo sát" }
  const { row } = await plan.record<{ id: string; version: number }>(
    coordinator,
    "reportProgress",
    begun,
    "report",
    "id version",
  )
  plan.goTo("2027-03-05")
  const returned = { ...row, fields: [{ field: "DONE", reason: "Nêu rõ kết quả" }] }
  expect((await plan.record(coordinator, "returnReport", returned, "report", "id")).refusals).toEqual([])
  plan.goTo("2027-03-08")
  const mark = { obligationId: id, version: (await taskOf("46")).version }
  expect((await plan.record(coordinator, "markResponsible", mark, "task", "id")).refusals).toEqual([])

  const whole = { responsible: false, task: { responsibleAgency: null } }
  const answered = { ...whole, silentSince: null, reports: { totalCount: 1 } }
  expect(await partOn("2027-02-28")).toEqual({
    ...whole,
    silentSince: "2025-02-14",
    awaitingVerification: false,
    claim: null,
    reports: { totalCount: 0 },
  })
  expect(await partOn("2027-03-04")).toEqual({
    ...answered,
    awaitingVerification: true,
    claim: { verification: null },
  })
  const looked = { awaitingVerification: false, claim: { verification: { outcome: "RETURNED" } } }
  expect(await partOn("2027-03-07")).toEqual({ ...answered, ...looked })
  expect(await partOn("2027-03-08")).toEqual({
    ...answered,
    ...looked,
    responsible: true,
    task: { responsibleAgency: agency },
  })
  plan.goTo("2025-07-01")
  const { obligation } = await plan.ask<{ obligation: unknown }>(
    `query ($id: ID!) { obligation(id: $id, asOf: "2025-06-30") { id } }`,
    { id: obligationId("62", "ubnd-phuong-hoan-kiem") },
  )
  expect(obligation).toBeNull()
})

test("the day of a report is Hanoi's: one minute apart at midnight is another day", async () => {
  const reported = async (day: string) => {
    plan.goTo(day)
    const { version } = await standing("3", "so-khcn")
    const input = { obligationId: obligationId("3", "so-khcn"), version, answer: "NO_CHANGE" }
    const { row } = await plan.record<{ recordedOn: string }>(
      coordinator,
      "reportProgress",
      input,
      "report",
      "recordedOn period { key }",
    )
    return row
  }
  expect(await reported("2028-02-29T23:59:59")).toEqual({
    recordedOn: "2028-02-29",
    period: { key: "2028-H1" },
  })
  expect(await reported("2028-03-01T00:00:00")).toEqual({
    recordedOn: "2028-03-01",
    period: { key: "2028-H1" },
  })
  expect(await reported("2028-12-31T23:59:59")).toEqual({
    recordedOn: "2028-12-31",
    period: { key: "2028-H2" },
  })
  expect(await reported("2029-01-01T00:00:00")).toEqual({
    recordedOn: "2029-01-01",
    period: { key: "2029-H1" },
  })
})

describe("the number of SQL statements", () => {
  test("of tasks and obligations with all that is known of them does not depend on how many there are", async () => {
    const fields = `id version status silentSince awaitingVerification responsible dueOn agency { id } givenTo { id }
      claim { id period { key status } verification { outcome } } verified { id } lastAnswer { id } reports(first: 3) { totalCount edges { node { id } } }
      periods { key status answered claim { id } verified { id } }`
    const statements = async (query: string) => {
      const before = plan.subgraph.statements()
      await askWell(plan.subgraph, query, {}, coordinator)
      return plan.subgraph.statements() - before
    }
    const tasks = (rows: number) =>
      statements(`{ tasks(first: ${rows}) { edges { node { status version responsibleAgency { id } claim { id } verified { id }
        deadline { dueOn originalDueOn extendedDueOn precision } decisions { id } extensions { id } periods { key status answered } obligations { id } } } } }`)
    const all = await tasks(100)
    expect(all).toBeLessThanOrEqual(30)
    expect(all - (await tasks(50))).toBeLessThanOrEqual(2)
    expect(all - (await tasks(1))).toBeLessThanOrEqual(8)
    const obligations = (rows: number) =>
      statements(`{ obligations(first: ${rows}) { edges { node { ${fields} } } } }`)
    const one = await obligations(1)
    const many = await obligations(100)
    expect(many).toBeLessThanOrEqual(30)
    expect(many - one).toBeLessThanOrEqual(8)
  })
})

describe("nobody is silent before the task goes on:", () => {
  async function silenceOf(code: string) {
    const { task } = await plan.ask<{
      task: { obligations: { agency: { id: string }; status: string; silentSince: string | null }[] }
    }>("query ($code: String!) { task(code: $code) { obligations { agency { id } status silentSince } } }", {
      code,
    })
    const [owed] = task.obligations
    const { obligations } = await plan.ask<{
      obligations: { edges: { node: { task: { code: string } } }[] }
    }>(
      `query ($agency: [ID!]) { obligations(first: 100, filter: { silent: true, agency: $agency }) {
        edges { node { task { code } } } } }`,
      { agency: [owed?.agency.id] },
    )
    const listed = obligations.edges.some(({ node }) => node.task.code === code)
    return { status: owed?.status, since: owed?.silentSince, listed }
  }

  test("one that waited for its document, until that is recorded, or until it starts", async () => {
    const record = (startsOn: string, dueOn: string, recordedOn: string) =>
      sql`insert into task_start (task_id, document_id, event_on, starts_on, due_on, recorded_on)
        select task_id, trigger_id, ${startsOn}, ${startsOn}, ${dueOn}, ${recordedOn} from task_trigger
        where task_id = ${plan.taskId("26")} order by trigger_id limit 1`.execute(
        plan.subgraph.orm.em.getKysely<unknown>(),
      )
    plan.goTo("2026-11-20")
    expect(await silenceOf("26")).toEqual({ status: "AWAITING_TRIGGER", since: null, listed: false })
    await record("2026-10-01", "2030-12-31", "2026-11-20")
    plan.goTo("2026-12-01")
    expect(await silenceOf("26")).toEqual({ status: "NOT_STARTED", since: null, listed: false })
    // A correction of its days ends no silence
    await record("2026-10-01", "2030-06-30", "2027-08-01")
    plan.goTo("2027-12-01")
    expect(await silenceOf("26")).toEqual({ status: "NOT_STARTED", since: "2026-11-20", listed: true })
    await record("2028-01-01", "2030-06-30", "2027-12-02")
    plan.goTo("2028-06-15")
    expect((await silenceOf("26")).since).toBeNull()
    plan.goTo("2028-12-01")
    expect((await silenceOf("26")).since).toBe("2028-01-01")
  })

  test("one that was stopped, until it is opened again", async () => {
    const decide = async (mutation: string) => {
      const { version } = await taskOf("4")
      const input = { id: plan.taskId("4"), version, basis: "Thông báo 12/TB-VP" }
      expect((await plan.record(coordinator, mutation, input, "decision", "id")).refusals).toEqual([])
    }
    plan.goTo("2026-12-02")
    expect(await silenceOf("4")).toMatchObject({ since: "2025-02-14", listed: true })
    await decide("suspendTask")
    plan.goTo("2028-11-20")
    await decide("reopenTask")
    plan.goTo("2028-12-01")
    expect(await silenceOf("4")).toMatchObject({ since: null, listed: false })
    plan.goTo("2029-12-01")
    expect(await silenceOf("4")).toMatchObject({ since: "2028-11-20", listed: true })
  })
})
