import { randomUUID } from "node:crypto"
import type { Identity } from "@plan43/authorization"
import { planKeyOf, stableId } from "@plan43/published-rows"
import type { RunningSubgraph } from "@plan43/subgraph"
import { ask, askWell, personOf } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  agencyId,
  coordinator,
  FIRST_HALF,
  type Row,
  type RunningRounds,
  startRounds,
  well,
} from "./testing/running-round.ts"

interface Line extends Row {
  answer: string | null
  progress: string | null
  openFields: string[]
  returnedFields: { field: string; reason: string }[]
  item: { code: string; kind: string; task: { id: string } | null; indicator: { id: string } | null }
}

const officer = personOf("AGENCY_OFFICER", agencyId("so-tai-chinh"))
const head = personOf("AGENCY_HEAD", agencyId("so-tai-chinh"))
const stranger = personOf("AGENCY_HEAD", agencyId("so-noi-vu"))

let rounds: RunningRounds
let subgraph: RunningSubgraph

beforeAll(async () => {
  rounds = await startRounds()
  subgraph = rounds.subgraph
})

afterAll(() => rounds?.stop())

const carryOut: RunningRounds["carryOut"] = (...given) => rounds.carryOut(...given)

const createRound = (given: Record<string, unknown> = {}) =>
  carryOut("createRound", "CreateRoundInput", "round", { ...FIRST_HALF, ...given }, coordinator)
const moveRound: RunningRounds["moveRound"] = (...given) => rounds.moveRound(...given)
const moveReport = (move: string, { id, version }: Row, by: Identity) =>
  carryOut(move, "MoveAgencyReportInput", "report", { id, version }, by)
const returnReport = ({ id, version }: Row, toCorrect: object[]) =>
  carryOut("returnAgencyReport", "ReturnAgencyReportInput", "report", { id, version, toCorrect }, coordinator)
const saveLine = ({ id, version }: Row, given: object, by = officer) =>
  carryOut("saveReportLine", "SaveReportLineInput", "line", { id, version, ...given }, by)

/** A round that asks the Department of Finance alone, opened. */
async function openForFinance(given: Record<string, unknown> = {}): Promise<Row> {
  return rounds.openRound({ agencyIds: [agencyId("so-tai-chinh")], ...given })
}

async function reportIn(round: Row): Promise<Row & { state: string; late: boolean; sentOn: string | null }> {
  const found = await askWell<{ round: { reports: { edges: { node: never }[] } } }>(
    subgraph,
    "query ($id: ID!) { round: reportingRound(id: $id) { reports { edges { node { id version state late sentOn } } } } }",
    { id: round.id },
    coordinator,
  )
  const [edge] = found.round.reports.edges
  if (edge === undefined) throw new Error("there is no report")
  return edge.node
}

async function linesOf(report: Row): Promise<Line[]> {
  const found = await askWell<{ agencyReport: { lines: { edges: { node: Line }[] } } }>(
    subgraph,
    `query ($id: ID!) { agencyReport(id: $id) { lines(first: 100) { edges { node {
       id version answer progress openFields returnedFields { field reason }
       item { code kind task { id } indicator { id } } } } } } }`,
    { id: report.id },
    officer,
  )
  return found.agencyReport.lines.edges.map(({ node }) => node)
}

/** Answers every line, with “no change” unless something else is given, then brings the report to the Department. */
async function sendAll(round: Row, answered: object = { answer: "NO_CHANGE" }): Promise<Row> {
  const report = await reportIn(round)
  for (const line of await linesOf(report)) await well(saveLine(line, answered))
  const submitted = await well(moveReport("submitAgencyReport", report, officer))
  const approved = await well(moveReport("approveAgencyReport", submitted, head))
  return well(moveReport("sendAgencyReport", approved, officer))
}

describe("a round", () => {
  test("asks every agency that leads something for a line on each of its tasks and indicators", async () => {
    const round = await well(moveRound("openRound", await well(createRound())))
    const found = await askWell<{
      round: {
        stage: string
        tally: { state: string; count: number }[]
        reports: { totalCount: number }
        itemsWithoutReport: { code: string }[]
      }
    }>(
      subgraph,
      `query ($id: ID!) { round: reportingRound(id: $id) { stage tally { state count } reports { totalCount }
         itemsWithoutReport { code } } }`,
      { id: round.id },
      coordinator,
    )
    expect(found.round.stage).toBe("OPEN")
    const { totalCount } = found.round.reports
    expect(totalCount).toBeGreaterThan(30)
    expect(found.round.tally).toEqual([{ state: "DRAFT", count: totalCount }])
    const reported = await subgraph.orm.em.getConnection().execute<{ items: string }[]>(
      `select count(distinct line.item_id) as items from report_line line
       join agency_report report on report.id = line.report_id where report.round_id = ?`,
      [round.id],
    )
    const headings = new Set(rounds.plan.indicators.flatMap(({ parentCode }) => parentCode ?? []))
    const items = rounds.plan.tasks.length + rounds.plan.indicators.length - headings.size
    expect(Number(reported[0]?.items) + found.round.itemsWithoutReport.length).toBe(items)
  })

  test("is opened once, and not changed or withdrawn afterwards", async () => {
    const round = await openForFinance()
    for (const outcome of [
      moveRound("openRound", round),
      moveRound("withdrawRound", round, { reason: "nhầm" }),
      carryOut("updateRound", "UpdateRoundInput", "round", { ...round, ...FIRST_HALF }, coordinator),
    ])
      expect(await outcome).toMatchObject({ row: null, userErrors: [{ reason: "ROUND_OPENED" }] })
  })

  test("that asks nobody who leads something does not open", async () => {
    const [idle] = await subgraph.orm.em.getConnection().execute<{ id: string }[]>(
      `select id from agency_reference agency where kind <> 'GROUP' and valid_to is null
         and not exists (select 1 from report_item_agency where agency_id = agency.id)
         and not exists (select 1 from agency_membership where member_id = agency.id)
         and not exists (select 1 from agency_successor where successor_id = agency.id) limit 1`,
    )
    const round = await well(createRound({ agencyIds: [idle?.id] }))
    expect(await moveRound("openRound", round)).toMatchObject({
      userErrors: [{ reason: "NOBODY_TO_REPORT" }],
    })
  })

  test("names agencies that there are", async () => {
    expect(await createRound({ agencyIds: [randomUUID()] })).toMatchObject({
      userErrors: [{ reason: "AGENCY_UNKNOWN", field: "agencyIds" }],
    })
  })
})

describe("a report", () => {
  test("has the agency's tasks, then its indicators, in the plan's order, each leading to its object", async () => {
    const lines = await linesOf(await reportIn(await openForFinance()))
    const kinds = lines.map(({ item }) => item.kind)
    expect(kinds).toEqual([...kinds].sort().reverse())
    for (const { item } of lines)
      expect(item.task?.id ?? item.indicator?.id).toBe(
        stableId(item.kind === "TASK" ? "task" : "indicator", planKeyOf(rounds.plan), item.code),
      )
  })

  test("goes to the head when every line is answered, and says which are not", async () => {
    const report = await reportIn(await openForFinance())
    const { userErrors } = await moveReport("submitAgencyReport", report, officer)
    expect(userErrors).toMatchObject([{ reason: "LINES_UNANSWERED" }])
    expect(userErrors[0]?.message).toMatch(/^Còn \d+ dòng chưa trả lời: nhiệm vụ \d+/)
  })

  test("is sent, accepted and included, and then moved by nobody", async () => {
    const round = await openForFinance()
    const sent = await sendAll(round)
    expect(await reportIn(round)).toMatchObject({ state: "SENT", sentOn: "2026-06-01", late: false })
    await well(moveReport("acceptAgencyReport", sent, coordinator))
    await well(moveRound("lockRound", round))
    const included = await reportIn(round)
    expect(included.state).toBe("INCLUDED")
    expect(
      await returnReport(included, [{ lineId: randomUUID(), field: "PROGRESS", reason: "?" }]),
    ).toMatchObject({ userErrors: [{ reason: "ROUND_NOT_OPEN" }] })
    const [line] = await linesOf(included)
    expect(await saveLine(line as Line, { answer: "NOTHING_TO_REPORT" })).toMatchObject({
      userErrors: [{ reason: "ROUND_NOT_OPEN" }],
    })
  })

  test("that is returned opens only what was returned, and says why beside it", async () => {
    const round = await openForFinance()
    const sent = await sendAll(round)
    const [first, second] = await linesOf(sent)
    const returned = await well(
      returnReport(sent, [{ lineId: first?.id, field: "PROGRESS", reason: "Ghi rõ kết quả" }]),
    )
    const [line, other] = await linesOf(returned)
    expect(line).toMatchObject({
      openFields: ["PROGRESS"],
      returnedFields: [{ field: "PROGRESS", reason: "Ghi rõ kết quả" }],
    })
    expect(other).toMatchObject({ id: second?.id, openFields: [], returnedFields: [] })
    const kept = { answer: "NO_CHANGE" }
    await well(saveLine(line as Line, { ...kept, progress: "Đã ban hành" }))
    const [written] = await linesOf(returned)
    expect(
      await saveLine(written as Line, { ...kept, progress: "Đã ban hành", proposal: "Thêm vốn" }),
    ).toMatchObject({
      userErrors: [{ reason: "FIELD_NOT_RETURNED", field: "proposal" }],
    })
    expect(await saveLine(other as Line, { answer: "NOTHING_TO_REPORT" })).toMatchObject({
      userErrors: [{ reason: "REPORT_NOT_WRITABLE", field: "answer" }],
    })
    expect(await saveLine(other as Line, kept)).toMatchObject({
      userErrors: [{ reason: "REPORT_NOT_WRITABLE", field: "id" }],
    })
    const again = await well(moveReport("submitAgencyReport", returned, officer))
    const back = await well(moveReport("sendAgencyReportBack", again, head))
    expect((await linesOf(back)).map(({ openFields }) => openFields.length)).toEqual(
      (await linesOf(back)).map((_line, index) => (index === 0 ? 1 : 0)),
    )
  })

  test("is returned with a reason for each field, of its own lines", async () => {
    const sent = await sendAll(await openForFinance())
    const [line] = await linesOf(sent)
    expect(await returnReport(sent, [])).toMatchObject({ userErrors: [{ reason: "NOTHING_RETURNED" }] })
    expect(await returnReport(sent, [{ lineId: line?.id, field: "PROGRESS", reason: " " }])).toMatchObject({
      userErrors: [{ reason: "REASON_MISSING", field: "toCorrect.0.reason" }],
    })
    expect(
      await returnReport(sent, [{ lineId: randomUUID(), field: "PROGRESS", reason: "?" }]),
    ).toMatchObject({
      userErrors: [{ reason: "LINE_UNKNOWN" }],
    })
  })

  test("is written, approved and sent by its own agency alone, each by who may", async () => {
    const report = await reportIn(await openForFinance())
    const [line] = await linesOf(report)
    expect(await saveLine(line as Line, { answer: "NO_CHANGE" }, stranger)).toMatchObject({
      userErrors: [{ reason: "REPORT_NOT_YOURS" }],
    })
    expect(await moveReport("submitAgencyReport", report, stranger)).toMatchObject({
      userErrors: [{ reason: "REPORT_NOT_YOURS" }],
    })
    expect(await moveReport("approveAgencyReport", report, head)).toMatchObject({
      userErrors: [{ reason: "MOVE_NOT_POSSIBLE" }],
    })
    const { errors } = await ask(
      subgraph,
      `mutation ($id: ID!) { approveAgencyReport(input: { idempotencyKey: "a", id: $id, version: 1 }) { userErrors { reason } } }`,
      { id: report.id },
      officer,
    )
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN")
    const { agencyReport } = await askWell<{ agencyReport: unknown }>(
      subgraph,
      "query ($id: ID!) { agencyReport(id: $id) { id } }",
      { id: report.id },
      stranger,
    )
    expect(agencyReport).toBeNull()
  })

  test("is late the day after it was due", async () => {
    const round = await openForFinance()
    rounds.goTo("2026-06-06T08:00:00+07:00")
    expect(await reportIn(round)).toMatchObject({ state: "DRAFT", late: true })
    rounds.goTo("2026-06-01T08:00:00+07:00")
  })

  test("is compared with what the agency last sent, not with what it has only drafted since", async () => {
    const answered = (progress: string) => ({ answer: "REPORTED", progress })
    await sendAll(await openForFinance({ cutOffOn: "2026-05-01" }), answered("Đã trình dự thảo"))
    const [unsent] = await linesOf(await reportIn(await openForFinance({ cutOffOn: "2026-05-02" })))
    await well(saveLine(unsent as Line, answered("Còn đang soạn")))
    const report = await reportIn(await openForFinance({ cutOffOn: "2026-05-03" }))
    const found = await askWell<{
      agencyReport: { lines: { edges: { node: { previous: { progress: string } } }[] } }
    }>(
      subgraph,
      "query ($id: ID!) { agencyReport(id: $id) { lines(first: 1) { edges { node { previous { progress } } } } } }",
      { id: report.id },
      officer,
    )
    expect(found.agencyReport.lines.edges[0]?.node.previous.progress).toBe("Đã trình dự thảo")
  })
})

test("the board of a round and the lines of its reports take as many statements for many rows as for few", async () => {
  const round = await well(moveRound("openRound", await well(createRound())))
  const statementsFor = async (first: number) => {
    const before = subgraph.statements()
    await askWell(
      subgraph,
      `query ($id: ID!, $first: Int!) { round: reportingRound(id: $id) { tally { count } reports(first: $first) { totalCount edges { node {
         state late lineCount answeredCount reminders { remindedOn } lines(first: $first) { edges { node { item { code } previous { answer }
         openFields returnedFields { reason } } } } } } } } }`,
      { id: round.id, first },
      coordinator,
    )
    return subgraph.statements() - before
  }
  const few = await statementsFor(1)
  expect(await statementsFor(20)).toBe(few)
})

test("the public sees nothing of what was reported in the round before", async () => {
  const earlier = await openForFinance({ cutOffOn: "2026-05-03" })
  await sendAll(earlier, { answer: "REPORTED", progress: "Chưa công khai" })
  const round = await openForFinance({ cutOffOn: "2026-05-04" })
  const sent = await sendAll(round, { answer: "REPORTED", progress: "Đã ban hành" })
  await well(moveReport("acceptAgencyReport", sent, coordinator))
  await well(moveRound("publishRound", await well(moveRound("lockRound", round))))
  const previousAs = async (who?: Identity) => {
    const found = await askWell<{
      round: {
        reports: {
          edges: { node: { lines: { edges: { node: { previous: { progress: string } | null } }[] } } }[]
        }
      }
    }>(
      subgraph,
      `query ($id: ID!) { round: reportingRound(id: $id) { reports { edges { node { lines(first: 100) { edges { node {
         previous { progress } } } } } } } } }`,
      { id: round.id },
      who,
    )
    const lines = found.round.reports.edges.flatMap(({ node }) => node.lines.edges.map((each) => each.node))
    expect(lines.length).toBeGreaterThan(0)
    return lines.flatMap(({ previous }) => previous?.progress ?? [])
  }
  expect(new Set(await previousAs(officer))).toEqual(new Set(["Chưa công khai"]))
  expect(await previousAs()).toEqual([])
})

test("a locked round is the public's once it was published, with the reports that were accepted", async () => {
  const seen = async (round: Row) => {
    const found = await askWell<{ round: { reports: { totalCount: number } } | null }>(
      subgraph,
      "query ($id: ID!) { round: reportingRound(id: $id) { reports { totalCount } } }",
      { id: round.id },
    )
    return found.round?.reports.totalCount ?? null
  }
  const [round, unaccepted] = [await openForFinance(), await openForFinance()]
  expect(await moveRound("publishRound", round)).toMatchObject({
    userErrors: [{ reason: "ROUND_NOT_LOCKED" }],
  })
  await well(moveReport("acceptAgencyReport", await sendAll(round), coordinator))
  await sendAll(unaccepted)
  for (const each of [round, unaccepted]) {
    const locked = await well(moveRound("lockRound", each))
    expect(await seen(each)).toBeNull()
    await well(moveRound("publishRound", locked))
  }
  expect(await seen(round)).toBe(1)
  expect(await seen(unaccepted)).toBe(0)
})

describe("a report that has not come", () => {
  const remind = async (round: Row, reportIds: string[] = []): Promise<string[]> => {
    const { remindOfReports } = await askWell<{ remindOfReports: { userErrors: { reason: string }[] } }>(
      subgraph,
      `mutation ($input: RemindOfReportsInput!) {
        remindOfReports(input: $input) { reminder { id } userErrors { reason field message } } }`,
      { input: { idempotencyKey: randomUUID(), roundId: round.id, reportIds } },
      coordinator,
    )
    return remindOfReports.userErrors.map(({ reason }) => reason)
  }
  const toldOf = async (round: Row) =>
    subgraph.orm.em.getConnection().execute<{ type: string; agencies: number; data: object }[]>(
      `select type, cardinality(agency_ids) as agencies, data from outbox_event
       where subject_id = ? and type in ('round.opened', 'report.reminded') order by position`,
      [round.id],
    )

  test("is asked for once a day; its agency is told, and it knows when that was", async () => {
    rounds.goTo("2026-06-02T08:00:00+07:00")
    const round = await openForFinance()
    const report = await reportIn(round)
    expect(await remind(round)).toEqual([])
    expect(await remind(round)).toEqual(["NOBODY_TO_REMIND"])
    expect(await remind(round, [report.id])).toEqual(["REMINDED_TODAY"])
    expect(await remind(round, [randomUUID()])).toEqual(["REPORT_UNKNOWN"])
    const data = { roundName: FIRST_HALF.name, dueOn: FIRST_HALF.agenciesDueOn }
    expect(await toldOf(round)).toEqual([
      { type: "round.opened", agencies: 1, data },
      { type: "report.reminded", agencies: 1, data },
    ])
    rounds.goTo("2026-06-03T08:00:00+07:00")
    expect(await remind(round, [report.id])).toEqual([])
    const remindersAs = async (who?: Identity) => {
      const { agencyReport } = await askWell<{
        agencyReport: { reminders: { remindedOn: string }[] } | null
      }>(
        subgraph,
        "query ($id: ID!) { agencyReport(id: $id) { reminders { remindedOn } } }",
        { id: report.id },
        who,
      )
      return agencyReport?.reminders.map(({ remindedOn }) => remindedOn) ?? null
    }
    expect(await remindersAs(officer)).toEqual(["2026-06-03", "2026-06-02"])
    expect(await remindersAs(stranger)).toBe(null)
    const historyAs = async (who: Identity) => {
      const found = await askWell<{ round: { history: { edges: { node: { action: string } }[] } } }>(
        subgraph,
        "query ($id: ID!) { round: reportingRound(id: $id) { history { edges { node { action } } } } }",
        { id: round.id },
        who,
      )
      return found.round.history.edges.map(({ node }) => node.action)
    }
    const ofRound = ["round.opened", "round.created"]
    expect(await historyAs(coordinator)).toEqual(["report_reminder.sent", "report_reminder.sent", ...ofRound])
    expect(await historyAs(officer)).toEqual(ofRound)
    rounds.goTo("2026-06-01T08:00:00+07:00")
  })

  test("is not asked for once it came, nor when its round is locked", async () => {
    const round = await openForFinance()
    const { id } = await sendAll(round)
    expect(await remind(round, [id])).toEqual(["REPORT_ARRIVED"])
    expect(await remind(round)).toEqual(["NOBODY_TO_REMIND"])
    await well(moveRound("lockRound", round))
    expect(await remind(round)).toEqual(["ROUND_NOT_OPEN"])
  })
})

test("reports are found by whether they are late, as each says of itself", async () => {
  rounds.goTo("2026-06-05T08:00:00+07:00")
  const agencyIds = ["so-tai-chinh", "so-noi-vu"].map(agencyId)
  const round = await rounds.openRound({ agencyIds, agenciesDueOn: "2026-06-06" })
  const lateOf = async (late: boolean | null) => {
    const found = await askWell<{ round: { reports: { edges: { node: { late: boolean } }[] } } }>(
      subgraph,
      `query ($id: ID!, $late: Boolean) {
        round: reportingRound(id: $id) { reports(filter: { late: $late }) { edges { node { late } } } } }`,
      { id: round.id, late },
      coordinator,
    )
    return found.round.reports.edges.map(({ node }) => node.late)
  }
  expect([await lateOf(true), await lateOf(false)]).toEqual([[], [false, false]])
  const finance = await subgraph.orm.em
    .getConnection()
    .execute<Row[]>("select id, version from agency_report where round_id = ? and agency_id = ?", [
      round.id,
      agencyId("so-tai-chinh"),
    ])
  for (const line of await linesOf(finance[0] as Row)) await well(saveLine(line, { answer: "NO_CHANGE" }))
  const submitted = await well(moveReport("submitAgencyReport", finance[0] as Row, officer))
  const approved = await well(moveReport("approveAgencyReport", submitted, head))
  await well(moveReport("sendAgencyReport", approved, officer))
  rounds.goTo("2026-06-07T08:00:00+07:00")
  expect([await lateOf(true), await lateOf(false), await lateOf(null)]).toEqual([
    [true],
    [false],
    expect.arrayContaining([true, false]),
  ])
  rounds.goTo("2026-06-01T08:00:00+07:00")
})

test("an agency finds its own reports of open rounds, and rounds are found by how far they have come", async () => {
  const open = await openForFinance({ name: "Kỳ của tôi" })
  const locked = await well(moveRound("lockRound", await openForFinance({ name: "Kỳ đã khóa" })))
  const prepared = await well(createRound({ name: "Kỳ chuẩn bị" }))
  const own = async (who: Identity) => {
    const { ownReports } = await askWell<{ ownReports: { edges: { node: { round: { id: string } } }[] } }>(
      subgraph,
      "{ ownReports: agencyReports(first: 100, filter: { roundStage: [OPEN] }) { edges { node { round { id } } } } }",
      {},
      who,
    )
    return ownReports.edges.map(({ node }) => node.round.id)
  }
  expect(await own(head)).toContain(open.id)
  expect(await own(head)).not.toContain(locked.id)
  expect(await own(stranger)).not.toContain(open.id)
  const at = async (stage: string) => {
    const found = await askWell<{ rounds: { edges: { node: { id: string; stage: string } }[] } }>(
      subgraph,
      "query ($stage: [RoundStage!]) { rounds: reportingRounds(first: 100, filter: { stage: $stage }) { edges { node { id stage } } } }",
      { stage: [stage] },
      coordinator,
    )
    const nodes = found.rounds.edges.map(({ node }) => node)
    expect(new Set(nodes.map((node) => node.stage))).toEqual(new Set([stage]))
    return nodes.map(({ id }) => id)
  }
  expect(await at("OPEN")).toContain(open.id)
  expect(await at("LOCKED")).toContain(locked.id)
  expect(await at("PREPARED")).toContain(prepared.id)
})

test("rounds stand in the order that is asked for, the last due first where none is", async () => {
  const named = (name: string, agenciesDueOn: string) =>
    well(
      createRound({
        name: `Xếp ${name}`,
        agenciesDueOn,
        cityDueOn: "2033-01-10",
        governmentDueOn: "2033-01-14",
      }),
    )
  await named("ô", "2033-01-02")
  await named("ă", "2033-01-03")
  await named("đ", "2033-01-01")
  const order = async (orderBy: object | null) => {
    const { reportingRounds } = await askWell<{ reportingRounds: { edges: { node: { name: string } }[] } }>(
      subgraph,
      `query ($orderBy: ReportingRoundOrder) { reportingRounds(first: 9, filter: { text: "xep" }, orderBy: $orderBy) {
         edges { node { name } } } }`,
      { orderBy },
      coordinator,
    )
    return reportingRounds.edges.map(({ node }) => node.name.slice(-1)).join("")
  }
  expect(await order(null)).toBe("ăôđ")
  expect(await order({ field: "AGENCIES_DUE_ON" })).toBe("đôă")
  expect(await order({ field: "NAME" })).toBe("ăđô")
  expect(await order({ field: "CUT_OFF_ON", direction: "DESC" })).toHaveLength(3)
})

test("the regular round of a half is found by its year, and so is no other", async () => {
  const ofHalf = (variables: object, by = coordinator) =>
    ask<{ reportingRound: { id: string; year: number | null; half: number | null } | null }>(
      subgraph,
      "query ($id: ID, $year: Int, $half: Int) { reportingRound(id: $id, year: $year, half: $half) { id year half } }",
      { ...variables },
      by,
    )
  const prepare = (cutOffOn: string, kind = "REGULAR") =>
    well(
      createRound({
        kind,
        cutOffOn,
        agenciesDueOn: "2032-01-05",
        cityDueOn: "2032-01-10",
        governmentDueOn: "2032-01-14",
      }),
    )
  const second = await prepare("2031-11-15")
  await prepare("2031-11-20", "AD_HOC")
  const first = await prepare("2031-06-30")
  const round = async (half: number) => (await ofHalf({ year: 2031, half })).data?.reportingRound
  expect(await round(1)).toEqual({ id: first.id, year: 2031, half: 1 })
  expect(await round(2)).toEqual({ id: second.id, year: 2031, half: 2 })
  expect((await ofHalf({ year: 2030, half: 1 })).data).toEqual({ reportingRound: null })
  expect((await ofHalf({ year: 2031, half: 1 }, stranger)).data).toEqual({ reportingRound: null })
  const later = await prepare("2031-11-16")
  expect((await round(2))?.id).toBe(later.id)
  for (const [variables, reason, argument] of [
    [{ year: 2031 }, "HALF_INCOMPLETE", "half"],
    [{ half: 1 }, "HALF_INCOMPLETE", "year"],
    [{ year: 2031, half: 3 }, "HALF_UNKNOWN", "half"],
  ] as const)
    expect((await ofHalf(variables)).errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      reason,
      argument,
    })
})
