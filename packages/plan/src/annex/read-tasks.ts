import { DeadlineNotUnderstood, type DeadlineReading, readDeadline } from "../deadline/read-deadline.ts"
import type { PublishedPhase, PublishedSection, PublishedTask } from "../published-plan.ts"
import { invalid } from "../text/plan-text-invalid.ts"
import type { TextLines } from "../text/text-lines.ts"
import { milestonesOf } from "./milestones.ts"
import { afterColumns, cellsAt } from "./read-columns.ts"

/** The columns of Annex II. */
export const TASK_COLUMNS = [
  "TT",
  "Tên nhiệm vụ",
  "Cơ quan chủ trì",
  "Cơ quan phối hợp",
  "Kết quả",
  "Thời gian hoàn thành",
] as const
const [NUMBER, TITLE, LEAD, , , DEADLINE] = TASK_COLUMNS
/** A row without a printed number begins at its name and ends with an empty cell. */
const UNNUMBERED_COLUMNS = [...TASK_COLUMNS.slice(1), "(ô trống)"] as const

const ROMAN = /^(I|II|III|IV|V|VI|VII|VIII|IX|X)$/
const ROMAN_ORDER = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
const SECTION_END = "||||"
const PRINTED_NUMBER = /^\d+$/
const LETTERS = "abcdefghijklmnopqrstuvwxyz"

/** Tasks about which nothing classified may be written. Source: DOMAIN.md. */
const SENSITIVE = new Set(["23", "41", "42", "110", "111", "112", "121"])

/** Annex II as read. */
export interface ReadTasks {
  sections: PublishedSection[]
  tasks: PublishedTask[]
}

interface Cells {
  title: string
  leadText: string
  coordinatorText: string
  result: string
  deadlineText: string
}

/**
 * Annex II: sections, and rows of six cells under consecutive numbers. A row may repeat the number above it or have
 * none; a row without a deadline has phases.
 * @throws PlanTextInvalid naming line and column
 */
export function readTasks(annex: TextLines): ReadTasks {
  const rows = afterColumns(annex, TASK_COLUMNS)
  const sections: PublishedSection[] = []
  const tasks: PublishedTask[] = []
  let number = 0
  let under = 0

  for (let index = 0; index < rows.count; ) {
    const line = rows.lineNumber(index)
    if (rows.at(index + 2) === SECTION_END && index + 2 < rows.count) {
      sections.push(sectionAt(rows, index, sections.length, tasks.at(-1)))
      index += 3
      continue
    }
    const section = sections.at(-1)
    if (section === undefined)
      return invalid("SECTION_UNEXPECTED", "hàng đầu tiên phải là nhóm nhiệm vụ “I”", { line, cell: NUMBER })
    const first = rows.cell(index, NUMBER)
    const previous = tasks.at(-1)

    if (PRINTED_NUMBER.test(first)) {
      const [, ...cells] = cellsAt(rows, index, TASK_COLUMNS)
      const repeated = Number(first) === number && previous !== undefined
      if (Number(first) !== number + 1 && !repeated)
        invalid("ROW_NUMBER_UNEXPECTED", `số “${first}” không nối tiếp ${number}`, { line, cell: NUMBER })
      number = Number(first)
      under = repeated ? under + 1 : 0
      tasks.push(
        taskOf(cellsOf(cells), { number: first, under, line, section, position: tasks.length + 1, previous }),
      )
    } else {
      const [, ...rest] = cellsAt(rows, index, UNNUMBERED_COLUMNS)
      const cells = cellsOf([first, ...rest])
      if (previous === undefined || previous.sectionNumeral !== section.numeral || rest.at(-1) !== "")
        return invalid(
          "ROW_INCOMPLETE",
          "hàng không có số phải đứng dưới một hàng có số và kết thúc bằng một ô trống",
          {
            line,
            cell: NUMBER,
          },
        )
      if (cells.leadText === "" && cells.coordinatorText === "")
        previous.phases.push(phaseOf(cells, line, previous))
      else {
        under += 1
        tasks.push(
          taskOf(cells, {
            number: null,
            printed: String(number),
            under,
            line,
            section,
            position: tasks.length + 1,
            previous,
          }),
        )
      }
    }
    index += TASK_COLUMNS.length
  }
  requireComplete(sections, tasks)
  return { sections, tasks }
}

function cellsOf([
  title = "",
  leadText = "",
  coordinatorText = "",
  result = "",
  deadlineText = "",
]: string[]): Cells {
  return { title, leadText, coordinatorText, result, deadlineText }
}

function sectionAt(
  rows: TextLines,
  index: number,
  before: number,
  previous: PublishedTask | undefined,
): PublishedSection {
  const numeral = rows.cell(index, NUMBER)
  const title = rows.cell(index + 1, TITLE)
  const line = rows.lineNumber(index)
  const afterEmpty = before > 0 && previous?.sectionNumeral !== ROMAN_ORDER[before - 1]
  if (!ROMAN.test(numeral) || numeral !== ROMAN_ORDER[before] || title === "" || afterEmpty)
    invalid(
      "SECTION_UNEXPECTED",
      `nhóm nhiệm vụ “${numeral}” không nối tiếp “${ROMAN_ORDER[before - 1] ?? "đầu bảng"}”`,
      {
        line,
        cell: NUMBER,
      },
    )
  return { numeral, title, position: before + 1, lines: { first: line, last: line + 2 } }
}

interface Place {
  number: string | null
  /** The number it stands under, where it has none itself. */
  printed?: string
  /** How many rows stand before it under the same number. */
  under: number
  line: number
  section: PublishedSection
  position: number
  previous: PublishedTask | undefined
}

function taskOf(
  cells: Cells,
  { number, printed, under, line, section, position, previous }: Place,
): PublishedTask {
  const begins = number === null ? line - 1 : line
  const code = `${number ?? printed}${under === 0 ? "" : LETTERS[under]}`
  if (cells.title === "" || PRINTED_NUMBER.test(cells.title))
    invalid("CELL_EMPTY", `tên nhiệm vụ ${code} trống hoặc chỉ là một số`, { line: begins + 1, cell: TITLE })
  if (cells.leadText === "")
    invalid("CELL_EMPTY", `nhiệm vụ ${code} không có cơ quan chủ trì`, { line: begins + 2, cell: LEAD })
  if (previous?.title === cells.title && previous.leadText === cells.leadText)
    invalid("ROW_REPEATED", `nhiệm vụ ${code} lặp lại nguyên hàng ${previous.code}`, { line, cell: TITLE })
  return {
    code,
    number,
    sectionNumeral: section.numeral,
    position,
    title: cells.title,
    leadText: cells.leadText,
    coordinatorText: cells.coordinatorText,
    expectedResult: cells.result === "" ? null : cells.result,
    deadline: deadlineOf(cells.deadlineText, cells.title, begins + 5),
    phases: [],
    milestones: milestonesOf(cells.title, cells.deadlineText),
    sensitive: SENSITIVE.has(code),
    lines: { first: line, last: line + TASK_COLUMNS.length - 1 },
  }
}

function phaseOf({ title, result, deadlineText }: Cells, line: number, task: PublishedTask): PublishedPhase {
  if (task.deadline.kind !== "PHASED")
    invalid("CELL_EMPTY", `“${title}” không có cơ quan chủ trì, mà nhiệm vụ ${task.code} đã có thời hạn`, {
      line: line + 1,
      cell: LEAD,
    })
  if (title === "" || deadlineText === "" || task.phases.at(-1)?.name === title)
    invalid("CELL_EMPTY", `giai đoạn của nhiệm vụ ${task.code} phải có tên riêng và thời hạn`, {
      line,
      cell: TITLE,
    })
  return {
    name: title,
    expectedResult: result === "" ? null : result,
    deadline: deadlineOf(deadlineText, title, line + 4),
    lines: { first: line, last: line + TASK_COLUMNS.length - 1 },
  }
}

function deadlineOf(text: string, title: string, line: number): DeadlineReading {
  try {
    return readDeadline(text, title)
  } catch (error) {
    if (error instanceof DeadlineNotUnderstood)
      return invalid("DEADLINE_UNKNOWN", error.message, { line, cell: DEADLINE })
    throw error
  }
}

function requireComplete(sections: readonly PublishedSection[], tasks: readonly PublishedTask[]): void {
  if (tasks.length === 0) invalid("ANNEX_EMPTY", "Phụ lục II không có nhiệm vụ nào")
  const last = sections.at(-1)
  if (last !== undefined && !tasks.some((task) => task.sectionNumeral === last.numeral))
    invalid("SECTION_UNEXPECTED", `nhóm nhiệm vụ “${last.numeral}” không có nhiệm vụ nào`, {
      line: last.lines.first,
    })
  for (const { code, deadline, phases, lines } of tasks)
    if (deadline.kind === "PHASED" && phases.length === 0)
      invalid("CELL_EMPTY", `nhiệm vụ ${code} không có thời hạn và cũng không có giai đoạn`, {
        line: lines.last,
        cell: DEADLINE,
      })
}
