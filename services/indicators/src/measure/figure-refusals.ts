import { type Measure, type MeasuredRow, measureOf, possibleFigures } from "@plan43/indicator-assessment"
import type { Refusal } from "@plan43/subgraph"

/** A figure as somebody gives it. */
export interface GivenFigure {
  value: number
  /** The unit that whoever gives it means. */
  unit: string | null
}

/** What stands beyond every figure of Annex I; keeps a slip of the keyboard out. */
const LARGEST = 1_000_000_000_000

const figures = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 6 })

const WHAT_IS_RIGHT: Readonly<Record<Exclude<Measure, "WORDS">, string>> = {
  SHARE: "tỷ lệ phần trăm nằm trong khoảng 0 đến 100",
  GROWTH: "tốc độ tăng không thể dưới −100%",
  CONTRIBUTION: `số liệu nằm trong khoảng ±${figures.format(LARGEST)}`,
  RANK: "thứ bậc là số nguyên từ 1 trở lên",
  COUNT: "số lượng là số nguyên từ 0 trở lên",
  INDEX: "chỉ số nằm trong khoảng 0 đến 1",
  RATIO: "số liệu không thể âm",
  DONE_OR_NOT: "ghi 1 khi đã hoàn thành, 0 khi chưa hoàn thành",
}

/** Units are compared as people read them: without case, and with any blanks. */
function asRead(unit: string | null): string {
  return (unit ?? "").normalize("NFC").replace(/\s+/gu, " ").trim().toLocaleLowerCase("vi")
}

/**
 * What is wrong with a figure of an indicator, by itself: VALUE_NOT_TAKEN, WRONG_UNIT, VALUE_NOT_WHOLE,
 * VALUE_OUT_OF_RANGE.
 * @param fields the inputs that hold the figure and its unit
 */
export function figureRefusals(
  row: MeasuredRow,
  { value, unit }: GivenFigure,
  fields: { value: string; unit: string } = { value: "value", unit: "unit" },
): Refusal[] {
  const measure = measureOf(row)
  const possible = possibleFigures(measure)
  if (measure === "WORDS" || possible === null)
    return [
      {
        reason: "VALUE_NOT_TAKEN",
        field: fields.value,
        message: "Chỉ tiêu này không đo bằng con số; hãy ghi nhận xét và minh chứng",
      },
    ]
  const refusals: Refusal[] = []
  if (asRead(unit) !== asRead(row.unit))
    refusals.push({
      reason: "WRONG_UNIT",
      field: fields.unit,
      message: `Đơn vị tính “${unit ?? ""}” không đúng; chỉ tiêu này tính bằng “${row.unit}”`,
    })
  const right = WHAT_IS_RIGHT[measure]
  const { least, most, whole } = possible
  const outside = (least !== null && value < least) || (most !== null && value > most)
  if (outside || Math.abs(value) > LARGEST)
    refusals.push({
      reason: "VALUE_OUT_OF_RANGE",
      field: fields.value,
      message: `Giá trị ${figures.format(value)} không hợp lệ: ${right}`,
    })
  else if (whole && !Number.isInteger(value))
    refusals.push({
      reason: "VALUE_NOT_WHOLE",
      field: fields.value,
      message: `Giá trị ${figures.format(value)} không phải số nguyên: ${right}`,
    })
  return refusals
}
