import { randomUUID } from "node:crypto"
import { agencyRegister } from "@plan43/agency-register"
import { ask, personOf } from "@plan43/subgraph/testing"
import { readWorkbook } from "@plan43/workbook"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { planImport } from "../plan-import/index.ts"
import {
  agencyId,
  coordinator,
  FIRST_HALF,
  type Row,
  type RunningRounds,
  startRounds,
  well,
} from "../testing/running-round.ts"

const finance = agencyId("so-tai-chinh")
const health = agencyId("so-y-te")
const officer = personOf("AGENCY_OFFICER", finance)
const head = personOf("AGENCY_HEAD", finance)

const QUESTIONS = "Đã bố trí vốn chưa?\n\nCòn vướng gì?"

let rounds: RunningRounds

beforeAll(async () => {
  rounds = await startRounds()
})

afterAll(() => rounds?.stop())

const TEMPLATE = {
  name: "Đôn đốc giải ngân",
  note: "Công văn 12/UBND-KT",
  itemKinds: ["TASK"],
  sections: ["IV"],
  questions: QUESTIONS,
  agencyIds: [finance],
}

const createTemplate = (given: object = {}) =>
  rounds.carryOut("createReportTemplate", "CreateReportTemplateInput", "template", { ...TEMPLATE, ...given })
const updateTemplate = ({ id, version }: Row, given: object) =>
  rounds.carryOut("updateReportTemplate", "UpdateReportTemplateInput", "template", {
    ...{ id, version, ...TEMPLATE },
    ...given,
  })
const withdrawTemplate = ({ id, version }: Row, reason: string | null) =>
  rounds.carryOut("withdrawReportTemplate", "WithdrawReportTemplateInput", "template", {
    id,
    version,
    reason,
  })
const createRound = (given: object) =>
  rounds.carryOut("createRound", "CreateRoundInput", "round", { ...FIRST_HALF, ...given })

interface AskedLine extends Row {
  answer: string | null
  progress: string | null
  openFields: string[]
  item: { kind: string; code: string; name: string; task: object | null; indicator: object | null }
  previous: { progress: string | null } | null
}

interface AskedReport extends Row {
  state: string
  agency: { id: string }
  lines: AskedLine[]
}

async function reportsOf({ id }: Row): Promise<AskedReport[]> {
  const { round } = await rounds.ask<{
    round: {
      reports: {
        edges: { node: Omit<AskedReport, "lines"> & { lines: { edges: { node: AskedLine }[] } } }[]
      }
    }
  }>(
    `query ($id: ID!) { round: reportingRound(id: $id) { reports(first: 100) { edges { node { id version state agency { id }
       lines(first: 100) { edges { node { id version answer progress openFields
         item { kind code name task { id } indicator { id } } previous { progress } } } } } } } } }`,
    { id },
  )
  return round.reports.edges.map(({ node: { lines, ...report } }) => ({
    ...report,
    lines: lines.edges.map(({ node }) => node),
  }))
}

const saveLine = ({ id, version }: Row, given: object) =>
  rounds.carryOut("saveReportLine", "SaveReportLineInput", "line", { id, version, ...given }, officer)

describe("a template", () => {
  test("is recorded once, changed by its version, and withdrawn with a reason; its history says so", async () => {
    const template = await well(createTemplate())
    expect((await updateTemplate({ ...template, version: 7 }, {})).userErrors[0]?.reason).toBe(
      "VERSION_STALE",
    )
    const changed = await well(updateTemplate(template, { sections: ["IV", "V"] }))
    expect(changed.version).toBe(2)
    expect((await withdrawTemplate(changed, " ")).userErrors).toMatchObject([
      { reason: "REASON_MISSING", field: "reason" },
    ])
    await well(withdrawTemplate(changed, "Không dùng nữa"))
    const found = await rounds.ask<{
      reportTemplate: { withdrawnAt: string; sections: string[]; history: { edges: { node: object }[] } }
      reportTemplates: { edges: { node: { id: string } }[] }
    }>(
      `query ($id: ID!) {
         reportTemplate(id: $id) { withdrawnAt sections history { edges { node { action reason } } } }
         reportTemplates(first: 100) { edges { node { id } } } }`,
      { id: template.id },
    )
    expect(found.reportTemplate.withdrawnAt).not.toBeNull()
    expect(found.reportTemplate.sections).toEqual(["IV", "V"])
    expect(found.reportTemplate.history.edges.map(({ node }) => node)).toEqual([
      { action: "report_template.withdrawn", reason: "Không dùng nữa" },
      { action: "report_template.updated", reason: null },
      { action: "report_template.created", reason: null },
    ])
    expect(found.reportTemplates.edges.map(({ node }) => node.id)).not.toContain(template.id)
  })

  test("is recorded once however often the same request comes", async () => {
    const idempotencyKey = randomUUID()
    const [one, again] = [
      await well(createTemplate({ idempotencyKey })),
      await well(createTemplate({ idempotencyKey })),
    ]
    expect(again).toEqual(one)
  })

  test("names agencies and sections that there are", async () => {
    expect((await createTemplate({ agencyIds: [randomUUID()] })).userErrors).toMatchObject([
      { reason: "AGENCY_UNKNOWN", field: "agencyIds" },
    ])
    expect((await createTemplate({ sections: ["IV", "XL"] })).userErrors).toMatchObject([
      { reason: "SECTION_UNKNOWN", field: "sections", message: expect.stringContaining("“XL”") },
    ])
  })

  test("is found by words of its name, and is nobody's who does not read all reports", async () => {
    const { id } = await well(createTemplate({ name: "Báo cáo quý về hạ tầng số" }))
    const found = await rounds.ask<{ reportTemplates: { edges: { node: { id: string } }[] } }>(
      '{ reportTemplates(filter: { text: "ha tang quy" }) { edges { node { id } } } }',
    )
    expect(found.reportTemplates.edges).toEqual([{ node: { id } }])
    for (const who of [officer, head])
      expect(
        (await ask(rounds.subgraph, "{ reportTemplates { totalCount } }", {}, who)).errors?.[0]?.extensions
          .code,
      ).toBe("FORBIDDEN")
  })
})

describe("a round that was filled in from a template", () => {
  test("says from which version, also after the template was changed and withdrawn", async () => {
    const template = await well(createTemplate())
    const chosen = { templateId: template.id, templateVersion: 1 }
    const round = await well(createRound({ ...chosen, itemKinds: ["TASK"], sections: ["IV"] }))
    const changed = await well(updateTemplate(template, { questions: null }))
    await well(withdrawTemplate(changed, "Thay bằng mẫu khác"))
    const updated = await well(
      rounds.carryOut("updateRound", "UpdateRoundInput", "round", { ...round, ...FIRST_HALF, ...chosen }),
    )
    const found = await rounds.ask(
      "query ($id: ID!) { round: reportingRound(id: $id) { templateVersion template { id name version } itemKinds sections } }",
      { id: updated.id },
    )
    expect(found).toEqual({
      round: {
        templateVersion: 1,
        template: { id: template.id, name: TEMPLATE.name, version: 3 },
        itemKinds: ["TASK", "INDICATOR"],
        sections: [],
      },
    })
    expect((await createRound({ ...chosen })).userErrors).toMatchObject([{ reason: "TEMPLATE_UNKNOWN" }])
  })

  test("names a template, and a version of it, that there are", async () => {
    expect((await createRound({ templateId: randomUUID(), templateVersion: 1 })).userErrors).toMatchObject([
      { reason: "TEMPLATE_UNKNOWN", field: "templateId" },
    ])
    const { id } = await well(createTemplate())
    expect((await createRound({ templateId: id, templateVersion: 2 })).userErrors).toMatchObject([
      { reason: "TEMPLATE_VERSION_UNKNOWN", field: "templateVersion" },
    ])
  })
})

describe("the scope of a round", () => {
  test("is the tasks of the sections that it names, without indicators where it asks for none", async () => {
    const round = await rounds.openRound({ itemKinds: ["TASK"], sections: ["IV"] })
    const lines = (await reportsOf(round)).flatMap((report) => report.lines)
    const inSection = rounds.plan.tasks.filter(({ sectionNumeral }) => sectionNumeral === "IV")
    const { round: found } = await rounds.ask<{ round: { itemsWithoutReport: { code: string }[] } }>(
      "query ($id: ID!) { round: reportingRound(id: $id) { itemsWithoutReport { code } } }",
      { id: round.id },
    )
    const codes = new Set([
      ...lines.map(({ item }) => item.code),
      ...found.itemsWithoutReport.map(({ code }) => code),
    ])
    expect(codes).toEqual(new Set(inSection.map(({ code }) => code)))
    expect(lines.every(({ item }) => item.kind === "TASK")).toBe(true)
  })

  test("without lines and questions is none", async () => {
    expect((await createRound({ itemKinds: [] })).userErrors).toMatchObject([
      { reason: "NOTHING_ASKED", field: "questions" },
    ])
  })
})

/** Brings a report of which every line is answered to the Department. */
async function send(report: Row): Promise<Row> {
  let moved = report
  for (const [move, by] of [
    ["submitAgencyReport", officer],
    ["approveAgencyReport", head],
    ["sendAgencyReport", head],
  ] as const)
    moved = await well(
      rounds.carryOut(move, "MoveAgencyReportInput", "report", { id: moved.id, version: moved.version }, by),
    )
  return moved
}

describe("the questions of a round", () => {
  const questionsOf = (report: AskedReport | undefined) =>
    (report?.lines ?? []).filter(({ item }) => item.kind === "QUESTION")

  test("are the last lines of each report, of no task and no indicator, with what is filled in on them", async () => {
    const round = await rounds.openRound({ questions: QUESTIONS, agencyIds: [finance, health] })
    const reports = await reportsOf(round)
    expect(reports).toHaveLength(2)
    for (const report of reports) {
      const questions = report.lines.slice(-2)
      expect(questions).toMatchObject([
        { item: { kind: "QUESTION", code: "CH1", name: "Đã bố trí vốn chưa?", task: null, indicator: null } },
        { item: { kind: "QUESTION", code: "CH2", name: "Còn vướng gì?" } },
      ])
      expect(questions[0]?.openFields).toEqual(["ANSWER", "PROGRESS", "FILES"])
      expect(report.lines.length).toBeGreaterThan(2)
    }
  })

  test("alone are asked of whom it names, also of one that leads nothing; of all that lead something where it names none", async () => {
    const [idle] = await rounds.subgraph.orm.em.getConnection().execute<{ id: string }[]>(
      `select id from agency_reference agency where kind <> 'GROUP' and valid_to is null
         and not exists (select 1 from report_item_agency where agency_id = agency.id)
         and not exists (select 1 from agency_membership where member_id = agency.id)
         and not exists (select 1 from agency_successor where successor_id = agency.id) limit 1`,
    )
    const alone = { itemKinds: [], questions: QUESTIONS }
    const named = await reportsOf(await rounds.openRound({ ...alone, agencyIds: [finance, idle?.id] }))
    expect(new Set(named.map(({ agency }) => agency.id))).toEqual(new Set([finance, idle?.id]))
    expect(named.map(({ lines }) => lines.length)).toEqual([2, 2])
    const all = await reportsOf(await rounds.openRound(alone))
    const led = await reportsOf(await rounds.openRound({}))
    expect(all.map(({ agency }) => agency.id).sort()).toEqual(led.map(({ agency }) => agency.id).sort())
  })

  test("are answered, compared with the same words of a report that was sent, and missed by name where they are not", async () => {
    const given = { itemKinds: [], agencyIds: [finance], questions: QUESTIONS }
    const [asked] = QUESTIONS.split("\n")
    const [earlier] = await reportsOf(
      await rounds.openRound({ ...given, questions: asked, cutOffOn: "2026-05-10" }),
    )
    const [first] = questionsOf(earlier)
    const refusedNoChange = async (line: Row | undefined) =>
      expect((await saveLine(line as Row, { answer: "NO_CHANGE" })).userErrors).toMatchObject([
        { reason: "ANSWER_NOT_OF_LINE", field: "answer" },
      ])
    await refusedNoChange(first)
    await well(saveLine(first as Row, { answer: "REPORTED", progress: "12 tỷ đồng" }))
    const round = await rounds.openRound({ ...given, cutOffOn: "2026-05-11" })
    const [unsentBefore] = await reportsOf(round)
    expect(questionsOf(unsentBefore).map(({ previous }) => previous)).toEqual([null, null])
    await refusedNoChange(questionsOf(unsentBefore)[0])
    await send(earlier as Row)
    const [report] = await reportsOf(round)
    expect(questionsOf(report).map(({ previous }) => previous)).toEqual([{ progress: "12 tỷ đồng" }, null])
    const [one, other] = questionsOf(report)
    expect(
      (await saveLine(one as Row, { answer: "REPORTED", progress: "x", percentage: 40 })).userErrors,
    ).toMatchObject([{ reason: "FIELD_NOT_OF_QUESTION", field: "percentage" }])
    await well(saveLine(one as Row, { answer: "NO_CHANGE" }))
    const submit = () =>
      rounds.carryOut(
        "submitAgencyReport",
        "MoveAgencyReportInput",
        "report",
        { id: report?.id, version: report?.version },
        officer,
      )
    expect((await submit()).userErrors[0]?.message).toBe("Còn 1 dòng chưa trả lời: câu hỏi CH2")
    await refusedNoChange(other)
    await well(saveLine(other as Row, { answer: "NOTHING_TO_REPORT" }))
    await well(submit())
  })

  test("are returned by what is filled in on them alone", async () => {
    const round = await rounds.openRound({ itemKinds: [], agencyIds: [finance], questions: "Đã họp chưa?" })
    const [report] = await reportsOf(round)
    const [line] = questionsOf(report)
    await well(saveLine(line as Row, { answer: "REPORTED", progress: "Rồi" }))
    const moved = await send(report as Row)
    const giveBack = (field: string) =>
      rounds.carryOut("returnAgencyReport", "ReturnAgencyReportInput", "report", {
        ...{ id: moved.id, version: moved.version },
        toCorrect: [{ lineId: line?.id, field, reason: "Ngày nào?" }],
      })
    expect((await giveBack("PERCENTAGE")).userErrors).toMatchObject([{ reason: "LINE_UNKNOWN" }])
    await well(giveBack("PROGRESS"))
    expect(questionsOf((await reportsOf(round))[0])[0]?.openFields).toEqual(["PROGRESS"])
  })

  test("stay when the plan is imported anew, and go with the Excel form", async () => {
    const round = await rounds.openRound({ questions: QUESTIONS, agencyIds: [finance] })
    const [items] = planImport.tablesOf({ plan: rounds.plan, register: agencyRegister })
    const touched = await rounds.subgraph.orm.em
      .getConnection()
      .execute<{ kind: string }[]>(
        `select distinct kind from report_item where ${items?.scope} order by kind`,
      )
    expect(touched.map(({ kind }) => kind)).toEqual(["INDICATOR", "TASK"])
    const [report] = await reportsOf(round)
    const { agencyReport } = await rounds.ask<{ agencyReport: { fillableWorkbook: { base64: string } } }>(
      "query ($id: ID!) { agencyReport(id: $id) { fillableWorkbook { base64 } } }",
      { id: report?.id },
    )
    const file = Buffer.from(agencyReport.fillableWorkbook.base64, "base64")
    const sheet = readWorkbook(file).sheets.find(({ name }) => name === "CauHoi")
    expect(sheet?.cells.get("D5")?.content).toEqual({ kind: "TEXT", text: "Còn vướng gì?" })
  })

  test("are in the City's report once they were accepted, and in no way the public's", async () => {
    const round = await rounds.openRound({ itemKinds: [], agencyIds: [finance], questions: "Đã họp chưa?" })
    const [report] = await reportsOf(round)
    await well(saveLine(questionsOf(report)[0] as Row, { answer: "REPORTED", progress: "Đã họp kín" }))
    let moved = report as Row
    for (const [move, by] of [
      ["submitAgencyReport", officer],
      ["approveAgencyReport", head],
      ["sendAgencyReport", head],
      ["acceptAgencyReport", coordinator],
    ] as const)
      moved = await well(
        rounds.carryOut(
          move,
          "MoveAgencyReportInput",
          "report",
          { id: moved.id, version: moved.version },
          by,
        ),
      )
    const locked = await well(rounds.moveRound("lockRound", round))
    const { round: read } = await rounds.ask<{ round: { synthesis: { workbook: { base64: string } } } }>(
      "query ($id: ID!) { round: reportingRound(id: $id) { synthesis { workbook { base64 } } } }",
      { id: round.id },
    )
    const annex = readWorkbook(Buffer.from(read.synthesis.workbook.base64, "base64")).sheets.find(
      ({ name }) => name === "Trả lời câu hỏi",
    )
    const words = Array.from(annex?.cells.values() ?? [], ({ content }) => "text" in content && content.text)
    expect(words).toContain("CH1. Đã họp chưa?")
    expect(words).toContain("Đã họp kín")
    await well(rounds.moveRound("publishRound", locked))
    const { data } = await ask<{ round: { reports: { edges: { node: { lines: { edges: object[] } } }[] } } }>(
      rounds.subgraph,
      `query ($id: ID!) { round: reportingRound(id: $id) { reports { edges { node { lines { edges { node { progress
         item { name } } } } } } } } }`,
      { id: round.id },
    )
    expect(data?.round.reports.edges.map(({ node }) => node.lines.edges)).toEqual([[]])
    const content = await rounds.subgraph.orm.em
      .getConnection()
      .execute<{ content: string }[]>("select content from publication where round_id = ?", [round.id])
    expect(content[0]?.content).not.toMatch(/họp/)
  })
})
