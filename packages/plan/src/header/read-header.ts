import { type CalendarDate, dayOf } from "@plan43/calendar"
import { type IssueList, quoted } from "../text/plan-text-invalid.ts"
import type { TextLine } from "../text/text-line.ts"

/** What identifies the plan. */
export interface PlanHeader {
  /** As printed, e.g. "43/KH-UBND". */
  number: string
  title: string
  issuedOn: CalendarDate
  effectiveOn: CalendarDate
  issuer: string
  signer: string
}

const PROPERTY = /^([^|]+) \| ([^|]+) \|$/
const NEEDED = ["Số hiệu", "Ngày ban hành", "Ngày có hiệu lực", "Cơ quan ban hành", "Người ký"] as const
type Property = (typeof NEEDED)[number]

const SLASHED_DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
const LETTERHEAD_NUMBER = /^Số: (.+?) \|$/
const LETTERHEAD_DAY = /^Hà Nội, ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4}) \|$/

/**
 * Reads the title and the table of properties before the letterhead, and holds them against the letterhead, which
 * names number and day again.
 */
export function readHeader(
  properties: readonly TextLine[],
  letterhead: readonly TextLine[],
  issues: IssueList,
): PlanHeader | null {
  const [titleLine, ...propertyLines] = properties
  if (titleLine === undefined || titleLine.text.includes("|")) {
    issues.add("HEADER_MISSING", titleLine?.number ?? 1, "Thiếu tên kế hoạch ở dòng đầu.")
    return null
  }
  const values = new Map<string, { value: string; line: number }>()
  for (const { number, text } of propertyLines) {
    const [, name, value] = PROPERTY.exec(text) ?? []
    if (name === undefined || value === undefined)
      issues.add("UNEXPECTED_LINE", number, `Dòng ${quoted(text)} không có dạng “Tên | Giá trị |”.`)
    else if (values.has(name)) issues.add("HEADER_REPEATED", number, `Thuộc tính ${quoted(name)} lặp lại.`)
    else values.set(name, { value, line: number })
  }
  const propertyOf = (name: Property): string | null => {
    const property = values.get(name)
    if (property === undefined)
      issues.add("HEADER_MISSING", null, `Thiếu thuộc tính ${quoted(name)} ở đầu văn bản.`)
    return property?.value ?? null
  }
  const dayIn = (name: Property): CalendarDate | null => {
    const value = propertyOf(name)
    if (value === null) return null
    const [, day, month, year] = SLASHED_DAY.exec(value) ?? []
    const date = existingDay(year, month, day)
    if (date === null)
      issues.add(
        "HEADER_UNREADABLE",
        values.get(name)?.line ?? null,
        `${name} ${quoted(value)} không phải ngày dd/mm/yyyy.`,
      )
    return date
  }
  const number = propertyOf("Số hiệu")
  const issuedOn = dayIn("Ngày ban hành")
  const effectiveOn = dayIn("Ngày có hiệu lực")
  const issuer = propertyOf("Cơ quan ban hành")
  const signer = propertyOf("Người ký")
  if (number === null || issuedOn === null || effectiveOn === null || issuer === null || signer === null)
    return null
  confirmByLetterhead({ number, issuedOn }, letterhead, issues)
  return { number, title: titleLine.text, issuedOn, effectiveOn, issuer, signer }
}

function confirmByLetterhead(
  header: { number: string; issuedOn: CalendarDate },
  letterhead: readonly TextLine[],
  issues: IssueList,
): void {
  const numbers = letterhead.flatMap(({ number, text }) => {
    const printed = LETTERHEAD_NUMBER.exec(text)?.[1]
    return printed === undefined ? [] : [{ line: number, printed }]
  })
  const days = letterhead.flatMap(({ number, text }) => {
    const [whole, day, month, year] = LETTERHEAD_DAY.exec(text) ?? []
    return whole === undefined ? [] : [{ line: number, printed: existingDay(year, month, day) }]
  })
  for (const [name, expected, found] of [
    ["Số", header.number, numbers],
    ["Ngày", header.issuedOn, days],
  ] as const) {
    const [only, second] = found
    if (only === undefined)
      issues.add("HEADER_MISSING", letterhead[0]?.number ?? null, `Phần đầu văn bản thiếu dòng “${name}”.`)
    else if (second !== undefined)
      issues.add("HEADER_REPEATED", second.line, `Phần đầu văn bản có hai dòng “${name}”.`)
    else if (only.printed !== expected)
      issues.add(
        "HEADER_CONTRADICTED",
        only.line,
        `${name} ở phần đầu văn bản khác bảng thuộc tính (${expected}).`,
      )
  }
}

function existingDay(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): CalendarDate | null {
  try {
    return dayOf(Number(year), Number(month), Number(day))
  } catch {
    return null
  }
}
