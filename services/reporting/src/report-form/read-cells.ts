import { type CalendarDate, inFigures } from "@plan43/calendar"
import type { FormValue, ReadCell } from "@plan43/workbook"
import { dateOf } from "./result-document.ts"

/** What stands in a cell, or what is wrong with it. */
export type Read<T> = { value: T | null } | { code: string; message: string }

/** What a cell that people fill in holds as a text; a number is what was typed. */
export function readText(cell: ReadCell | undefined): Read<string> {
  if (cell === undefined) return { value: null }
  const wrong = workedOut(cell)
  if (wrong !== null) return wrong
  switch (cell.content.kind) {
    case "TEXT":
      return unprintableIn(cell.content.text) ?? { value: cell.content.text.trim() }
    case "NUMBER":
      return { value: String(cell.content.number) }
    case "PERCENT":
      return { value: percentInWords(cell.content.number) }
    case "DATE":
      return {
        code: "DATE_FOR_TEXT",
        message: `Ô là ngày ${inWords(cell.content.date)}, có thể do Excel tự đổi; hãy định dạng ô là Text rồi ghi lại bằng chữ`,
      }
    default:
      return { code: "TEXT_EXPECTED", message: `Ô ghi ${shown(cell)}; hãy ghi bằng chữ` }
  }
}

/** What no people type, and what not every file or database can hold: signs that steer machines, halves of signs. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/u

function unprintableIn(text: string): { code: string; message: string } | null {
  const sign = UNPRINTABLE.exec(text)?.[0]
  if (sign === undefined) return null
  const name = `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`
  const after = text.slice(0, text.indexOf(sign)).trim().slice(-LONGEST_SHOWN)
  return {
    code: "CHARACTER_NOT_ALLOWED",
    message: `Ô có ký tự hỏng, không nhìn thấy được (${name})${after === "" ? " ở đầu" : `, sau “${after}”`}; hãy xóa ký tự đó hoặc gõ lại ô này`,
  }
}

/** A percentage: a whole number. */
export function readPercentage(cell: ReadCell | undefined): Read<number> {
  if (cell === undefined) return { value: null }
  const wrong = workedOut(cell)
  if (wrong !== null) return wrong
  if (cell.content.kind === "PERCENT")
    return {
      code: "PERCENT_FORMAT",
      message: `Ô ghi ${shown(cell)} nên Excel giữ số ${inDigits(cell.content.number)}; hãy đổi định dạng ô thành Number (số) rồi ${wholeOf(hundredfold(cell.content.number))}`,
    }
  if (cell.content.kind !== "NUMBER")
    return {
      code: "NUMBER_EXPECTED",
      message: `Ô ghi ${shown(cell)}; hãy ghi một số nguyên từ 0 đến 100, không ghi chữ hay dấu %, ví dụ 45`,
    }
  const { number } = cell.content
  if (!Number.isInteger(number))
    return {
      code: "PERCENTAGE_NOT_WHOLE",
      message: `Tỷ lệ ${inDigits(number)} không phải số nguyên; hãy ghi từ 0 đến 100, ví dụ ${number > 0 && number < 1 ? Math.round(number * 100) : Math.round(number)}`,
    }
  return { value: number }
}

/** What to write where a percentage was meant. */
function wholeOf(percentage: number): string {
  const whole = Math.round(percentage)
  return whole >= 0 && whole <= 100 ? `ghi ${whole}` : "ghi một số nguyên từ 0 đến 100"
}

/** A share as a percentage, without what multiplying adds in the last places: 0.29 is 29, not 28.999999999999996. */
function hundredfold(share: number): number {
  return Number((share * 100).toPrecision(12))
}

/** A share as a cell shows it, e.g. “45,5%”. */
function percentInWords(share: number): string {
  return `${inDigits(hundredfold(share))}%`
}

function inDigits(number: number): string {
  return String(number).replace(".", ",")
}

/** A day until today. */
export function readDate(cell: ReadCell | undefined, today: CalendarDate): Read<CalendarDate> {
  if (cell === undefined) return { value: null }
  const wrong = workedOut(cell)
  if (wrong !== null) return wrong
  if (cell.content.kind !== "DATE")
    return {
      code: cell.content.kind === "TEXT" ? "DATE_AS_TEXT" : "DATE_EXPECTED",
      message: `Ô ghi ${shown(cell)}${cell.content.kind === "TEXT" ? " dạng chữ" : ""}; hãy ghi một ngày theo dạng ngày/tháng/năm, ví dụ ${inFigures(today)}, và để Excel hiểu là ngày`,
    }
  const date = dateOf(cell.content.date)
  if (date === null || date > today || date < EARLIEST)
    return {
      code: "DATE_OUT_OF_RANGE",
      message: `Ngày ${inWords(cell.content.date)} phải trong khoảng từ ${inFigures(EARLIEST)} đến hôm nay, ${inFigures(today)}`,
    }
  return { value: date }
}

const EARLIEST = "2000-01-01" as CalendarDate

/** What a cell holds as it can be handed back: without formulas, and short enough to be seen. */
export function handedBack(cell: ReadCell | undefined): FormValue {
  if (cell === undefined) return null
  const { content } = cell
  switch (content.kind) {
    case "TEXT":
      return content.text
    case "NUMBER":
      return content.number
    // As a number it would come back a hundredth of what people saw.
    case "PERCENT":
      return percentInWords(content.number)
    case "DATE":
      return { date: content.date }
    case "FLAG":
      return String(content.flag).toUpperCase()
    case "ERROR":
      return content.error
  }
}

/** What a cell holds, between quotation marks, as messages name it. */
export function shown(cell: ReadCell | undefined): string {
  const value = handedBack(cell)
  if (value === null) return "trống"
  const words = typeof value === "object" ? inWords(value.date) : String(value)
  return `“${words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN)}…` : words}”`
}

const LONGEST_SHOWN = 60

function inWords(date: string): string {
  const day = dateOf(date)
  return day === null ? date : inFigures(day)
}

/** Nobody wrote what a formula answers, and it may be another tomorrow. */
function workedOut(cell: ReadCell): { code: string; message: string } | null {
  if (cell.formula)
    return { code: "FORMULA", message: "Ô là công thức; hãy dán lại thành giá trị (Paste Values)" }
  if (cell.content.kind === "ERROR")
    return { code: "CELL_ERROR", message: `Ô báo lỗi ${shown(cell)}; hãy ghi lại giá trị` }
  return null
}
