import { isNumeral } from "../section/published-section.ts"
import { namesABody, namesATaskOrResult } from "../table/names-a-body.ts"
import type { TableCell } from "../table/table-cells.ts"
import { isSurelyATarget, readTarget, TargetNotUnderstood } from "../target/read-target.ts"
import type { TargetReading } from "../target/target-reading.ts"
import { type IssueList, quoted } from "../text/plan-text-invalid.ts"
import type { HorizonYear, PublishedIndicator } from "./published-indicator.ts"

/** The columns of Annex I as its head names them. */
export const INDICATOR_COLUMNS = [
  "TT",
  "Chỉ tiêu",
  "Đơn vị",
  "Kết quả",
  "Cơ quan chủ trì theo dõi, đánh giá",
] as const

const [NUMBER, NAME, UNIT, TARGET, LEAD] = INDICATOR_COLUMNS

/** Headings between the rows: numeral, then a title, then empty cells. */
const HORIZONS: readonly { numeral: string; year: HorizonYear }[] = [
  { numeral: "I", year: 2030 },
  { numeral: "II", year: 2045 },
]

const ROW_NUMBER = /^([1-9]\d{0,2})(?:\.([1-9]\d?))?$/
const EVERY_YEAR = /hằng năm/iu

type Five = [TableCell, TableCell, TableCell, TableCell, TableCell]

/** Reads Annex I below its head: five cells a row, without exception. */
export function readIndicators(cells: readonly TableCell[], issues: IssueList): PublishedIndicator[] {
  const indicators: PublishedIndicator[] = []
  let horizons = 0
  let expected = { row: 1, subRow: 1 }
  for (let at = 0; at < cells.length; at += INDICATOR_COLUMNS.length) {
    const row = cells.slice(at, at + INDICATOR_COLUMNS.length)
    const [number] = row
    if (number === undefined || !isFive(row)) {
      issues.add(
        "ROW_CUT",
        row.at(-1)?.line ?? null,
        `Phụ lục I: dòng cuối không đủ ${INDICATOR_COLUMNS.length} ô.`,
      )
      return indicators
    }
    if (isNumeral(number.text)) {
      if (!isHorizon(row, horizons)) {
        issues.add(
          "HORIZON_UNKNOWN",
          number.line,
          `Phụ lục I: chờ đọc “I | Đến năm 2030” rồi “II | Đến năm 2045”, nhưng gặp ${quoted(`${number.text} | ${row[1].text}`)}.`,
          NAME,
        )
        return indicators
      }
      horizons += 1
      continue
    }
    const horizon = HORIZONS[horizons - 1]
    const [, main, sub] = ROW_NUMBER.exec(number.text) ?? []
    if (horizon === undefined || main === undefined) {
      issues.add(
        "ROW_MISPLACED",
        number.line,
        `Phụ lục I: chờ đọc số thứ tự chỉ tiêu nhưng gặp ${quoted(number.text)}: thừa, thiếu ô hoặc lạc dòng.`,
        NUMBER,
      )
      return indicators
    }
    const wanted = sub === undefined ? String(expected.row) : `${expected.row - 1}.${expected.subRow}`
    if (number.text !== wanted) {
      issues.add(
        "NUMBER_MISSING",
        number.line,
        `Phụ lục I: chờ đọc chỉ tiêu ${wanted} nhưng gặp ${number.text}.`,
        NUMBER,
      )
      return indicators
    }
    expected =
      sub === undefined ? { row: expected.row + 1, subRow: 1 } : { ...expected, subRow: expected.subRow + 1 }
    const target = targetOf(row[3], issues)
    checkCells(row, issues)
    if (target !== null)
      indicators.push(
        indicatorOf(row, target, sub === undefined ? null : main, horizon.year, indicators.length + 1),
      )
  }
  if (horizons < HORIZONS.length)
    issues.add(
      "SECTION_MISSING",
      cells.at(-1)?.line ?? null,
      "Phụ lục I phải có hai phần: đến năm 2030 và đến năm 2045.",
    )
  checkHeadings(indicators, issues)
  for (const { year } of HORIZONS.slice(0, horizons))
    if (!indicators.some((indicator) => indicator.horizonYear === year))
      issues.add(
        "SECTION_EMPTY",
        cells.at(-1)?.line ?? null,
        `Phụ lục I không có chỉ tiêu nào đến năm ${year}.`,
      )
  return indicators.map((indicator) => ({
    ...indicator,
    counterpartCode: counterpartOf(indicator, indicators),
  }))
}

function isFive(row: TableCell[]): row is Five {
  return row.length === INDICATOR_COLUMNS.length
}

function isHorizon([numeral, title, ...rest]: Five, before: number): boolean {
  const horizon = HORIZONS[before]
  return (
    horizon?.numeral === numeral.text &&
    title.text === `Đến năm ${horizon.year}` &&
    rest.every(({ text }) => text === "")
  )
}

function indicatorOf(
  [number, name, unit, targetCell, lead]: Five,
  target: TargetReading,
  parentCode: string | null,
  horizonYear: HorizonYear,
  position: number,
): PublishedIndicator {
  return {
    code: number.text,
    parentCode,
    counterpartCode: null,
    horizonYear,
    position,
    name: name.text,
    unit: unit.text || null,
    targetText: targetCell.text,
    target,
    yearly: EVERY_YEAR.test(name.text),
    leadText: lead.text,
    lines: { first: number.line, last: lead.line },
  }
}

function targetOf({ line, text }: TableCell, issues: IssueList): TargetReading | null {
  try {
    return readTarget(text)
  } catch (error) {
    if (!(error instanceof TargetNotUnderstood)) throw error
    issues.add(
      "TARGET_UNKNOWN",
      line,
      `Phụ lục I: không hiểu kết quả ${quoted(text)}; dạng đúng ví dụ “≥ 80”, “> 0,85”, “8 - 10”, “100%”, “Thuộc nhóm dẫn đầu cả nước”.`,
      TARGET,
    )
    return null
  }
}

/** Holds the cells against their columns: only what surely belongs elsewhere is refused. */
function checkCells([, name, unit, target, lead]: Five, issues: IssueList): void {
  const refuse = (cell: TableCell, column: string) =>
    issues.add(
      "CELL_IMPLAUSIBLE",
      cell.line,
      `Phụ lục I: ${quoted(cell.text)} không thể nằm ở cột này; các ô có thể bị lệch.`,
      column,
    )
  if (name.text === "") issues.add("CELL_EMPTY", name.line, "Phụ lục I: thiếu tên chỉ tiêu.", NAME)
  else if (isSurelyATarget(name.text) || namesABody(name.text) || /^%/.test(name.text)) refuse(name, NAME)
  if (isSurelyATarget(unit.text) || namesABody(unit.text)) refuse(unit, UNIT)
  if (lead.text === "" && target.text !== "")
    issues.add("CELL_EMPTY", lead.line, "Phụ lục I: chỉ tiêu thiếu cơ quan chủ trì.", LEAD)
  if (isSurelyATarget(lead.text) || namesATaskOrResult(lead.text) || /^%/.test(lead.text)) refuse(lead, LEAD)
}

/** A row without a target heads sub-rows, and has neither unit nor body of its own. */
function checkHeadings(indicators: readonly PublishedIndicator[], issues: IssueList): void {
  for (const { code, target, unit, leadText, lines } of indicators) {
    if (target.kind !== "NONE") continue
    const heads = indicators.some(({ parentCode }) => parentCode === code)
    if (!heads || unit !== null || leadText !== "")
      issues.add("CELL_EMPTY", lines.first, `Phụ lục I: chỉ tiêu ${code} thiếu kết quả phải đạt.`, TARGET)
  }
}

/** The same name at the other horizon: full stop, "thêm" (more) and the place at the end aside. */
function counterpartOf(indicator: PublishedIndicator, all: readonly PublishedIndicator[]): string | null {
  const essence = essenceOf(indicator.name)
  const counterparts = all.filter(
    ({ name, horizonYear }) => horizonYear !== indicator.horizonYear && essenceOf(name) === essence,
  )
  return counterparts.length === 1 ? (counterparts[0]?.code ?? null) : null
}

function essenceOf(name: string): string {
  return name
    .replace(/\.$/, "")
    .replace(/^(Thu hút) thêm /, "$1 ")
    .replace(/ tại (?:Hà Nội|Việt Nam)$/, "")
    .toLowerCase()
}
