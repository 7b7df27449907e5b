import { createHash, randomUUID } from "node:crypto"
import { agencyRegister } from "@plan43/agency-register"
import { calendarDateOf } from "@plan43/calendar"
import { FIGURES, type OfficialTally, statusesIn } from "@plan43/official-tally"
import { ask, askWell, personOf } from "@plan43/subgraph/testing"
import { strFromU8, unzipSync } from "fflate"
import mammoth from "mammoth"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  agencyId,
  coordinator,
  type Row,
  type RunningRounds,
  startRounds,
  well,
  write,
} from "../testing/running-round.ts"
import { gatherSyntheses } from "./gather-synthesis.ts"

let rounds: RunningRounds

beforeAll(async () => {
  rounds = await startRounds()
})
afterAll(() => rounds?.stop())

const FINANCE = agencyId("so-tai-chinh")
const officer = personOf("AGENCY_OFFICER", FINANCE)
const head = personOf("AGENCY_HEAD", FINANCE)
const TODAY = calendarDateOf("2026-06-01")
const OBSTACLE = randomUUID()
const TALLY = FIGURES.join(" ")

interface File {
  name: string
  mediaType: string
  base64: string
}

interface Synthesis {
  sha256: string | null
  frozenAt: string | null
  word: File
  workbook: File
}

async function synthesisOf(round: Row): Promise<Synthesis> {
  const found = await rounds.ask<{ round: { synthesis: Synthesis } }>(
    `query ($id: ID!) { round: reportingRound(id: $id) { synthesis { sha256 frozenAt word { name mediaType base64 }
       workbook { name mediaType base64 } } } }`,
    { id: round.id },
  )
  return found.round.synthesis
}

interface Figures {
  asOf: string
  city: OfficialTally
  bySection: { numeral: string; tally: OfficialTally }[]
  byAgency: { agency: { id: string }; tally: OfficialTally }[]
  withoutAgency: OfficialTally
  countedAgain: OfficialTally
}

async function figuresOf(round: Row): Promise<Figures> {
  const found = await rounds.ask<{ round: { figures: Figures } }>(
    `query ($id: ID!) { round: reportingRound(id: $id) { figures { asOf city { ${TALLY} } bySection { numeral tally { ${TALLY} } }
       byAgency { agency { id } tally { ${TALLY} } } withoutAgency { ${TALLY} } countedAgain { ${TALLY} } } } }`,
    { id: round.id },
  )
  return found.round.figures
}

const textOf = async ({ base64 }: File) =>
  (await mammoth.extractRawText({ buffer: Buffer.from(base64, "base64") })).value

function partsOf({ base64 }: File): Record<string, string> {
  const parts = Object.entries(unzipSync(new Uint8Array(Buffer.from(base64, "base64"))))
  return Object.fromEntries(parts.map(([name, bytes]) => [name, strFromU8(bytes)]))
}

const tablesOf = (file: File): string[] =>
  partsOf(file)["word/document.xml"]?.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []

/** The text of a table's cells, row by row. */
const cellsOf = (table: string): string[][] =>
  (table.match(/<w:tr[ >].*?<\/w:tr>/gs) ?? []).map((row) =>
    (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map((cell) =>
      [...cell.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words).join(""),
    ),
  )

/** What a file says, without the instant at which it was written. */
const contentOf = (file: File) =>
  Object.entries(partsOf(file)).filter(([name]) => !name.startsWith("docProps/"))

/** A task that was completed, and confirmed, by the cut-off. */
async function complete(taskCode: string, completedOn: string): Promise<void> {
  const rows = await rounds.tasks.orm.em
    .getConnection()
    .execute<{ agency_id: string }[]>("select agency_id from owing_agencies(?, ?)", [
      rounds.taskId(taskCode),
      completedOn,
    ])
  for (const { agency_id } of rows) {
    const report_id = await write(rounds.tasks, "progress_report", {
      task_id: rounds.taskId(taskCode),
      agency_id,
      answer: "PROGRESS",
      state: "COMPLETED",
      done: "Đã ban hành",
      completed_on: completedOn,
      effective_on: completedOn,
    })
    await write(rounds.tasks, "report_verification", {
      report_id,
      outcome: "CONFIRMED",
      recorded_on: completedOn,
    })
  }
}

/** Brings the report of Finance to the Department, with one line answered in words, and has it accepted. */
async function acceptFinance(round: Row): Promise<void> {
  const found = await rounds.ask<{
    round: {
      reports: { edges: { node: Row & { lines: { edges: { node: Row & { item: { code: string } } }[] } } }[] }
    }
  }>(
    `query ($id: ID!) { round: reportingRound(id: $id) { reports(first: 100) { edges { node { id version lines(first: 100) {
       edges { node { id version item { code } } } } } } } } }`,
    { id: round.id },
  )
  const [report] = found.round.reports.edges.map(({ node }) => node)
  if (report === undefined) throw new Error("there is no report")
  for (const { node } of report.lines.edges)
    await well(
      rounds.carryOut(
        "saveReportLine",
        "SaveReportLineInput",
        "line",
        {
          id: node.id,
          version: node.version,
          ...(node.item.code === "48"
            ? {
                answer: "REPORTED",
                progress: "Đã bố trí 15,2% chi thường xuyên",
                resultDocument: "số 5/NQ-HĐND ngày 12/05/2026",
                percentage: 60,
                difficulties: "Định mức chưa ban hành",
                proposal: "Sớm ban hành định mức",
                nextPlan: "Trình dự toán 2027",
              }
            : { answer: "NO_CHANGE" }),
        },
        officer,
      ),
    )
  let row: Row = report
  for (const [move, by] of [
    ["submitAgencyReport", officer],
    ["approveAgencyReport", head],
    ["sendAgencyReport", officer],
    ["acceptAgencyReport", coordinator],
  ] as const)
    row = await well(
      rounds.carryOut(move, "MoveAgencyReportInput", "report", { id: row.id, version: row.version }, by),
    )
}

describe("the figures of a round", () => {
  test("are the console's for its cut-off, and reconcile with sections and agencies", async () => {
    await complete("12", "2026-05-20")
    await complete("46", "2026-05-21")
    await complete("14", "2026-06-01")
    const figures = await figuresOf(await rounds.openRound({ agencyIds: [FINANCE] }))
    const [{ data }] = await Promise.all([
      ask(
        rounds.tasks,
        `{ taskSummary(asOf: "2026-05-31") { official { ${TALLY} } bySection { section { numeral } count } } }`,
        {},
        coordinator,
      ),
    ])
    const summary = (
      data as unknown as {
        taskSummary: { official: OfficialTally; bySection: { section: { numeral: string }; count: number }[] }
      }
    ).taskSummary
    expect(figures.asOf).toBe("2026-05-31")
    expect(figures.city).toEqual(summary.official)
    expect(figures.city.completedOnTime + figures.city.completedLate).toBe(2)
    expect(figures.bySection.map(({ numeral, tally }) => [numeral, tally.assigned])).toEqual(
      summary.bySection.map(({ section, count }) => [section.numeral, count]),
    )
    for (const figure of FIGURES) {
      const agencies = [...figures.byAgency.map(({ tally }) => tally), figures.withoutAgency]
      const sum = agencies.reduce((total, tally) => total + tally[figure], 0)
      expect(sum - figures.countedAgain[figure]).toBe(figures.city[figure])
    }
    expect(figures.countedAgain.assigned).toBeGreaterThan(0)
  })

  test("of an agency are those of its own summary, what it took over included", async () => {
    const { byAgency } = await figuresOf(await rounds.openRound({ agencyIds: [FINANCE] }))
    for (const code of ["so-tai-chinh", "so-khcn", "so-noi-vu"]) {
      const { data } = await ask(
        rounds.tasks,
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Agency {
           taskSummary(asOf: "2026-05-31", filter: { inherited: true }) { official { ${TALLY} } } } } }`,
        { of: [{ __typename: "Agency", id: agencyId(code) }] },
        coordinator,
      )
      const [agency] = (data as unknown as { _entities: { taskSummary: { official: OfficialTally } }[] })
        ._entities
      expect({ code, ...byAgency.find((each) => each.agency.id === agencyId(code))?.tally }).toEqual({
        code,
        ...agency?.taskSummary.official,
      })
    }
  })

  test.each(["2026-05-31", "2025-02-28"])(
    "are what the register counts of each section, status and agency that nobody followed since %s",
    async (cutOffOn) => {
      const figures = await figuresOf(await rounds.openRound({ agencyIds: [FINANCE], cutOffOn }))
      const counted = async (filter: Record<string, unknown>) => {
        const { taskSummary } = await askWell<{ taskSummary: { total: number; official: OfficialTally } }>(
          rounds.tasks,
          `query ($filter: TaskFilter!, $asOf: Date!) { taskSummary(filter: $filter, asOf: $asOf) {
             total official { ${TALLY} } } }`,
          { filter: { ...filter, asOf: cutOffOn }, asOf: cutOffOn },
          coordinator,
        )
        return taskSummary
      }
      for (const { numeral, tally } of figures.bySection)
        expect((await counted({ section: [numeral] })).official).toEqual(tally)
      for (const figure of FIGURES)
        expect((await counted({ status: statusesIn(figure) })).total).toBe(figures.city[figure])
      const changed = new Set(
        agencyRegister.successions
          .filter(({ on }) => on > cutOffOn)
          .flatMap(({ predecessorCode, successorCode }) => [predecessorCode, successorCode])
          .map(agencyId),
      )
      const same = figures.byAgency.filter(({ agency }) => !changed.has(agency.id))
      expect(same.length).toBeGreaterThan(10)
      for (const { agency, tally } of same)
        expect((await counted({ lead: [agency.id], inherited: true })).official).toEqual(tally)
    },
  )

  test("are nobody's who reads only what was published, until the round is; there are none before it opens", async () => {
    const prepared = await well(
      rounds.carryOut("createRound", "CreateRoundInput", "round", {
        kind: "AD_HOC",
        name: "Chưa mở",
        questions: "Tình hình giải ngân",
        cutOffOn: "2026-05-31",
        agenciesDueOn: "2026-06-05",
        cityDueOn: "2026-06-10",
      }),
    )
    expect(await figuresOf(prepared)).toBeNull()
    expect(await synthesisOf(prepared)).toBeNull()
    const round = await rounds.openRound({ agencyIds: [FINANCE] })
    const seen = await rounds.ask<{ round: { figures: null } }>(
      "query ($id: ID!) { round: reportingRound(id: $id) { figures { asOf } } }",
      { id: round.id },
      officer,
    )
    expect(seen.round.figures).toBeNull()
  })
})

describe("the report of a round", () => {
  let round: Row
  let synthesis: Synthesis
  let text: string

  beforeAll(async () => {
    await write(rounds.indicators, "observation", {
      id: randomUUID(),
      indicator_id: rounds.indicatorId("2"),
      period_start: "2025-01-01",
      period_end: "2025-12-31",
      value: 12.75,
      provisional: true,
      source: "Cục Thống kê",
      recorded_on: "2026-02-01",
    })
    const fact = (indicator: string) => ({
      indicator_id: rounds.indicatorId(indicator),
      source: "Cục Thống kê",
      recorded_on: "2026-02-01",
    })
    await write(rounds.indicators, "indicator_baseline", {
      id: randomUUID(),
      ...fact("10.1"),
      measured_on: "2024-12-31",
      value: 30,
    })
    await write(rounds.indicators, "observation", {
      id: randomUUID(),
      ...fact("10.1"),
      period_start: "2025-01-01",
      period_end: "2025-12-31",
      value: 1,
      provisional: false,
    })
    await write(rounds.tasks, "obstacle", {
      id: OBSTACLE,
      agency_id: FINANCE,
      on_behalf: false,
      title: "Thiếu kinh phí",
      description: "Chưa bố trí",
      category: "FUNDING",
      proposal: "Bổ sung dự toán",
      addressee: "CITY",
    })
    await rounds.tasks.orm.em
      .getConnection()
      .execute(
        "insert into obstacle_step (obstacle_id, action, state, recorded_on) values (?, 'RAISE', 'RAISED', '2026-04-01')",
        [OBSTACLE],
      )
    round = await rounds.openRound({ agencyIds: [FINANCE], name: "Báo cáo 6 tháng đầu năm 2026" })
    await acceptFinance(round)
    synthesis = await synthesisOf(round)
    text = await textOf(synthesis.word)
  })

  test("is a Word document that says the tallies in words, by section, with dates in full", async () => {
    const { city } = await figuresOf(round)
    expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    expect(text).toContain("Kết quả thực hiện Kế hoạch số 43/KH-UBND")
    expect(text).toContain("đến hết ngày 31 tháng 5 năm 2026")
    expect(text).toContain(`Tổng số nhiệm vụ được giao: ${city.assigned}. Đã hoàn thành 2 nhiệm vụ, đạt 1,4%`)
    for (const numeral of ["I", "II", "III", "IV", "V", "VI", "VII"])
      expect(text).toMatch(new RegExp(`\\n${numeral}\\. .+\\n+Được giao \\d+ nhiệm vụ`))
    expect(text).toContain("./.")
  })

  test("tells what agencies whose reports were accepted answered, by whom, and what was only recorded as that", () => {
    expect(text).toContain(
      "Sở Tài chính: Đã bố trí 15,2% chi thường xuyên; số 5/NQ-HĐND ngày 12/05/2026; đạt 60%",
    )
    expect(text).toContain("- Nhiệm vụ 48, Sở Tài chính: Định mức chưa ban hành")
    expect(text).toContain("- Nhiệm vụ 48, Sở Tài chính: Sớm ban hành định mức")
    expect(text).toContain("- Nhiệm vụ 48, Sở Tài chính: Trình dự toán 2027")
  })

  test("has its annexes across, in the order of the plan, with headings on every page", () => {
    const document = partsOf(synthesis.word)["word/document.xml"] ?? ""
    expect(document.match(/w:orient="landscape"/g)).toHaveLength(6)
    expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/)
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(7)
    for (const numeral of ["I", "II", "III", "IV", "V", "VI"]) expect(text).toContain(`Phụ lục ${numeral}\n`)
    const printed = rounds.plan.tasks.map(({ title }) => text.lastIndexOf(title))
    expect(printed.every((place) => place > 0)).toBe(true)
    expect(text).toContain("12,75 (ước)")
  })

  test("assesses every indicator as the console does of that day, and says why it lags", async () => {
    const found = await ask(
      rounds.indicators,
      `{ indicators(first: 100, filter: { asOf: "2026-05-31" }) { edges { node { code target { kind }
         assessment(asOf: "2026-05-31") { state explanation } } } } }`,
      {},
      coordinator,
    )
    const { indicators } = found.data as unknown as {
      indicators: {
        edges: {
          node: {
            code: string
            target: { kind: string }
            assessment: { state: string; explanation: string }
          }
        }[]
      }
    }
    const assessed = indicators.edges.map(({ node }) => node).filter(({ target }) => target.kind !== "NONE")
    const [kept] = await gatherSyntheses(rounds.subgraph.orm.em.fork(), [round.id], TODAY)
    expect(
      kept?.indicators.flatMap(({ code, assessment }) =>
        assessment == null ? [] : [{ code, ...assessment }],
      ),
    ).toEqual(assessed.map(({ code, assessment }) => ({ code, ...assessment })))
    expect(new Set(assessed.map(({ assessment }) => assessment.state)).size).toBeGreaterThan(2)
    expect(text).toMatch(/Đánh giá theo lộ trình: vượt mục tiêu \d+; đạt mục tiêu \d+; đúng lộ trình \d+/)
    const lagging = assessed.find(({ assessment }) => assessment.state === "OFF_PATH")
    expect(text).toContain(lagging?.assessment.explanation)
  })

  test("tells how much of a number to be reached was reached, and of no other target", () => {
    const [table = ""] = tablesOf(synthesis.word).filter((each) => each.includes("Tỷ lệ %"))
    const shareOf = (code: string) => cellsOf(table).find(([first]) => first === code)?.[7]
    // 1 of 80
    expect(shareOf("10.1")).toBe("1,3")
    // A rank, of which a figure was observed
    expect(shareOf("2")).toBe("")
  })

  test("groups what was recorded as standing in the way, beside what lines say", () => {
    expect(text).toContain("Đã ghi nhận 1 vướng mắc, chi tiết tại Phụ lục VI: chờ sàng lọc hoặc làm rõ 1;")
    expect(text).toContain("- Kinh phí, 1 vướng mắc: VM-1 Thiếu kinh phí (Sở Tài chính).")
    expect(text).toContain("- Với UBND Thành phố, 1 vướng mắc: VM-1 Bổ sung dự toán (Sở Tài chính).")
  })

  test("is a workbook with the same tables, its figures as numbers", async () => {
    const parts = partsOf(synthesis.workbook)
    expect(Object.keys(parts).filter((name) => name.startsWith("xl/worksheets/sheet"))).toHaveLength(8)
    expect(parts["xl/workbook.xml"]).toContain('name="Nhiệm vụ"')
    const { city } = await figuresOf(round)
    expect(parts["xl/worksheets/sheet1.xml"]).toContain(`<v>${city.assigned}</v>`)
    expect(Object.values(parts).join("")).toContain("Sở Tài chính: Đã bố trí 15,2% chi thường xuyên")
  })

  test("is what it was once the round is locked, whatever becomes of tasks and agencies", async () => {
    expect(synthesis).toMatchObject({ sha256: null, frozenAt: null })
    const before = await figuresOf(round)
    await well(rounds.moveRound("lockRound", round))
    const locked = await synthesisOf(round)
    const [kept] = await rounds.subgraph.orm.em
      .getConnection()
      .execute<{ content: string }[]>("select content from round_synthesis where round_id = ?", [round.id])
    expect(locked.sha256).toBe(
      createHash("sha256")
        .update(kept?.content ?? "")
        .digest("hex"),
    )
    await complete("48", "2026-05-22")
    await rounds.tasks.orm.em
      .getConnection()
      .execute("update tasks.task set title = 'Tên khác' where code = '13'")
    await rounds.subgraph.orm.em
      .getConnection()
      .execute("update agency_reference set name = 'Sở Tên Khác' where id = ?", [FINANCE])
    rounds.goTo("2027-06-01T08:00:00+07:00")
    const later = await synthesisOf(round)
    expect(later.sha256).toBe(locked.sha256)
    expect(contentOf(later.word)).toEqual(contentOf(locked.word))
    expect(contentOf(later.workbook)).toEqual(contentOf(locked.workbook))
    expect(await figuresOf(round)).toEqual(before)
    rounds.goTo("2026-06-01T08:00:00+07:00")
    for (const statement of ["update round_synthesis set content = '{}'", "delete from round_synthesis"])
      await expect(rounds.subgraph.orm.em.getConnection().execute(statement)).rejects.toThrow(
        "stays as it was",
      )
  })

  test("takes as many statements for many rounds as for one", async () => {
    // Of a locked round the frozen content is read, of an open one it is gathered: there are both in each question
    const [one, another] = [await rounds.openRound(), await rounds.openRound()]
    const statements = async (asked: readonly { id: string }[]) => {
      const before = rounds.subgraph.statements()
      await rounds.ask(
        "query ($of: [_Any!]!) { _entities(representations: $of) { ... on ReportingRound { figures { asOf city { assigned } } synthesis { sha256 } } } }",
        { of: asked.map(({ id }) => ({ __typename: "ReportingRound", id })) },
      )
      return rounds.subgraph.statements() - before
    }
    expect(await statements([round, one, another])).toBe(await statements([round, one]))
  })
})
