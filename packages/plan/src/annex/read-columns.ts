import { invalid } from "../text/plan-text-invalid.ts"
import type { TextLines } from "../text/text-lines.ts"

/** Checks the column headings of an annex and gives the lines after them. */
export function afterColumns(annex: TextLines, columns: readonly string[]): TextLines {
  columns.forEach((column, index) => {
    if (annex.at(index) !== `${column} |`)
      invalid(
        "COLUMNS_DIFFER",
        `cột thứ ${index + 1} phải là “${column}”, nhưng là ${JSON.stringify(annex.at(index))}`,
        {
          line: annex.lineNumber(index),
          cell: column,
        },
      )
  })
  return annex.between(columns.length, annex.count)
}

/** The cells of the row that begins at a line, one for each column. */
export function cellsAt(rows: TextLines, index: number, columns: readonly string[]): string[] {
  if (index + columns.length > rows.count)
    return invalid(
      "ROW_INCOMPLETE",
      `hàng phải có ${columns.length} ô, nhưng văn bản hết sau ${rows.count - index} ô`,
      {
        line: rows.lineNumber(rows.count - 1),
        ...(columns[rows.count - index] === undefined ? {} : { cell: columns[rows.count - index] as string }),
      },
    )
  return columns.map((column, offset) => rows.cell(index + offset, column))
}
