import type { DeadlineReading } from "../deadline/deadline-reading.ts"
import { DeadlineNotUnderstood, phasedDeadline, readDeadline } from "../deadline/read-deadline.ts"
import { readMilestones } from "../milestone/read-milestones.ts"
import { type PublishedSection, SECTION_NUMERALS } from "../section/published-section.ts"
import { isSensitive } from "../sensitivity/is-sensitive.ts"
import type { TableCell } from "../table/table-cells.ts"
import { type IssueList, quoted } from "../text/plan-text-invalid.ts"
import { namedInTitle } from "../trigger/named-in-title.ts"
import { checkResult, checkTaskCells } from "./check-task-cells.ts"
import type { PublishedPhase, PublishedTask } from "./published-task.ts"
import { type SectionRow, TASK_COLUMNS, type TaskRow, taskRowsOf } from "./task-rows.ts"

const [NUMBER, TITLE, LEAD, , , DEADLINE] = TASK_COLUMNS

/** The plan prints this number twice, for two different tasks. */
const NUMBER_PRINTED_TWICE = 91

const PHASE_NAME = /^Giai đoạn (\d+)$/

/** Reads Annex II below its head. Whatever cannot be read without guessing is an issue. */
export function readTasks(
  cells: readonly TableCell[],
  issues: IssueList,
): { sections: PublishedSection[]; tasks: PublishedTask[] } {
  const { rows, whole } = taskRowsOf(cells, issues)
  const annex = new TaskAnnex(issues)
  for (const row of rows) {
    if (row.kind === "section") annex.addSection(row)
    else annex.addRow(row)
  }
  if (whole) annex.close(cells.at(-1)?.line ?? null)
  return { sections: annex.sections, tasks: annex.tasks }
}

/** Annex II as far as it has been read. */
class TaskAnnex {
  readonly sections: PublishedSection[] = []
  readonly tasks: PublishedTask[] = []
  readonly #issues: IssueList
  readonly #titles = new Set<string>()
  #number = 0
  #rowsOfNumber = 0

  constructor(issues: IssueList) {
    this.#issues = issues
  }

  addSection({ numeral, title, first, last }: SectionRow): void {
    const expected = SECTION_NUMERALS[this.sections.length]
    if (numeral !== expected)
      this.#issues.add(
        "SECTION_MISSING",
        first,
        expected === undefined
          ? `Phụ lục II: thừa nhóm ${numeral} sau nhóm ${SECTION_NUMERALS.at(-1)}.`
          : `Phụ lục II: chờ đọc nhóm ${expected} nhưng gặp nhóm ${numeral}.`,
      )
    this.#refuseEmptySection(first)
    this.sections.push({ numeral, title, position: this.sections.length + 1, lines: { first, last } })
    this.#rowsOfNumber = 0
  }

  addRow(row: TaskRow): void {
    const section = this.sections.at(-1)
    if (section === undefined) {
      this.#issues.add("SECTION_MISSING", row.first, "Phụ lục II: nhiệm vụ đứng trước nhóm I.")
      return
    }
    const previous = this.tasks.at(-1)
    if (row.number === null && previous?.deadline.kind === "PHASED") this.#addPhase(row, previous)
    else if (row.number === null && this.#rowsOfNumber === 0)
      this.#issues.add(
        "ROW_MISPLACED",
        row.first,
        `Phụ lục II: ${quoted(row.title.text)} không có số và không đứng dưới nhiệm vụ nào.`,
        NUMBER,
      )
    else this.#addTask(row, section)
  }

  /** What can only be said once every row is read. */
  close(line: number | null): void {
    this.#refuseEmptySection(line)
    if (this.sections.length < SECTION_NUMERALS.length)
      this.#issues.add(
        "SECTION_MISSING",
        line,
        `Phụ lục II có ${this.sections.length} nhóm nhiệm vụ, đúng phải là ${SECTION_NUMERALS.length} (I–VII).`,
      )
    for (const { code, deadline, phases, lines } of this.tasks)
      if (deadline.kind === "PHASED" && phases.length === 0)
        this.#issues.add(
          "CELL_EMPTY",
          lines.last,
          `Phụ lục II: nhiệm vụ ${code} không có thời hạn và không chia giai đoạn.`,
          DEADLINE,
        )
  }

  #addTask(row: TaskRow, section: PublishedSection): void {
    this.#takeNumber(row)
    const title = row.title.text
    if (this.#titles.has(title))
      this.#issues.add("ROW_REPEATED", row.first, `Phụ lục II: nhiệm vụ ${quoted(title)} bị lặp lại.`, TITLE)
    this.#titles.add(title)
    checkTaskCells(row, this.#issues)
    const deadline = row.deadline.text === "" ? phasedDeadline : this.#deadlineOf(row.deadline)
    if (deadline === null) return
    this.tasks.push({
      code: `${this.#number}${furtherRow(this.#rowsOfNumber)}`,
      number: row.number === null ? null : String(row.number),
      sectionNumeral: section.numeral,
      position: this.tasks.length + 1,
      title,
      leadText: row.lead.text,
      coordinatorText: row.coordinator.text,
      expectedResult: row.result.text || null,
      deadline: { ...deadline, triggers: deadline.triggers.map((trigger) => namedInTitle(trigger, title)) },
      phases: [],
      milestones: readMilestones(title, deadline),
      sensitive: isSensitive(title),
      lines: { first: row.first, last: row.last },
    })
  }

  #takeNumber({ number, first }: TaskRow): void {
    if (
      number === null ||
      (number === NUMBER_PRINTED_TWICE && number === this.#number && this.#rowsOfNumber === 1)
    ) {
      this.#rowsOfNumber += 1
      return
    }
    const expected = this.#number + 1
    if (number > expected)
      this.#issues.add(
        "NUMBER_MISSING",
        first,
        `Phụ lục II: chờ đọc nhiệm vụ ${expected} nhưng gặp ${number}.`,
        NUMBER,
      )
    if (number < expected)
      this.#issues.add(
        "NUMBER_REPEATED",
        first,
        `Phụ lục II: số ${number} lặp lại hoặc sai thứ tự (chờ đọc ${expected}).`,
        NUMBER,
      )
    this.#number = number
    this.#rowsOfNumber = 1
  }

  #addPhase(row: TaskRow, task: PublishedTask): void {
    const expectedName = `Giai đoạn ${task.phases.length + 1}`
    if (!PHASE_NAME.test(row.title.text) || row.title.text !== expectedName)
      this.#issues.add(
        "ROW_MISPLACED",
        row.first,
        `Phụ lục II: nhiệm vụ ${task.code} chờ ${quoted(expectedName)} nhưng gặp ${quoted(row.title.text)}.`,
        TITLE,
      )
    for (const cell of [row.lead, row.coordinator])
      if (cell.text !== "")
        this.#issues.add(
          "CELL_IMPLAUSIBLE",
          cell.line,
          `Phụ lục II: giai đoạn không có cơ quan riêng, nhưng gặp ${quoted(cell.text)}.`,
          LEAD,
        )
    checkResult(row.result, this.#issues)
    const deadline = this.#deadlineOf(row.deadline)
    if (deadline === null) return
    const phase: PublishedPhase = {
      name: row.title.text,
      expectedResult: row.result.text || null,
      deadline,
      lines: { first: row.first, last: row.last },
    }
    task.phases.push(phase)
    task.lines.last = row.last
  }

  #deadlineOf({ line, text }: TableCell): DeadlineReading | null {
    try {
      return readDeadline(text)
    } catch (error) {
      if (!(error instanceof DeadlineNotUnderstood)) throw error
      this.#issues.add(
        "DEADLINE_UNKNOWN",
        line,
        `Phụ lục II: không hiểu thời hạn ${quoted(text)}; dạng đúng ví dụ “6/2025”, “Quý III/2025”, “2025 - 2026”, “Thường xuyên”, “Triển khai sau khi Nghị định có hiệu lực”.`,
        DEADLINE,
      )
      return null
    }
  }

  #refuseEmptySection(line: number | null): void {
    const section = this.sections.at(-1)
    if (section !== undefined && this.tasks.at(-1)?.sectionNumeral !== section.numeral)
      this.#issues.add("SECTION_EMPTY", line, `Phụ lục II: nhóm ${section.numeral} không có nhiệm vụ nào.`)
  }
}

/** "" for the first row under a number, then "b", "c" … */
function furtherRow(row: number): string {
  return row === 1 ? "" : String.fromCharCode("a".charCodeAt(0) + row - 1)
}
