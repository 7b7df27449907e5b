import { inFigures } from "@plan43/calendar"
import type { LineAnswer } from "../line/line-field.ts"
import type { ReportedLine, SynthesisContent } from "./synthesis-content.ts"
import { namesOf, type SynthesisRow, type SynthesisTable, said, taskInWords } from "./tables.ts"
import { ANSWER_IN_WORDS, numberInWords, STATUS_IN_WORDS } from "./words.ts"

/** So many answers, and so many characters of them, stand in the cell of a task; more have rows of their own in another annex. */
const MOST_IN_CELL = 12
const LONGEST_IN_CELL = 4_000

/** The annexes that have what is too much for a cell, under their names. */
export interface AnnexesBeside {
  results: string
  sayings: string
}

/** The tasks in the order of the plan, below the sections. */
export function taskTable(content: SynthesisContent, beside: AnnexesBeside): SynthesisTable {
  const linesOf = Map.groupBy(content.lines, ({ itemId }) => itemId)
  const nameOf = namesOf(content)
  const rows: SynthesisRow[] = []
  let section: string | null = null
  for (const task of content.tasks) {
    if (task.sectionNumeral !== section)
      rows.push({ heading: `${task.sectionNumeral}. ${task.sectionTitle}` })
    section = task.sectionNumeral
    const lines = linesOf.get(task.id) ?? []
    const results = lines.flatMap((line) => resultOf(line, nameOf))
    const difficulties = lines.flatMap((line) => said(line, "difficulties", nameOf))
    rows.push([
      task.number ?? task.code,
      task.title,
      task.leadText,
      task.coordinatorText,
      task.expectedResult,
      task.deadlineText,
      STATUS_IN_WORDS[task.status],
      tooMuchForCell(results.map(inCell))
        ? `${countsOf(results)}; xem ${beside.results}`
        : results.map(inCell).join("\n"),
      tooMuchForCell(difficulties)
        ? `${difficulties.length} cơ quan nêu khó khăn, vướng mắc; xem ${beside.sayings}`
        : difficulties.join("\n"),
    ])
  }
  return {
    tab: "Nhiệm vụ",
    title: "Kết quả thực hiện từng nhiệm vụ",
    columns: [
      { heading: "TT", share: 0.04, align: "center" },
      { heading: "Nhiệm vụ", share: 0.2, align: "left" },
      { heading: "Cơ quan chủ trì", share: 0.1, align: "left" },
      { heading: "Cơ quan phối hợp", share: 0.1, align: "left" },
      { heading: "Sản phẩm", share: 0.1, align: "left" },
      { heading: "Thời gian hoàn thành", share: 0.09, align: "center" },
      { heading: "Tình trạng", share: 0.08, align: "center" },
      { heading: "Kết quả (số, ngày văn bản)", share: 0.17, align: "left" },
      { heading: "Khó khăn, vướng mắc", share: 0.12, align: "left" },
    ],
    rows,
  }
}

/** What agencies answered to tasks of which the cells cannot hold all answers: task by task, by agency. */
export function resultTable(content: SynthesisContent): SynthesisTable {
  return {
    tab: "Kết quả nhiệm vụ theo cơ quan",
    title: "Kết quả của từng cơ quan thực hiện các nhiệm vụ giao nhiều cơ quan",
    columns: [
      { heading: "TT", share: 0.05, align: "center" },
      { heading: "Cơ quan", share: 0.25, align: "left" },
      { heading: "Kết quả (số, ngày văn bản)", share: 0.7, align: "left" },
    ],
    rows: resultsApart(content).flatMap(({ heading, results }): SynthesisRow[] => [
      { heading },
      ...results.map(({ agency, text }, place) => [place + 1, agency, text]),
    ]),
  }
}

export function hasResultsApart(content: SynthesisContent): boolean {
  return resultsApart(content).length > 0
}

function resultsApart(content: SynthesisContent): { heading: string; results: Result[] }[] {
  const linesOf = Map.groupBy(content.lines, ({ itemId }) => itemId)
  const nameOf = namesOf(content)
  return content.tasks.flatMap((task) => {
    const results = (linesOf.get(task.id) ?? []).flatMap((line) => resultOf(line, nameOf))
    return tooMuchForCell(results.map(inCell))
      ? [{ heading: `${taskInWords(task)}. ${task.title}`, results }]
      : []
  })
}

function tooMuchForCell(texts: readonly string[]): boolean {
  return texts.length > MOST_IN_CELL || texts.join("\n").length > LONGEST_IN_CELL
}

/** What an agency did for a task. */
interface Result {
  agency: string
  text: string
  /** Null: not answered; what was recorded before stands instead. */
  answer: LineAnswer | null
}

function inCell({ agency, text }: Result): string {
  return `${agency}: ${text}`
}

const COUNTED_AS = [
  ["REPORTED", "có nội dung báo cáo"],
  ["NO_CHANGE", "không thay đổi so với kỳ trước"],
  ["NOTHING_TO_REPORT", "không có nội dung báo cáo"],
  [null, "chưa được báo cáo trong kỳ, chỉ có ghi nhận trước"],
] as const satisfies readonly (readonly [LineAnswer | null, string])[]

/** e.g. "126 cơ quan: 100 có nội dung báo cáo, 26 không thay đổi so với kỳ trước" */
function countsOf(results: readonly Result[]): string {
  const counts = COUNTED_AS.map(([answer, words]) => {
    const count = results.filter((result) => result.answer === answer).length
    return { count, words: `${numberInWords(count)} ${words}` }
  }).filter(({ count }) => count > 0)
  return `${numberInWords(results.length)} cơ quan: ${counts.map(({ words }) => words).join(", ")}`
}

/** What an agency answered where its report was accepted; otherwise what was recorded, marked so: nobody has signed it. */
function resultOf(line: ReportedLine, nameOf: (id: string) => string): Result[] {
  const answer = line.accepted ? line.answer : null
  const words =
    answer === null
      ? [line.prefill?.progress, line.prefill?.resultDocument]
      : [
          ANSWER_IN_WORDS[answer],
          line.progress,
          line.resultDocument,
          line.percentage === null ? null : `đạt ${numberInWords(line.percentage)}%`,
        ]
  const text = words.filter((each) => each != null && each.trim() !== "").join("; ")
  if (text === "") return []
  const recordedOn = line.prefill?.recordedOn
  const unsigned =
    answer !== null || recordedOn == null
      ? ""
      : ` (ghi nhận ngày ${inFigures(recordedOn)}, chưa được báo cáo trong kỳ)`
  return [{ agency: nameOf(line.agencyId), text: `${text}${unsigned}`, answer }]
}
