import type { PublishedIndicator } from "../published-plan.ts"
import { readTarget, TargetNotUnderstood, type TargetReading } from "../target/read-target.ts"
import { invalid } from "../text/plan-text-invalid.ts"
import type { TextLines } from "../text/text-lines.ts"
import { afterColumns, cellsAt } from "./read-columns.ts"

/** The columns of Annex I. */
export const INDICATOR_COLUMNS = [
  "TT",
  "Chỉ tiêu",
  "Đơn vị",
  "Kết quả",
  "Cơ quan chủ trì theo dõi, đánh giá",
] as const
const [NUMBER, NAME, , TARGET, LEAD] = INDICATOR_COLUMNS

const HORIZON = /^Đến năm (20\d{2})$/
const ROMAN = ["I", "II", "III", "IV", "V"]
const CODE = /^(\d+)(?:\.(\d+))?$/
const YEARLY = /hằng năm/i

/** The same indicator at the two horizons. Source: DOMAIN.md, "Pairs over the two horizons". */
const PAIRS: readonly (readonly [string, string])[] = [
  ["1", "36"],
  ["6", "38"],
  ["9", "35"],
  ["24", "39"],
]

/**
 * Annex I: every row has five cells; numbers run on over both horizons, sub-rows under their heading.
 * @throws PlanTextInvalid naming line and column
 */
export function readIndicators(annex: TextLines): PublishedIndicator[] {
  const rows = afterColumns(annex, INDICATOR_COLUMNS)
  const indicators: PublishedIndicator[] = []
  let horizons = 0
  let horizonYear: number | null = null
  let number = 0
  let sub = 0
  for (let index = 0; index < rows.count; index += INDICATOR_COLUMNS.length) {
    const [code = "", name = "", unit = "", targetText = "", leadText = ""] = cellsAt(
      rows,
      index,
      INDICATOR_COLUMNS,
    )
    const line = rows.lineNumber(index)
    const year = HORIZON.exec(name)?.[1]
    if (year !== undefined) {
      if (
        code !== ROMAN[horizons] ||
        Number(year) <= (horizonYear ?? 0) ||
        `${unit}${targetText}${leadText}` !== ""
      )
        invalid("SECTION_UNEXPECTED", `mốc “${code} ${name}” không đúng chỗ hoặc có ô thừa`, {
          line,
          cell: NUMBER,
        })
      horizons += 1
      horizonYear = Number(year)
      sub = 0
      continue
    }
    const [, main, below] = CODE.exec(code) ?? []
    const next =
      below === undefined ? Number(main) === number + 1 : Number(main) === number && Number(below) === sub + 1
    if (main === undefined || horizonYear === null || !next)
      return invalid(
        "ROW_NUMBER_UNEXPECTED",
        `số “${code}” không nối tiếp ${number}${sub > 0 ? `.${sub}` : ""}`,
        {
          line,
          cell: NUMBER,
        },
      )
    number = Number(main)
    sub = below === undefined ? 0 : Number(below)
    if (name === "") invalid("CELL_EMPTY", "tên chỉ tiêu trống", { line: line + 1, cell: NAME })
    if (leadText === "" && targetText !== "")
      invalid("CELL_EMPTY", "chỉ tiêu có kết quả nhưng không có cơ quan chủ trì", {
        line: line + 4,
        cell: LEAD,
      })
    indicators.push({
      code,
      parentCode: below === undefined ? null : main,
      counterpartCode: null,
      horizonYear,
      position: indicators.length + 1,
      name,
      unit: unit === "" ? null : unit,
      targetText,
      target: targetOf(targetText, line + 3),
      yearly: YEARLY.test(name),
      leadText,
      lines: { first: line, last: line + INDICATOR_COLUMNS.length - 1 },
    })
  }
  if (indicators.length === 0) invalid("ANNEX_EMPTY", "Phụ lục I không có chỉ tiêu nào")
  requireSubRows(indicators)
  return indicators.map((indicator) => ({
    ...indicator,
    counterpartCode: counterpartOf(indicator, indicators),
  }))
}

function targetOf(text: string, line: number): TargetReading {
  try {
    return readTarget(text)
  } catch (error) {
    if (error instanceof TargetNotUnderstood)
      return invalid("TARGET_UNKNOWN", error.message, { line, cell: TARGET })
    throw error
  }
}

/** A row without target, unit and agency makes sense only as the heading of sub-rows. */
function requireSubRows(indicators: readonly PublishedIndicator[]): void {
  for (const { code, target, lines } of indicators)
    if (target.kind === "NONE" && !indicators.some((other) => other.parentCode === code))
      invalid("CELL_EMPTY", `chỉ tiêu ${code} không có kết quả và cũng không có chỉ tiêu con`, {
        line: lines.first + 3,
        cell: TARGET,
      })
}

function counterpartOf({ code }: PublishedIndicator, all: readonly PublishedIndicator[]): string | null {
  const pair = PAIRS.find((codes) => codes.includes(code))
  const other = pair?.find((member) => member !== code)
  return all.some((indicator) => indicator.code === other) ? (other ?? null) : null
}
