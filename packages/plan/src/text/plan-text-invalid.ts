/** What can be wrong with a text that should be the plan; stable, for programs. */
export type PlanTextIssueCode =
  | "CELL_EMPTY"
  | "CELL_IMPLAUSIBLE"
  | "CELL_NOT_CLOSED"
  | "COLUMNS_DIFFER"
  | "CONTROL_CHARACTER"
  | "DEADLINE_UNKNOWN"
  | "EMPTY"
  | "HEADER_CONTRADICTED"
  | "HEADER_MISSING"
  | "HEADER_REPEATED"
  | "HEADER_UNREADABLE"
  | "HORIZON_UNKNOWN"
  | "NOT_NFC"
  | "NOT_UTF8"
  | "NUMBER_MISSING"
  | "NUMBER_REPEATED"
  | "PART_MISSING"
  | "PART_OUT_OF_ORDER"
  | "PART_REPEATED"
  | "REPEAT_DIFFERS"
  | "ROW_CUT"
  | "ROW_MISPLACED"
  | "ROW_REPEATED"
  | "SECTION_EMPTY"
  | "SECTION_MISSING"
  | "TARGET_UNKNOWN"
  | "TOO_LARGE"
  | "UNEXPECTED_LINE"

/** One thing that is wrong, and where. */
export interface PlanTextIssue {
  code: PlanTextIssueCode
  /** Line of the text, counted from 1; null where the fault is of the text as a whole. */
  line: number | null
  /** The column of a table as the plan names it, e.g. "Thời gian hoàn thành"; null outside tables. */
  cell: string | null
  /** For people, in Vietnamese: what was read and what would be right. */
  message: string
}

/** The text cannot be read as the plan without guessing; every fault found is listed. */
export class PlanTextInvalid extends Error {
  constructor(readonly issues: readonly PlanTextIssue[]) {
    super(`Văn bản kế hoạch không hợp lệ:\n${issues.map(describe).join("\n")}`)
    this.name = "PlanTextInvalid"
  }
}

/** E.g. "dòng 928, ô “Thời gian hoàn thành”: …". */
function describe({ line, cell, message }: PlanTextIssue): string {
  const place = [line === null ? [] : `dòng ${line}`, cell === null ? [] : `ô ${quoted(cell)}`].flat()
  return place.length === 0 ? message : `${place.join(", ")}: ${message}`
}

/** Beyond this many a list helps nobody. */
const MOST_ISSUES = 100

/** Gathers faults while a text is read, so that a person sees them together. */
export class IssueList {
  readonly #issues: PlanTextIssue[] = []

  add(code: PlanTextIssueCode, line: number | null, message: string, cell: string | null = null): void {
    if (this.#issues.length < MOST_ISSUES) this.#issues.push({ code, line, cell, message })
  }

  /** @throws PlanTextInvalid when anything was added */
  throwIfAny(): void {
    if (this.#issues.length > 0)
      throw new PlanTextInvalid(this.#issues.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)))
  }
}

/** A piece of the text as a message quotes it: short, on one line. */
export function quoted(text: string): string {
  const longest = 80
  return `“${text.length > longest ? `${text.slice(0, longest)}…` : text}”`
}
