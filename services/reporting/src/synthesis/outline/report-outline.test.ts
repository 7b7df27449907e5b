import { calendarDateOf } from "@plan43/calendar"
import { AssessmentState, assessmentStates } from "@plan43/indicator-assessment"
import { FIGURES, taskStatuses } from "@plan43/official-tally"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { talliesOf } from "../../tally/tallies.ts"
import { annexesOf } from "../annexes.ts"
import { CATEGORY_IN_WORDS, OBSTACLE_STATE_IN_WORDS } from "../obstacle-words.ts"
import type { ReportedIndicator, SynthesisContent } from "../synthesis-content.ts"
import { wordingTable } from "../wording-table.ts"
import { numberInWords } from "../words.ts"
import { type Figure, textOf } from "./figure.ts"
import { reportOutlineOf } from "./report-outline.ts"
import { isPartKey } from "./report-part.ts"

const day = calendarDateOf
const numerals = ["I", "II", "III", "IV", "V", "VI", "VII"]

/** Any content that a round of so many agencies might have. */
const contents: fc.Arbitrary<SynthesisContent> = fc
  .record({
    tasks: fc.array(
      fc.record({
        status: fc.constantFrom(...taskStatuses),
        section: fc.constantFrom(...numerals),
        leads: fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 3 }),
        due: fc.option(fc.integer({ min: 1, max: 28 })),
      }),
      { maxLength: 60 },
    ),
    reports: fc.array(fc.record({ sent: fc.boolean(), late: fc.boolean(), returned: fc.boolean() }), {
      maxLength: 40,
    }),
    indicators: fc.array(fc.constantFrom(...assessmentStates), { maxLength: 30 }),
    obstacles: fc.array(
      fc.record({
        category: fc.constantFrom(...(Object.keys(CATEGORY_IN_WORDS) as (keyof typeof CATEGORY_IN_WORDS)[])),
        state: fc.constantFrom(
          ...(Object.keys(OBSTACLE_STATE_IN_WORDS) as (keyof typeof OBSTACLE_STATE_IN_WORDS)[]),
        ),
      }),
      { maxLength: 30 },
    ),
  })
  .map(({ tasks, reports, indicators, obstacles }) => contentOf({ tasks, reports, indicators, obstacles }))

interface Given {
  tasks?: { status: (typeof taskStatuses)[number]; section: string; leads: number[]; due: number | null }[]
  reports?: { sent: boolean; late: boolean; returned?: boolean }[]
  indicators?: AssessmentState[]
  obstacles?: { category: keyof typeof CATEGORY_IN_WORDS; state: keyof typeof OBSTACLE_STATE_IN_WORDS }[]
}

function contentOf({ tasks = [], reports = [], indicators = [], obstacles = [] }: Given): SynthesisContent {
  return {
    round: {
      name: "Báo cáo 6 tháng",
      kind: "REGULAR",
      questions: null,
      cutOffOn: day("2026-05-31"),
      agenciesDueOn: day("2026-06-05"),
      cityDueOn: day("2026-06-10"),
      governmentDueOn: null,
    },
    asOf: day("2026-05-31"),
    simulated: false,
    tasks: tasks.map(({ status, section, leads, due }, place) => ({
      id: `t${place}`,
      planNumber: "43/KH-UBND",
      planIssuedOn: day("2025-02-17"),
      planIssuer: "UBND Thành phố",
      code: String(place + 1),
      number: String(place + 1),
      sectionNumeral: section,
      sectionTitle: `Nhóm ${section}`,
      title: `Việc ${place + 1}`,
      leadText: "",
      coordinatorText: "",
      expectedResult: null,
      deadlineText: "",
      status,
      dueOn: due === null ? null : day(`2026-06-${String(due).padStart(2, "0")}`),
      leadIds: leads.map((lead) => `a${lead}`),
    })),
    indicators: indicators.map((state, place) => ({
      id: `i${place}`,
      code: String(place + 1),
      name: `Chỉ tiêu số ${place + 1}`,
      unit: "%",
      targetText: "100",
      horizonYear: 2030,
      leadText: "",
      heading: false,
      observed: null,
      before: null,
      assessment: { state, explanation: "Vì thế." },
    })),
    reports: reports.map(({ sent, late, returned = false }, place) => ({
      id: `r${place}`,
      agencyId: `a${place}`,
      state: !sent ? "DRAFT" : returned ? "RETURNED" : "SENT",
      sentOn: sent ? day("2026-06-03") : null,
      approvedBy: null,
      late,
      standsReturned: sent && returned,
      lines: 1,
      answered: 0,
    })),
    lines: [],
    agencies: Array.from({ length: 41 }, (_none, place) => ({ id: `a${place}`, name: `Cơ quan ${place}` })),
    obstacles: obstacles.map(({ category, state }, place) => ({
      id: `o${place}`,
      number: place + 1,
      agencyIds: ["a1"],
      taskId: null,
      indicatorId: null,
      title: "Thiếu định mức",
      category,
      proposal: "Ban hành định mức",
      addressee: "CITY",
      addressedAgencyId: null,
      state,
      settled: null,
    })),
    nextCutOffOn: day("2026-11-15"),
    outline: 2,
    commentary: [],
  }
}

function figuresOf(content: SynthesisContent): Figure[] {
  return reportOutlineOf(content).flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === "SENTENCE" ? block.pieces.filter((piece) => typeof piece !== "string") : [],
    ),
  )
}

const sentencesOf = (content: SynthesisContent, part: string) =>
  reportOutlineOf(content)
    .filter(({ key }) => key === part)
    .flatMap(({ blocks }) => blocks)
    .map((block) => (block.kind === "SENTENCE" ? textOf(block.pieces) : ""))

describe("whatever a round holds", () => {
  test("each figure of a sentence is the number of its rows or names its only one, and a percentage has those that are its part", () => {
    fc.assert(
      fc.property(contents, (content) => {
        const idOf = new Map(content.indicators.map(({ code, id }) => [code, id]))
        for (const { text, source } of figuresOf(content)) {
          expect(new Set(source.ids).size).toBe(source.ids.length)
          if (text.endsWith("%") || text === numberInWords(source.ids.length)) continue
          expect(source).toEqual({ kind: "INDICATOR", ids: [idOf.get(text)], filter: null })
        }
      }),
    )
  })

  test("what a register is narrowed to leaves the very rows of the figure", () => {
    fc.assert(
      fc.property(contents, (content) => {
        for (const { source } of figuresOf(content)) {
          const { filter, kind } = source
          if (filter === null) continue
          const { status = [], section, leadId, assessment = [] } = filter
          const rows =
            kind === "TASK"
              ? content.tasks.filter(
                  (task) =>
                    (status.length === 0 || status.includes(task.status)) &&
                    (section === undefined || task.sectionNumeral === section) &&
                    (leadId === undefined || task.leadIds.includes(leadId)),
                )
              : content.indicators.filter((indicator) =>
                  assessment.some((state) => state === indicator.assessment?.state),
                )
          expect(source.ids).toEqual(rows.map(({ id }) => id))
        }
      }),
    )
  })

  test("the sentences say the official tallies", () => {
    fc.assert(
      fc.property(contents, (content) => {
        const { city } = talliesOf(content.tasks)
        const [tally = ""] = sentencesOf(content, "ASSESSMENT")
        for (const figure of FIGURES) expect(tally).toContain(numberInWords(city[figure]))
      }),
    )
  })

  test("each part has a key of its own, by which something may be written to it", () => {
    fc.assert(
      fc.property(contents, (content) => {
        const keys = reportOutlineOf(content).flatMap(({ key }) => (key === null ? [] : [key]))
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys.every(isPartKey)).toBe(true)
      }),
    )
  })
})

test("an indicator that lags leads to itself", () => {
  const content = contentOf({ indicators: ["REACHED", "BEHIND_PATH", "OFF_PATH"] })
  expect(sentencesOf(content, "INDICATORS").slice(2)).toEqual([
    "- Chỉ tiêu 2 (Chỉ tiêu số 2): Vì thế.",
    "- Chỉ tiêu 3 (Chỉ tiêu số 3): Vì thế.",
  ])
  expect(
    figuresOf(content)
      .filter(({ source }) => source.kind === "INDICATOR" && source.filter === null)
      .slice(-2)
      .map(({ text, source }) => ({ text, ids: source.ids })),
  ).toEqual([
    { text: "2", ids: ["i1"] },
    { text: "3", ids: ["i2"] },
  ])
})

describe("reports", () => {
  test("that were returned and not sent again are no sent ones; a round that was locked before says what it said", () => {
    const content = contentOf({
      reports: [
        { sent: true, late: false },
        { sent: true, late: true, returned: true },
        { sent: false, late: true },
      ],
    })
    expect(sentencesOf(content, "ASSESSMENT")[1]).toBe(
      "Có 3 cơ quan, đơn vị được yêu cầu báo cáo trong kỳ; 1 đã gửi, trong đó 0 gửi muộn; 1 bị trả lại, chưa gửi lại: Cơ quan 1; 1 chưa gửi: Cơ quan 2.",
    )
    const before = { ...content, reports: content.reports.map(({ standsReturned: _, ...report }) => report) }
    expect(sentencesOf(before, "ASSESSMENT")[1]).toBe(
      "Có 3 cơ quan, đơn vị được yêu cầu báo cáo trong kỳ; 2 đã gửi, trong đó 1 gửi muộn; 1 chưa gửi: Cơ quan 2.",
    )
  })
})

describe("a long list", () => {
  test("of silent agencies is a number and its annex; a short one is named", () => {
    const silent = (count: number) =>
      contentOf({ reports: Array.from({ length: count }, () => ({ sent: false, late: false })) })
    expect(sentencesOf(silent(40), "ASSESSMENT")[1]).toContain("40 chưa gửi (Phụ lục IV).")
    expect(sentencesOf(silent(2), "ASSESSMENT")[1]).toContain("2 chưa gửi: Cơ quan 0; Cơ quan 1.")
  })

  test("of obstacles of a kind is a number and its annex, which has them all", () => {
    const many = contentOf({
      obstacles: Array.from({ length: 20 }, () => ({ category: "LEGAL", state: "SENT_UP" })),
    })
    expect(sentencesOf(many, "OBSTACLES").join("\n")).toContain(
      "- Cơ chế, quy định, 20 vướng mắc (Phụ lục V).",
    )
    expect(annexesOf(many).find(({ key }) => key === "OBSTACLES")?.table.rows).toHaveLength(20)
  })
})

test("what falls due until the next cut-off is named, the first first; what is settled is not", () => {
  const task = (status: (typeof taskStatuses)[number], due: number) => ({
    status,
    due,
    section: "I",
    leads: [],
  })
  const content = contentOf({
    tasks: [task("NOT_STARTED", 20), task("DUE_SOON", 10), task("COMPLETED_ON_TIME", 15)],
  })
  expect(sentencesOf(content, "NEXT_PERIOD")[0]).toBe(
    "Từ sau ngày chốt số liệu đến hết ngày 15 tháng 11 năm 2026 có 2 nhiệm vụ đến hạn: nhiệm vụ 2 (10/06/2026); nhiệm vụ 1 (20/06/2026).",
  )
})

const headingsOf = (content: SynthesisContent) => reportOutlineOf(content).map(({ heading }) => heading)

test("direction and management come first, funds between results and what stood in the way", () => {
  expect(headingsOf(contentOf({}))).toEqual([
    null,
    "I. Công tác chỉ đạo, điều hành",
    "II. Đánh giá chung",
    "III. Kết quả thực hiện theo nhóm nhiệm vụ",
    "IV. Kết quả thực hiện các chỉ tiêu",
    "V. Kết quả thực hiện của các cơ quan",
    "VI. Kinh phí thực hiện",
    "VII. Khó khăn, vướng mắc và kiến nghị",
    "VIII. Phương hướng kỳ tới",
    null,
  ])
})

test("the annex of indicators has how much of the target was reached, but in a round that was locked before that was kept", () => {
  const annex = (content: SynthesisContent) =>
    annexesOf(content).find(({ key }) => key === "INDICATORS")?.table
  const before = contentOf({ indicators: ["ON_PATH", "NOT_ASSESSABLE"] })
  const [first, second] = before.indicators as [ReportedIndicator, ReportedIndicator]
  const after = annex({
    ...before,
    indicators: [
      { ...first, shareOfTarget: 87.5 },
      { ...second, shareOfTarget: null },
    ],
  })
  const headings = (table = annex(before)) => table?.columns.map(({ heading }) => heading)
  expect(headings()).not.toContain("Tỷ lệ %")
  expect(headings(after)?.indexOf("Tỷ lệ %")).toBe(7)
  expect(after?.rows.slice(1).map((row) => ("heading" in row ? null : row[7]))).toEqual([87.5, null])
  for (const table of [annex(before), after])
    expect(table?.columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
})

test("a round that was locked before these were parts keeps its parts and their numbers", () => {
  const { outline: _second, ...content } = contentOf({})
  expect(headingsOf(content)).toEqual([
    null,
    "I. Đánh giá chung",
    "II. Kết quả thực hiện theo nhóm nhiệm vụ",
    "III. Kết quả thực hiện các chỉ tiêu",
    "IV. Kết quả thực hiện của các cơ quan",
    "V. Khó khăn, vướng mắc và kiến nghị",
    "VI. Phương hướng kỳ tới",
    null,
  ])
})

describe("a part of which no data tells", () => {
  const rowsOf = (written: Pick<SynthesisContent, "commentary">) => {
    const { rows } = wordingTable({ ...contentOf({}), ...written })
    const first = rows.findIndex((row) => "heading" in row && row.heading === "VI. Kinh phí thực hiện")
    return rows.slice(first, first + 3)
  }

  test("says so where nobody wrote to it, and no more once somebody did", () => {
    expect(rowsOf({ commentary: [] })).toEqual([
      { heading: "VI. Kinh phí thực hiện" },
      ["Không có nội dung báo cáo.", null],
      { heading: "VII. Khó khăn, vướng mắc và kiến nghị" },
    ])
    const body = "Đã bố trí 3.200 tỷ đồng."
    expect(rowsOf({ commentary: [{ part: "FUNDS", version: 1, body, writtenBy: "Trần Thị Bình" }] })).toEqual(
      [
        { heading: "VI. Kinh phí thực hiện" },
        [body, "Trần Thị Bình"],
        { heading: "VII. Khó khăn, vướng mắc và kiến nghị" },
      ],
    )
  })
})

test("a round that was locked before obstacles, assessments and days were kept reads without them", () => {
  const {
    obstacles: _o,
    nextCutOffOn: _n,
    outline: _p,
    commentary: _c,
    ...old
  } = contentOf({ indicators: ["REACHED"] })
  const content = {
    ...old,
    indicators: old.indicators.map(({ assessment: _a, ...indicator }) => indicator),
    tasks: old.tasks.map(({ dueOn: _d, ...task }) => task),
  }
  expect(sentencesOf(content, "INDICATORS")).toHaveLength(1)
  expect(sentencesOf(content, "NEXT_PERIOD")).toEqual(["Các cơ quan không báo cáo kế hoạch kỳ tới."])
  expect(sentencesOf(content, "OBSTACLES").join("")).not.toContain("ghi nhận")
})
