/** Stable names of what can be wrong with a text. */
export type PlanTextFault =
  | "TEXT_EMPTY"
  | "TEXT_TOO_LARGE"
  | "TEXT_NOT_UTF8"
  | "TEXT_TRUNCATED"
  | "HEADER_MISSING"
  | "HEADER_CONTRADICTED"
  | "PART_MISSING"
  | "PART_REPEATED"
  | "REPEATED_BLOCK_DIFFERS"
  | "ANNEX_MISSING"
  | "ANNEX_REPEATED"
  | "ANNEX_EMPTY"
  | "COLUMNS_DIFFER"
  | "CELL_NOT_CLOSED"
  | "CELL_EMPTY"
  | "ROW_INCOMPLETE"
  | "ROW_REPEATED"
  | "ROW_NUMBER_UNEXPECTED"
  | "SECTION_UNEXPECTED"
  | "LINE_UNEXPECTED"
  | "DEADLINE_UNKNOWN"
  | "TARGET_UNKNOWN"

/** One fault, where it is, and what would be right. */
export interface PlanTextIssue {
  code: PlanTextFault
  /** Of the text, from 1; null where the whole text is meant. */
  line: number | null
  /** The column as the plan heads it; null where no cell is meant. */
  cell: string | null
  /** In Vietnamese. */
  message: string
}

/** The text cannot be read as a plan. Nothing of it is to be used. */
export class PlanTextInvalid extends Error {
  constructor(readonly issues: readonly PlanTextIssue[]) {
    super(issues.map(inWords).join("\n"))
    this.name = "PlanTextInvalid"
  }
}

function inWords({ line, cell, message }: PlanTextIssue): string {
  const place = [line === null ? null : `dòng ${line}`, cell === null ? null : `ô “${cell}”`]
    .filter(Boolean)
    .join(", ")
  return place === "" ? message : `${place}: ${message}`
}

/** Ends the reading with a single fault. */
export function invalid(
  code: PlanTextFault,
  message: string,
  at: { line?: number; cell?: string } = {},
): never {
  throw new PlanTextInvalid([{ code, line: at.line ?? null, cell: at.cell ?? null, message }])
}
