import { randomUUID } from "node:crypto"
import { agencyRegister } from "@plan43/agency-register"
import type { Identity } from "@plan43/authorization"
import { addDays, type CalendarDate, calendarDateOf } from "@plan43/calendar"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { planKeyOf, stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { Outcome, RecordingContext, RequestContext, RunningSubgraph } from "@plan43/subgraph"
import { askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import fc from "fast-check"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { assessmentOf } from "../assessment/assessment-of-indicator.ts"
import { closePeriod, reopenPeriod } from "../closing/close-period.ts"
import { recordDirectedTarget } from "../directive/record-directed-target.ts"
import { publishFact, withdrawFact } from "../fact/record-fact.ts"
import { Indicator } from "../indicator/indicator.ts"
import { setFrequency } from "../indicator/set-frequency.ts"
import { recordJudgement } from "../judgement/record-judgement.ts"
import { observationsOfIndicator } from "../observation/observation.loader.ts"
import { Observation } from "../observation/observation.ts"
import {
  correctObservation,
  type ObservationDetails,
  recordObservation,
  withdrawObservation,
} from "../observation/record-observation.ts"
import { IndicatorBaseline } from "../path/indicator-baseline.ts"
import { IndicatorMilestone } from "../path/indicator-milestone.ts"
import { recordBaseline, recordMilestone } from "../path/record-path.ts"
import { openPeriods } from "../period/open-periods.ts"
import { planImport } from "../plan-import/index.ts"
import { indicators } from "../subgraph.ts"

let database: TestDatabase
let subgraph: RunningSubgraph
let planKey: string

beforeAll(async () => {
  const plan = readPlan(publishedPlanText())
  planKey = planKeyOf(plan)
  database = await createTestDatabase()
  subgraph = await startForTest(indicators, database.urls.indicators)
  await fillTables(database.urls.indicators, planImport, { plan, register: agencyRegister })
})

afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
})

const TABLES = [
  "observation",
  "judgement",
  "indicator_baseline",
  "indicator_milestone",
  "directed_target",
  "closed_period",
  "outbox_event",
  "recorded_request",
]

afterEach(async () => {
  for (const table of TABLES) await execute(`delete from ${table}`)
  await execute("update indicator set frequency = 'YEAR'")
})

const execute = <Row extends object>(statement: string, parameters: unknown[] = []) =>
  subgraph.orm.em.getConnection().execute<Row[]>(statement, parameters)

async function counts(): Promise<number[]> {
  return Promise.all(
    [...TABLES, "audit_entry"].map(async (table) => (await execute(`select 1 from ${table}`)).length),
  )
}

const idOf = (code: string) => stableId("indicator", planKey, code)
const agencyId = (code: string) => stableId("agency", code)
const officer = personOf("AGENCY_OFFICER", agencyId("so-khcn"))
const coordinator = personOf("COORDINATOR")

function as(viewer: Identity, today = "2026-11-26"): RecordingContext {
  return {
    em: subgraph.orm.em.fork(),
    requestId: randomUUID(),
    viewer,
    address: "203.0.113.7",
    today: calendarDateOf(today),
  }
}

function reading(viewer: Identity | null, today = "2026-11-26"): RequestContext {
  const { em, requestId } = as(coordinator)
  return {
    em,
    requestId,
    viewer,
    address: null,
    today: calendarDateOf(today),
    log: {} as RequestContext["log"],
  }
}

const once = (reason: string | null = null) => ({ idempotencyKey: randomUUID(), reason })

function recorded<T>(outcome: Outcome<T>): T {
  if ("refusals" in outcome) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.recorded
}

function reasons(outcome: Outcome<unknown>): string[] {
  return "refusals" in outcome ? outcome.refusals.map(({ reason, field }) => `${reason} ${field}`) : []
}

const GRDP: ObservationDetails = {
  value: 25,
  unit: "% GRDP",
  provisional: true,
  source: "Cục Thống kê",
  evidence: null,
  note: null,
}

const of = (code: string, periodKey = "2025") => ({ indicatorId: idOf(code), periodKey })

/** The indicator, and where it stands as somebody reads it. */
async function assessed(code: string, asOf: string, viewer: Identity | null = coordinator) {
  const ctx = reading(viewer)
  const indicator = await ctx.em.findOneOrFail(Indicator, { id: idOf(code) })
  return assessmentOf(ctx, indicator, calendarDateOf(asOf))
}

async function valuesOf(code: string, viewer: Identity | null, asOf = "2026-11-26") {
  const request = { indicatorId: idOf(code), asOf: calendarDateOf(asOf) }
  const { edges } = await observationsOfIndicator(reading(viewer), request, { first: 20 } as never)
  return edges.map(({ node }) => node.value)
}

describe("an officer", () => {
  test("records a figure of the own agency's indicator; history and outbox say so", async () => {
    const row = recorded(await recordObservation(as(officer), once(), of("9"), GRDP))
    expect(row).toMatchObject({
      value: 25,
      periodStart: "2025-01-01",
      periodEnd: "2025-12-31",
      revision: 1,
      recordedOn: "2026-11-26",
      recordedBy: officer.name,
      agencyId: agencyId("so-khcn"),
      onBehalf: false,
    })
    expect(
      await execute("select actor, action, entity_id from audit_entry where entity_id = ?", [row.id]),
    ).toEqual([{ actor: officer.id, action: "observation.recorded", entity_id: row.id }])
    expect(
      await execute("select type, subject_id, agency_ids, data from outbox_event where type <> 'changed'"),
    ).toEqual([
      {
        type: "observation.recorded",
        subject_id: idOf("9"),
        agency_ids: [agencyId("so-khcn")],
        data: { indicatorCode: "9" },
      },
    ])
  })

  test("is refused another agency's indicator, its figures too, and nothing changes", async () => {
    const row = recorded(
      await recordObservation(as(coordinator), once(), of("8"), { ...GRDP, unit: "%", value: 30 }),
    )
    const before = await counts()
    expect(
      reasons(await recordObservation(as(officer), once(), of("8", "2024"), { ...GRDP, unit: "%" })),
    ).toEqual(["INDICATOR_NOT_YOURS indicatorId"])
    expect(reasons(await correctObservation(as(officer), once("sai"), row, GRDP))).toEqual([
      "INDICATOR_NOT_YOURS indicatorId",
    ])
    expect(reasons(await withdrawObservation(as(officer), once("sai"), row))).toEqual([
      "INDICATOR_NOT_YOURS indicatorId",
    ])
    expect(await counts()).toEqual(before)
  })

  test("reports what a predecessor was given, in the name of the own agency", async () => {
    const [succession] = agencyRegister.successions
    if (succession === undefined) throw new Error("the register knows successions")
    await execute("update indicator_agency set agency_id = ? where indicator_id = ?", [
      agencyId(succession.predecessorCode),
      idOf("12"),
    ])
    const successor = personOf("AGENCY_OFFICER", agencyId(succession.successorCode))
    const details = { ...GRDP, unit: "%" }
    expect(recorded(await recordObservation(as(successor), once(), of("12"), details))).toMatchObject({
      agencyId: agencyId(succession.successorCode),
    })
    expect(
      recorded(await recordObservation(as(coordinator), once(), of("12", "2024"), details)),
    ).toMatchObject({
      agencyId: agencyId(succession.successorCode),
      onBehalf: true,
    })
    await execute("update indicator_agency set agency_id = ? where indicator_id = ?", [
      agencyId("so-khcn"),
      idOf("12"),
    ])
  })

  test("does not withdraw what the public sees, but corrects it; the public sees the old one until then", async () => {
    const row = recorded(await recordObservation(as(officer), once(), of("9"), GRDP))
    const published = recorded(
      await publishFact(as(coordinator), once(), {
        entity: Observation,
        table: "observation",
        standing: row,
        published: true,
      }),
    )
    expect(reasons(await withdrawObservation(as(officer), once("sai"), published))).toEqual(["PUBLISHED id"])
    const corrected = recorded(
      await correctObservation(as(officer), once("số chính thức"), published, { ...GRDP, value: 26 }),
    )
    expect([await valuesOf("9", null), await valuesOf("9", officer)]).toEqual([[25], [26]])
    const shown = { entity: Observation, table: "observation", standing: corrected } as const
    const again = recorded(await publishFact(as(coordinator), once(), { ...shown, published: true }))
    expect(await valuesOf("9", null)).toEqual([26])
    recorded(await publishFact(as(coordinator), once(), { ...shown, standing: again, published: false }))
    expect(await valuesOf("9", null)).toEqual([])
  })
})

describe("a figure", () => {
  test("is recorded by a coordinator on the agency's behalf, and marked so", async () => {
    const row = recorded(await recordObservation(as(coordinator), once(), of("9"), GRDP))
    expect(row).toMatchObject({ onBehalf: true, agencyId: agencyId("so-khcn") })
  })

  test("is refused with everything that is wrong about it, each at its input", async () => {
    const before = await counts()
    const wrong = { ...GRDP, value: 125, unit: "tỷ đồng", source: " " }
    expect(reasons(await recordObservation(as(officer), once(), of("9", "2026-Q4"), wrong))).toEqual([
      "PERIOD_OF_OTHER_FREQUENCY periodKey",
      "PERIOD_IN_FUTURE periodKey",
      "WRONG_UNIT unit",
      "VALUE_OUT_OF_RANGE value",
      "SOURCE_MISSING source",
    ])
    expect(reasons(await recordObservation(as(officer), once(), of("9", "năm nay"), GRDP))).toEqual([
      "PERIOD_MALFORMED periodKey",
    ])
    expect(reasons(await recordObservation(as(coordinator), once(), of("10"), GRDP))).toEqual([
      "HEADING_TAKES_NO_FIGURE indicatorId",
    ])
    expect(reasons(await recordObservation(as(officer), once(), of("9"), { ...GRDP, value: null }))).toEqual([
      "VALUE_MISSING value",
    ])
    expect(await counts()).toEqual(before)
  })

  test("is recorded once for each period, also by two at once", async () => {
    const outcomes = await Promise.all(
      [25, 26].map((value) => recordObservation(as(officer), once(), of("9"), { ...GRDP, value })),
    )
    expect(outcomes.flatMap(reasons)).toEqual(["PERIOD_TAKEN periodKey"])
    expect(await valuesOf("9", officer)).toHaveLength(1)
  })

  test("is recorded once however often the request is repeated", async () => {
    const request = once()
    const [one, other] = await Promise.all(
      [1, 2].map(async () => recorded(await recordObservation(as(officer), request, of("9"), GRDP))),
    )
    expect(one?.id).toBe(other?.id)
  })

  test("that was corrected keeps the old value, and who corrected it, when and why", async () => {
    const row = recorded(await recordObservation(as(officer), once(), of("9"), GRDP))
    const corrected = recorded(
      await correctObservation(as(coordinator, "2026-11-27"), once("theo Niên giám"), row, {
        ...GRDP,
        value: 26.5,
        provisional: false,
      }),
    )
    expect(corrected).toMatchObject({
      value: 26.5,
      revision: 2,
      chainId: row.chainId,
      reason: "theo Niên giám",
      onBehalf: true,
      periodEnd: "2025-12-31",
    })
    expect(
      await execute(
        "select action, before ->> 'value' as before, after ->> 'value' as after from audit_entry where entity_id in (?, ?) order by id",
        [row.id, corrected.id],
      ),
    ).toEqual([
      { action: "observation.recorded", before: null, after: "25" },
      { action: "observation.corrected", before: "25", after: "26.5" },
    ])
    expect(reasons(await correctObservation(as(officer), once("lại"), row, GRDP))).toEqual([
      "VERSION_STALE version",
    ])
    expect(reasons(await correctObservation(as(officer), once(), corrected, GRDP))).toEqual([
      "REASON_MISSING reason",
    ])
  })

  test("that was withdrawn is known only until then, and its period is free again", async () => {
    const row = recorded(await recordObservation(as(officer, "2026-11-20"), once(), of("9"), GRDP))
    recorded(await withdrawObservation(as(officer), once("nhầm kỳ"), row))
    expect(await valuesOf("9", officer, "2026-11-25")).toEqual([25])
    expect(await valuesOf("9", officer)).toEqual([])
    recorded(await recordObservation(as(officer), once(), of("9"), GRDP))
  })

  test("of a closed period is refused until that is opened again with a reason", async () => {
    const row = recorded(await recordObservation(as(officer), once(), of("9"), GRDP))
    expect(reasons(await closePeriod(as(coordinator), once(), "2026"))).toEqual([
      "PERIOD_IN_FUTURE periodKey",
    ])
    const closed = recorded(await closePeriod(as(coordinator), once(), "2025"))
    expect(reasons(await closePeriod(as(coordinator), once(), "2025"))).toEqual(["PERIOD_CLOSED periodKey"])
    expect(reasons(await recordObservation(as(officer), once(), of("14"), { ...GRDP, value: 1 }))).toEqual([
      "PERIOD_CLOSED periodKey",
    ])
    expect(reasons(await correctObservation(as(coordinator), once("sai"), row, GRDP))).toEqual([
      "PERIOD_CLOSED periodKey",
    ])
    expect(reasons(await withdrawObservation(as(coordinator), once("sai"), row))).toEqual([
      "PERIOD_CLOSED periodKey",
    ])
    recorded(await recordObservation(as(officer), once(), of("14", "2024"), { ...GRDP, value: 1 }))
    expect(reasons(await reopenPeriod(as(coordinator), once(), closed))).toEqual(["REASON_MISSING reason"])
    recorded(await reopenPeriod(as(coordinator), once("sót số liệu"), closed))
    recorded(await recordObservation(as(officer), once(), of("14"), { ...GRDP, value: 1 }))
  })

  test("of a closed period knows who closed that and opened it again, each time", async () => {
    const closed = recorded(await closePeriod(as(coordinator), once(), "2025"))
    recorded(await reopenPeriod(as(coordinator), once("sót số liệu"), closed))
    const again = recorded(await closePeriod(as(coordinator), once("đã bổ sung"), "2025"))
    recorded(await closePeriod(as(coordinator), once(), "2024"))
    const told = async (id: string, who?: Identity) => {
      const { closedPeriod } = await askWell<{
        closedPeriod: { history: { edges: { node: { action: string; reason: string | null } }[] } } | null
      }>(
        subgraph,
        "query ($id: ID!) { closedPeriod(id: $id) { history { edges { node { action reason } } } } }",
        { id },
        who,
      )
      return closedPeriod?.history.edges.map(({ node }) => `${node.action} ${node.reason}`) ?? null
    }
    expect(await told(again.id, officer)).toEqual([
      "closed_period.closed đã bổ sung",
      "closed_period.reopened sót số liệu",
      "closed_period.closed null",
    ])
    expect(await told(closed.id, officer)).toEqual(await told(again.id, officer))
    await expect(told(again.id)).rejects.toThrow()
  })

  test("of a period that was opened again is found among those that were, by whoever may read it", async () => {
    const closed = recorded(await closePeriod(as(coordinator), once(), "2025"))
    recorded(await closePeriod(as(coordinator), once(), "2024"))
    recorded(await reopenPeriod(as(coordinator), once("sót số liệu"), closed))
    const opened = "{ reopenedPeriods { edges { node { id periodKey reopenedOn } } } }"
    const listed = async () =>
      (
        await askWell<{ reopenedPeriods: { edges: { node: { id: string } }[] } }>(
          subgraph,
          opened,
          {},
          officer,
        )
      ).reopenedPeriods.edges.map(({ node }) => node)
    expect(await listed()).toEqual([
      { id: closed.id, periodKey: "2025", reopenedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    ])
    await expect(askWell(subgraph, opened, {})).rejects.toThrow()
    const one = "query ($id: ID!) { closedPeriod(id: $id) { periodKey } }"
    expect(await askWell(subgraph, one, { id: closed.id })).toEqual({ closedPeriod: null })

    recorded(await closePeriod(as(coordinator), once(), "2025"))
    expect(await listed()).toEqual([])
  })

  test("stands whatever the frequency becomes; a new one is of the new frequency", async () => {
    const row = recorded(await recordObservation(as(officer), once(), of("9"), GRDP))
    const { version } = await as(coordinator).em.findOneOrFail(Indicator, { id: idOf("9") })
    recorded(await setFrequency(as(coordinator), once(), { id: idOf("9"), version }, "QUARTER"))
    expect(reasons(await recordObservation(as(officer), once(), of("9", "2024"), GRDP))).toEqual([
      "PERIOD_OF_OTHER_FREQUENCY periodKey",
    ])
    recorded(await recordObservation(as(officer), once(), of("9", "2026-Q3"), { ...GRDP, value: 27 }))
    recorded(await correctObservation(as(officer), once("sai"), row, { ...GRDP, value: 24 }))
    expect(await valuesOf("9", officer)).toEqual([27, 24])
  })
})

test("an indicator with many figures, all corrected, is read in as many statements as one with a single figure", async () => {
  const statementsFor = async (code: string) => {
    const before = subgraph.statements()
    const { indicator } = await askWell<{ indicator: { observations: { edges: object[] } } }>(
      subgraph,
      `query ($code: String!) { indicator(code: $code) { assessment { state } path { on value } milestones { value agency { id } }
        observations(first: 50) { totalCount edges { node { value recordedBy agency { id } files { id }
          indicator { id } corrected { value recordedBy agency { id } } } } } } }`,
      { code },
      coordinator,
    )
    return { statements: subgraph.statements() - before, figures: indicator.observations.edges.length }
  }
  recorded(await recordObservation(as(officer), once(), of("9"), GRDP))
  for (const year of ["2020", "2021", "2022", "2023", "2024", "2025"]) {
    const row = recorded(await recordObservation(as(officer), once(), of("14", year), { ...GRDP, value: 1 }))
    recorded(await correctObservation(as(officer), once("sai"), row, { ...GRDP, value: 2 }))
  }
  await statementsFor("9")
  const one = await statementsFor("9")
  const many = await statementsFor("14")
  expect([one.figures, many.figures]).toEqual([1, 6])
  expect(many.statements).toBe(one.statements)
})

test("open periods are over, not closed and without a figure", async () => {
  const ctx = reading(officer)
  const indicator = await ctx.em.findOneOrFail(Indicator, { id: idOf("9") })
  recorded(await recordObservation(as(officer), once(), of("9", "2024"), GRDP))
  recorded(await closePeriod(as(coordinator), once(), "2023"))
  const keys = (await openPeriods(ctx, indicator)).map(({ key }) => key)
  expect(keys.slice(0, 2)).toEqual(["2025", "2022"])
})

test("open months reach back to January of the year before the plan, though the last twelve have their figures", async () => {
  await execute("update indicator set frequency = 'MONTH' where id = ?", [idOf("9")])
  const open = async () => {
    const ctx = reading(officer)
    const indicator = await ctx.em.findOneOrFail(Indicator, { id: idOf("9") })
    return (await openPeriods(ctx, indicator)).map(({ key }) => key)
  }
  const months = await open()
  expect([months.length, months.at(0), months.at(-1)]).toEqual([34, "2026-10", "2024-01"])
  for (const month of months.slice(0, 12))
    recorded(await recordObservation(as(officer), once(), of("9", month), GRDP))
  expect(await open()).toEqual(months.slice(12))
})

describe("what a coordinator sets", () => {
  const baseline = {
    on: calendarDateOf("2024-12-31"),
    value: 20,
    unit: "% GRDP",
    source: "Niên giám 2024",
    evidence: null,
  }
  const milestone = { on: calendarDateOf("2027-12-31"), value: 30, unit: "% GRDP", source: null }

  test("a baseline stands once, and is corrected with a reason", async () => {
    const about = { indicatorId: idOf("9") }
    const row = recorded(await recordBaseline(as(coordinator), once(), about, baseline))
    expect(reasons(await recordBaseline(as(coordinator), once(), about, baseline))).toEqual([
      "BASELINE_STANDS indicatorId",
    ])
    recorded(
      await recordBaseline(as(coordinator), once("sai"), { corrects: row }, { ...baseline, value: 21 }),
    )
    recorded(await recordObservation(as(officer), once(), of("9"), GRDP))
    expect(await assessed("9", "2026-11-26")).toMatchObject({ state: "ON_PATH", missing: [] })
    expect(
      reasons(
        await recordBaseline(as(coordinator), once(), { indicatorId: idOf("23") }, { ...baseline, value: 0 }),
      ),
    ).toEqual(["NO_PATH indicatorId"])
  })

  test("milestones lie between baseline and target, one a day, and are withdrawn with a reason", async () => {
    const about = { indicatorId: idOf("9") }
    recorded(await recordBaseline(as(coordinator), once(), about, baseline))
    const row = recorded(await recordMilestone(as(coordinator), once(), about, milestone))
    expect(reasons(await recordMilestone(as(coordinator), once(), about, milestone))).toEqual([
      "MILESTONE_STANDS on",
    ])
    for (const on of ["2024-12-31", "2030-12-31"])
      expect(
        reasons(
          await recordMilestone(as(coordinator), once(), about, { ...milestone, on: calendarDateOf(on) }),
        ),
      ).toEqual(["DATE_OFF_PATH on"])
    const fact = { entity: IndicatorMilestone, table: "indicator_milestone", standing: row } as const
    expect(reasons(await withdrawFact(as(coordinator), once(), fact))).toEqual(["REASON_MISSING reason"])
    recorded(await withdrawFact(as(coordinator), once("nhầm"), fact))
    recorded(await recordMilestone(as(coordinator), once(), about, milestone))
  })

  const ranking = { on: calendarDateOf("2026-01-15"), evidence: "Bảng xếp hạng PII 2025", source: "Bộ KH&CN" }

  test("a judgement is of targets without a figure, or that a ranking was not made", async () => {
    const judge = (code: string, state: "REACHED" | "NOT_APPLICABLE", on = ranking.on) =>
      recordJudgement(as(coordinator), once(), { indicatorId: idOf(code) }, { ...ranking, on, state })
    recorded(await judge("1", "REACHED"))
    recorded(await judge("22", "REACHED"))
    recorded(await judge("3", "NOT_APPLICABLE"))
    expect(reasons(await judge("3", "REACHED"))).toEqual(["STATE_NOT_TAKEN state"])
    expect(reasons(await judge("22", "NOT_APPLICABLE"))).toEqual(["STATE_NOT_TAKEN state"])
    expect(reasons(await judge("4", "NOT_APPLICABLE"))).toEqual(["NOT_JUDGED indicatorId"])
    expect(reasons(await judge("1", "REACHED", calendarDateOf("2026-11-27")))).toEqual(["DATE_IN_FUTURE on"])
    expect((await assessed("1", "2026-11-26")).state).toBe("REACHED")
    expect((await assessed("3", "2026-11-26")).explanation).toContain("Không áp dụng")
    expect(await execute("select distinct type from outbox_event where type <> 'changed'")).toEqual([
      { type: "indicator.judged" },
    ])
  })

  test("a directed target takes the place of the directive from the day it was recorded", async () => {
    const directed = {
      kind: "AT_LEAST" as const,
      minimum: 1,
      maximum: null,
      note: null,
      documentNumber: "12/CT-BCA",
      documentIssuedOn: calendarDateOf("2026-05-04"),
      documentIssuer: "Bộ Công an",
      documentLink: null,
    }
    const about = { indicatorId: idOf("27") }
    const row = recorded(await recordDirectedTarget(as(coordinator, "2026-06-01"), once(), about, directed))
    recorded(
      await recordObservation(as(coordinator, "2026-01-05"), once(), of("27"), {
        ...GRDP,
        value: 1,
        unit: "Sàn dữ liệu",
      }),
    )
    expect((await assessed("27", "2026-05-31")).missing).toEqual(["DIRECTIVE"])
    expect((await assessed("27", "2026-06-01")).state).toBe("REACHED")
    expect(reasons(await recordDirectedTarget(as(coordinator), once(), about, directed))).toEqual([
      "TARGET_STANDS indicatorId",
    ])
    recorded(
      await recordDirectedTarget(
        as(coordinator),
        once("văn bản mới"),
        { corrects: row },
        { ...directed, minimum: 2 },
      ),
    )
    expect((await assessed("27", "2026-11-26")).missing).toEqual(["BASELINE"])
    expect(
      reasons(
        await recordDirectedTarget(as(coordinator), once(), about, {
          ...directed,
          kind: "RANGE",
          documentNumber: "",
          documentLink: "javascript:alert(1)",
        }),
      ),
    ).toEqual(["FIGURE_MISSING maximum", "DOCUMENT_MISSING documentNumber", "LINK_MALFORMED documentLink"])
    expect(
      reasons(await recordDirectedTarget(as(coordinator), once(), { indicatorId: idOf("9") }, directed)),
    ).toEqual(["NOT_DIRECTED indicatorId"])
  })
})

/** Something that happens to indicator 9 on a day. */
type Deed = {
  day: number
  what: "record" | "correct" | "withdraw" | "baseline" | "milestone"
  number: number
}

test("an assessment as of a past day never changes through later entries", { timeout: 120_000 }, async () => {
  const first = calendarDateOf("2026-01-01")
  const dayAfter = (days: number): CalendarDate => addDays(first, days)
  const deed: fc.Arbitrary<Deed> = fc.record({
    day: fc.integer({ min: 0, max: 5 }),
    what: fc.constantFrom("record", "record", "correct", "withdraw", "baseline", "milestone"),
    number: fc.integer({ min: 0, max: 4 }),
  })
  async function carryOut({ day, what, number }: Deed): Promise<void> {
    const ctx = as(coordinator, dayAfter(day))
    const { em } = ctx
    const about = { indicatorId: idOf("9") }
    const standing = { supersededAt: null, withdrawnOn: null, indicatorId: idOf("9") }
    const details = { ...GRDP, value: 10 + 10 * number }
    if (what === "record") await recordObservation(ctx, once(), of("9", String(2021 + number)), details)
    if (what === "baseline") {
      const [found] = await em.find(IndicatorBaseline, standing)
      const given = {
        on: calendarDateOf(`${2020 + number}-12-31`),
        value: 5,
        unit: "% GRDP",
        source: "NGTK",
        evidence: null,
      }
      await recordBaseline(ctx, once("vì sao"), found === undefined ? about : { corrects: found }, given)
    }
    if (what === "milestone") {
      const given = {
        on: calendarDateOf(`${2026 + (number % 4)}-12-31`),
        value: 30,
        unit: "% GRDP",
        source: null,
      }
      await recordMilestone(ctx, once(), about, given)
    }
    const [found] = await em.find(Observation, standing, { orderBy: { periodEnd: "DESC" } })
    if (what === "correct" && found !== undefined)
      await correctObservation(ctx, once("vì sao"), found, details)
    if (what === "withdraw" && found !== undefined) await withdrawObservation(ctx, once("vì sao"), found)
  }
  const inWords = async (day: number) => {
    const { state, explanation, missing, pathValue } = await assessed("9", dayAfter(day))
    return JSON.stringify([state, explanation, missing, pathValue])
  }
  await fc.assert(
    fc
      .asyncProperty(fc.array(deed, { minLength: 2, maxLength: 10 }), async (deeds) => {
        const told = new Map<number, string>()
        let yesterday = -1
        for (const each of deeds.toSorted((a, b) => a.day - b.day)) {
          for (; yesterday < each.day - 1; yesterday += 1)
            told.set(yesterday + 1, await inWords(yesterday + 1))
          await carryOut(each)
        }
        for (const [day, words] of told) expect(await inWords(day)).toBe(words)
      })
      .beforeEach(async () => {
        for (const table of TABLES) await execute(`delete from ${table}`)
      }),
    { numRuns: 40 },
  )
})
