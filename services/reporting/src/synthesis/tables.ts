import { inFigures } from "@plan43/calendar"
import { FIGURES, type OfficialTally, takenOff } from "@plan43/official-tally"
import { agencyRowsOf } from "../tally/agency-rows.ts"
import type { ReportedTask } from "../tally/reported-task.ts"
import { talliesOf } from "../tally/tallies.ts"
import { ADDRESSEE_IN_WORDS, CATEGORY_IN_WORDS, OBSTACLE_STATE_IN_WORDS } from "./obstacle-words.ts"
import type { Observed, ReportedLine, ReportedReport, SynthesisContent } from "./synthesis-content.ts"
import { ANSWER_IN_WORDS, FIGURE_IN_WORDS, numberInWords, STATE_IN_WORDS } from "./words.ts"

/** A table of the report: the Word document and the workbook show the same. */
export interface SynthesisTable {
  /** On a workbook's tab, at most 31 characters. */
  tab: string
  title: string
  columns: readonly SynthesisColumn[]
  rows: readonly SynthesisRow[]
}

export interface SynthesisColumn {
  heading: string
  /** Share of the table's width, 0 to 1. */
  share: number
  align: "left" | "center" | "right"
}

/** Cells in the order of the columns, or a line across that names the rows below it. */
export type SynthesisRow = readonly (string | number | null)[] | { heading: string }

const figureColumns = (first: SynthesisColumn): SynthesisColumn[] => [
  { heading: "TT", share: 0.05, align: "center" },
  first,
  ...FIGURES.map((figure) => ({
    heading: FIGURE_IN_WORDS[figure],
    share: (0.95 - first.share) / FIGURES.length,
    align: "center" as const,
  })),
]

const figuresOf = (tally: OfficialTally): number[] => FIGURES.map((figure) => tally[figure])

/** The official tallies by section, and of the City. */
export function sectionTable({ tasks }: SynthesisContent): SynthesisTable {
  const { bySection, city } = talliesOf(tasks)
  return {
    tab: "Theo nhóm nhiệm vụ",
    title: "Kết quả thực hiện theo nhóm nhiệm vụ",
    columns: figureColumns({ heading: "Nhóm nhiệm vụ", share: 0.24, align: "left" }),
    rows: [
      ...bySection.map(({ numeral, title, tally }) => [numeral, title, ...figuresOf(tally)]),
      [null, "Toàn Thành phố", ...figuresOf(city)],
    ],
  }
}

/** The official tallies by agency, by name; what is counted again is taken off before the City's. */
export function agencyTable(content: SynthesisContent): SynthesisTable {
  const { rows, withoutAgency, countedAgain, city } = agencyRowsOf(content)
  return {
    tab: "Theo cơ quan",
    title: "Kết quả thực hiện theo cơ quan chủ trì",
    columns: figureColumns({ heading: "Cơ quan chủ trì", share: 0.24, align: "left" }),
    rows: [
      ...rows.map(({ name, tally }, place) => [place + 1, name, ...figuresOf(tally)]),
      [null, "Chưa xác định được cơ quan chủ trì", ...figuresOf(withoutAgency)],
      [null, "Trừ số tính nhiều lần do nhiều cơ quan cùng chủ trì", ...figuresOf(takenOff(countedAgain))],
      [null, "Toàn Thành phố", ...figuresOf(city)],
    ],
  }
}

/** The indicators in the order of the plan, below their horizons. */
export function indicatorTable({ indicators }: SynthesisContent): SynthesisTable {
  const toldShares = indicators.some(({ shareOfTarget }) => shareOfTarget !== undefined)
  const rows: SynthesisRow[] = []
  let horizon: number | null = null
  for (const indicator of indicators) {
    if (indicator.horizonYear !== horizon) rows.push({ heading: `Mục tiêu đến năm ${indicator.horizonYear}` })
    horizon = indicator.horizonYear
    rows.push([
      indicator.code,
      indicator.name,
      indicator.unit,
      indicator.targetText,
      observedInWords(indicator.before),
      observedInWords(indicator.observed),
      indicator.observed === null ? null : inFigures(indicator.observed.periodEnd),
      ...(toldShares ? [indicator.shareOfTarget ?? null] : []),
      indicator.assessment?.explanation ?? null,
      indicator.observed?.source ?? null,
      indicator.leadText,
    ])
  }
  return {
    tab: "Chỉ tiêu",
    title: "Kết quả thực hiện từng chỉ tiêu",
    columns: [
      { heading: "TT", share: 0.05, align: "center" },
      { heading: "Chỉ tiêu", share: toldShares ? 0.16 : 0.19, align: "left" },
      { heading: "Đơn vị", share: 0.07, align: "center" },
      { heading: "Mục tiêu", share: 0.1, align: "center" },
      { heading: "Kỳ trước", share: 0.07, align: "center" },
      { heading: "Kỳ này", share: 0.07, align: "center" },
      { heading: "Tính đến ngày", share: 0.09, align: "center" },
      ...(toldShares ? [{ heading: "Tỷ lệ %", share: 0.06, align: "right" } as const] : []),
      { heading: "Đánh giá", share: toldShares ? 0.14 : 0.17, align: "left" },
      { heading: "Nguồn", share: 0.09, align: "left" },
      { heading: "Cơ quan theo dõi, đánh giá", share: 0.1, align: "left" },
    ],
    rows,
  }
}

/** How the agencies reported. */
export function reportTable(content: SynthesisContent): SynthesisTable {
  const nameOf = namesOf(content)
  return {
    tab: "Báo cáo của các cơ quan",
    title: "Tình hình gửi báo cáo của các cơ quan",
    columns: [
      { heading: "TT", share: 0.06, align: "center" },
      { heading: "Cơ quan", share: 0.34, align: "left" },
      { heading: "Trạng thái", share: 0.16, align: "center" },
      { heading: "Ngày gửi", share: 0.12, align: "center" },
      { heading: "Muộn", share: 0.08, align: "center" },
      { heading: "Người duyệt", share: 0.14, align: "left" },
      { heading: "Đã trả lời/số dòng", share: 0.1, align: "center" },
    ],
    rows: content.reports.map((report, place) => [
      place + 1,
      nameOf(report.agencyId),
      STATE_IN_WORDS[report.state],
      cameInWords(report),
      report.late ? "Muộn" : null,
      report.approvedBy,
      `${report.answered}/${report.lines}`,
    ]),
  }
}

const ENTERED_FROM = { FILE: "tệp Excel", PAPER: "bản giấy" } as const

/** When a report came, and as what where it was entered on behalf of its agency. */
function cameInWords({ sentOn, receivedOn, enteredFrom }: ReportedReport): string | null {
  const cameOn = receivedOn ?? sentOn
  if (cameOn === null) return null
  return enteredFrom == null
    ? inFigures(cameOn)
    : `${inFigures(cameOn)}, nhập thay từ ${ENTERED_FROM[enteredFrom]}`
}

/** What agencies said of their tasks and indicators, by agency; only of reports that were accepted. */
export function sayingTable(content: SynthesisContent): SynthesisTable {
  const nameOf = namesOf(content)
  const itemOf = itemsOf(content)
  return {
    tab: "Ý kiến của các cơ quan",
    title: "Khó khăn, kiến nghị và kế hoạch kỳ tới của các cơ quan",
    columns: [
      { heading: "TT", share: 0.05, align: "center" },
      { heading: "Cơ quan", share: 0.16, align: "left" },
      { heading: "Nhiệm vụ, chỉ tiêu", share: 0.1, align: "left" },
      { heading: "Khó khăn, vướng mắc", share: 0.23, align: "left" },
      { heading: "Kiến nghị, đề xuất", share: 0.23, align: "left" },
      { heading: "Kế hoạch kỳ tới", share: 0.23, align: "left" },
    ],
    rows: content.lines
      .filter(saysAnything)
      .map((line, place) => [
        place + 1,
        nameOf(line.agencyId),
        itemOf(line.itemId),
        line.difficulties,
        line.proposal,
        line.nextPlan,
      ]),
  }
}

/** What stood in the way and was recorded as such, with how far it has come. */
export function obstacleTable(content: SynthesisContent): SynthesisTable {
  const nameOf = namesOf(content)
  const itemOf = itemsOf(content)
  return {
    tab: "Vướng mắc",
    title: "Vướng mắc đã ghi nhận và kết quả xử lý",
    columns: [
      { heading: "Số", share: 0.06, align: "center" },
      { heading: "Cơ quan nêu", share: 0.13, align: "left" },
      { heading: "Nhiệm vụ, chỉ tiêu", share: 0.08, align: "left" },
      { heading: "Vướng mắc", share: 0.2, align: "left" },
      { heading: "Nhóm", share: 0.1, align: "left" },
      { heading: "Kiến nghị", share: 0.18, align: "left" },
      { heading: "Gửi tới", share: 0.09, align: "left" },
      { heading: "Tình trạng, kết quả", share: 0.16, align: "left" },
    ],
    rows: (content.obstacles ?? []).map((obstacle) => [
      `VM-${obstacle.number}`,
      obstacle.agencyIds.map(nameOf).join("; "),
      itemOf(obstacle.taskId ?? obstacle.indicatorId ?? ""),
      obstacle.title,
      CATEGORY_IN_WORDS[obstacle.category],
      obstacle.proposal,
      obstacle.addressedAgencyId === null
        ? ADDRESSEE_IN_WORDS[obstacle.addressee]
        : nameOf(obstacle.addressedAgencyId),
      [OBSTACLE_STATE_IN_WORDS[obstacle.state], obstacle.settled]
        .filter((words) => words !== null)
        .join(": "),
    ]),
  }
}

/** What agencies answered to what they were asked besides the plan: question by question, by agency, also who has not answered. */
export function questionTable(content: SynthesisContent): SynthesisTable {
  const nameOf = namesOf(content)
  const linesOf = Map.groupBy(content.lines, ({ itemId }) => itemId)
  return {
    tab: "Trả lời câu hỏi",
    title: "Trả lời các nội dung được hỏi",
    columns: [
      { heading: "TT", share: 0.05, align: "center" },
      { heading: "Cơ quan", share: 0.22, align: "left" },
      { heading: "Nội dung trả lời", share: 0.57, align: "left" },
      { heading: "Tình trạng", share: 0.16, align: "center" },
    ],
    rows: (content.questions ?? []).flatMap(({ id, code, text }): SynthesisRow[] => [
      { heading: `${code}. ${text}` },
      ...(linesOf.get(id) ?? []).map((line, place) => [
        place + 1,
        nameOf(line.agencyId),
        answeredInWords(line),
        answerStanding(line),
      ]),
    ]),
  }
}

/** What was answered to a question, where the report was accepted: what stands in others is not yet the City's. */
function answeredInWords({ accepted, answer, progress }: ReportedLine): string | null {
  if (!accepted || answer === null) return null
  return [ANSWER_IN_WORDS[answer], progress].filter((words) => words?.trim()).join("; ")
}

function answerStanding({ accepted, answer }: ReportedLine): string {
  if (answer === null) return "Chưa trả lời"
  return accepted ? "Đã trả lời" : "Chưa được tiếp nhận"
}

/** Whether a line of an accepted report says more than how far its task has come. */
export function saysAnything({ accepted, difficulties, proposal, nextPlan }: ReportedLine): boolean {
  return accepted && [difficulties, proposal, nextPlan].some((text) => text !== null && text.trim() !== "")
}

/** A task or an indicator as a sentence names it, by its identifier; empty for any other. */
export function itemsOf({
  tasks,
  indicators,
}: Pick<SynthesisContent, "tasks" | "indicators">): (id: string) => string {
  const items = new Map([
    ...tasks.map((task) => [task.id, taskInWords(task)] as const),
    ...indicators.map(({ id, code }) => [id, `Chỉ tiêu ${code}`] as const),
  ])
  return (id) => items.get(id) ?? ""
}

/** The name of that day of an agency. */
export function namesOf({ agencies }: Pick<SynthesisContent, "agencies">): (id: string) => string {
  const names = new Map(agencies.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}

/** A field that an agency filled in, with its name, where its report was accepted. */
export function said(
  line: ReportedLine,
  field: "difficulties" | "proposal" | "nextPlan",
  nameOf: (id: string) => string,
): string[] {
  const text = line.accepted ? line[field]?.trim() : undefined
  return text ? [`${nameOf(line.agencyId)}: ${text}`] : []
}

function observedInWords(observed: Observed | null): string | null {
  if (observed === null) return null
  const figure = observed.value === null ? (observed.note ?? "") : numberInWords(Number(observed.value))
  return `${figure}${observed.provisional ? " (ước)" : ""}`
}

/** A task as a sentence names it, e.g. "Nhiệm vụ 85b". */
export function taskInWords({ code }: Pick<ReportedTask, "code">): string {
  return `Nhiệm vụ ${code}`
}
