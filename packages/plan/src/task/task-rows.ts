import { isNumeral } from "../section/published-section.ts"
import { SECTION_BARS, type TableCell } from "../table/table-cells.ts"
import { type IssueList, quoted } from "../text/plan-text-invalid.ts"

/** The columns of Annex II as its head names them. */
export const TASK_COLUMNS = [
  "TT",
  "Tên nhiệm vụ",
  "Cơ quan chủ trì",
  "Cơ quan phối hợp",
  "Kết quả",
  "Thời gian hoàn thành",
] as const

/** The row that announces a section. */
export interface SectionRow {
  kind: "section"
  numeral: string
  title: string
  first: number
  last: number
}

/** A row of a task, or of a phase of one. */
export interface TaskRow {
  kind: "task"
  /** null where the row is printed without one. */
  number: number | null
  title: TableCell
  lead: TableCell
  coordinator: TableCell
  result: TableCell
  deadline: TableCell
  first: number
  last: number
}

/** A year stands in the same kind of cell as a number, but never begins a row. */
const ROW_NUMBER = /^[1-9]\d{0,2}$/

/**
 * Tells the cells of Annex II apart into rows. A row begins with its number and has five more cells, or has no number
 * and ends with an empty cell instead; a section has its numeral, its title and bars.
 * @returns the rows, and whether they take in every cell: reading stops where a cell cannot belong to any row
 */
export function taskRowsOf(
  cells: readonly TableCell[],
  issues: IssueList,
): { rows: (SectionRow | TaskRow)[]; whole: boolean } {
  const rows: (SectionRow | TaskRow)[] = []
  for (let at = 0; at < cells.length; ) {
    const first = cells[at]?.text ?? ""
    const row = isNumeral(first)
      ? sectionRowOf(cells.slice(at, at + 3), issues)
      : taskRowOf(cells.slice(at, at + TASK_COLUMNS.length), issues)
    if (row === null) return { rows, whole: false }
    rows.push(row)
    at += row.kind === "section" ? 3 : TASK_COLUMNS.length
  }
  return { rows, whole: true }
}

function sectionRowOf(cells: readonly TableCell[], issues: IssueList): SectionRow | null {
  const [numeral, title, bars] = cells
  if (numeral === undefined) return null
  if (
    title === undefined ||
    title.text === "" ||
    title.text === SECTION_BARS ||
    bars?.text !== SECTION_BARS
  ) {
    issues.add(
      "ROW_CUT",
      numeral.line,
      `Phụ lục II: nhóm ${numeral.text} phải có tên và dòng ${quoted(SECTION_BARS)} ngay sau.`,
    )
    return null
  }
  return { kind: "section", numeral: numeral.text, title: title.text, first: numeral.line, last: bars.line }
}

function taskRowOf(cells: readonly TableCell[], issues: IssueList): TaskRow | null {
  const [start] = cells
  if (start === undefined) return null
  const numbered = ROW_NUMBER.test(start.text)
  const [title, lead, coordinator, result, deadline] = numbered ? cells.slice(1) : cells
  const end = cells.at(-1) ?? start
  const bars = cells.find(({ text }) => text === SECTION_BARS)
  if (start.text === "" || start.text === SECTION_BARS) {
    issues.add("ROW_MISPLACED", start.line, "Phụ lục II: chờ đọc đầu một nhiệm vụ nhưng gặp ô trống.", "TT")
    return null
  }
  if (
    title === undefined ||
    lead === undefined ||
    coordinator === undefined ||
    result === undefined ||
    deadline === undefined ||
    cells.length < TASK_COLUMNS.length ||
    bars !== undefined
  ) {
    issues.add(
      "ROW_CUT",
      bars?.line ?? end.line,
      `Phụ lục II: nhiệm vụ bắt đầu bằng ${quoted(start.text)} không đủ ${TASK_COLUMNS.length} ô.`,
    )
    return null
  }
  if (!numbered && end.text !== "") {
    issues.add(
      "ROW_MISPLACED",
      start.line,
      `Phụ lục II: chờ đọc số thứ tự nhiệm vụ nhưng gặp ${quoted(start.text)}: thừa, thiếu ô hoặc lạc dòng.`,
      "TT",
    )
    return null
  }
  return {
    kind: "task",
    number: numbered ? Number(start.text) : null,
    title,
    lead,
    coordinator,
    result,
    deadline,
    first: start.line,
    last: end.line,
  }
}
