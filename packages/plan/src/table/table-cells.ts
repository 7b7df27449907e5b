import { type IssueList, quoted } from "../text/plan-text-invalid.ts"
import { expectProse } from "../text/prose.ts"
import type { TextLine } from "../text/text-line.ts"

/** A cell of an annex: one line of the text. */
export interface TableCell {
  line: number
  /** Verbatim, without the bar that closes it; "" where the cell is empty. */
  text: string
}

/** What stands in place of the empty cells after the title of a section of Annex II. */
export const SECTION_BARS = "||||"

/** Words, one space, the bar; or the bar alone. A bar that touches the words shows that some were cut off. */
const CLOSED_CELL = /^(?:([^|]*[^|\s]) )?\|$/

/**
 * The cells of an annex below its head.
 * @param lines the annex: title, head, cells
 * @param columns the names in its head, in order
 * @returns null where the table cannot be told cell by cell; the issues say why
 */
export function tableCellsOf(
  annex: string,
  lines: readonly TextLine[],
  columns: readonly string[],
  issues: IssueList,
): TableCell[] | null {
  const head = lines.findIndex(({ text }) => text.endsWith("|"))
  if (head === -1) {
    issues.add("COLUMNS_DIFFER", lines[0]?.number ?? null, `${annex} không có bảng.`)
    return null
  }
  expectProse(lines.slice(0, head), issues)
  for (const [index, column] of columns.entries()) {
    const line = lines[head + index]
    if (line?.text !== `${column} |`) {
      issues.add(
        "COLUMNS_DIFFER",
        line?.number ?? null,
        `${annex}: đầu bảng phải là cột ${quoted(column)}, nhưng gặp ${quoted(line?.text ?? "hết văn bản")}.`,
        column,
      )
      return null
    }
  }
  const cells: TableCell[] = []
  for (const { number, text } of lines.slice(head + columns.length)) {
    const closed = CLOSED_CELL.exec(text)
    if (closed === null && text !== SECTION_BARS) {
      issues.add(
        "CELL_NOT_CLOSED",
        number,
        `${annex}: dòng ${quoted(text)} không kết thúc bằng một dấu cách và “|”: ô bị cắt hoặc bị ghép.`,
      )
      return null
    }
    cells.push({ line: number, text: closed === null ? text : (closed[1] ?? "") })
  }
  return cells
}
