import { type CellContent, cellName, placeOf, type ReadCell } from "./cell.ts"
import { dateOfSerial } from "./date-serial.ts"
import type { NumberShown } from "./number-shown.ts"
import { parseXml } from "./parse-xml.ts"
import { unescaped } from "./shared-parts.ts"
import { WorkbookUnreadable } from "./workbook-unreadable.ts"

/** What the cells of all sheets point to. */
export interface SharedParts {
  strings: readonly string[]
  /** Of each style, what it shows a number as. */
  styles: readonly NumberShown[]
  from1904: boolean
}

/** More cells that hold something than any form has. */
const MOST_CELLS = 100_000

/** Reads the cells of a sheet that hold something. @throws WorkbookUnreadable */
export function readSheet(part: Buffer, shared: SharedParts): Map<string, ReadCell> {
  const cells = new Map<string, ReadCell>()
  let row = 0
  let column = 0
  let cell: { type: string; style: number; formula: boolean; value: string } | null = null
  /** Whether what comes is the value of a cell, and no formula or phonetic hint. */
  let inValue = false
  let phonetic = false
  parseXml(part, {
    open(name, { r, t, s }) {
      switch (name) {
        case "row":
          row = r === undefined ? row + 1 : Number(r)
          column = 0
          break
        case "c": {
          const place = r === undefined ? { row, column: column + 1 } : placeOf(r)
          if (place === null) throw new WorkbookUnreadable("DAMAGED")
          row = place.row
          column = place.column
          cell = { type: t ?? "n", style: Number(s ?? 0), formula: false, value: "" }
          break
        }
        case "f":
          if (cell !== null) cell.formula = true
          break
        case "rPh":
          phonetic = true
          break
        case "v":
        case "t":
          inValue = cell !== null && !phonetic
      }
    },
    text(words) {
      if (inValue && cell !== null) cell.value += words
    },
    close(name) {
      if (name === "v" || name === "t") inValue = false
      if (name === "rPh") phonetic = false
      if (name !== "c" || cell === null) return
      const content = contentOf(cell, shared)
      if (content !== null || cell.formula)
        cells.set(cellName(row, column), {
          row,
          column,
          content: content ?? { kind: "TEXT", text: "" },
          formula: cell.formula,
        })
      if (cells.size > MOST_CELLS) throw new WorkbookUnreadable("TOO_LARGE")
      cell = null
    },
  })
  return cells
}

/** Source of the types: ISO/IEC 29500-1, 18.18.11. */
function contentOf(
  { type, style, value }: { type: string; style: number; value: string },
  { strings, styles, from1904 }: SharedParts,
): CellContent | null {
  switch (type) {
    case "s": {
      const text = strings[Number(value)]
      if (text === undefined) throw new WorkbookUnreadable("DAMAGED")
      return textOf(text)
    }
    case "inlineStr":
    case "str":
      return textOf(unescaped(value))
    case "b":
      return { kind: "FLAG", flag: value === "1" }
    case "e":
      return { kind: "ERROR", error: value }
    case "d":
      return /^\d{4}-\d\d-\d\d/.test(value) ? { kind: "DATE", date: value.slice(0, 10) } : textOf(value)
    default: {
      if (value.trim() === "") return null
      const number = Number(value)
      if (!Number.isFinite(number)) throw new WorkbookUnreadable("DAMAGED")
      if (styles[style] === "PERCENT") return { kind: "PERCENT", number }
      const date = styles[style] === "DATE" ? dateOfSerial(number, from1904) : null
      return date === null ? { kind: "NUMBER", number } : { kind: "DATE", date }
    }
  }
}

function textOf(text: string): CellContent | null {
  return text.trim() === "" ? null : { kind: "TEXT", text }
}
