import { type CalendarDate, dayOf } from "@plan43/calendar"
import { invalid } from "./plan-text-invalid.ts"
import type { TextLines } from "./text-lines.ts"

/** What the first lines say of the document. */
export interface PlanHeader {
  number: string
  title: string
  issuedOn: CalendarDate
  effectiveOn: CalendarDate
  issuer: string
  signer: string
}

const DATE = /^(\d{2})\/(\d{2})\/(\d{4})$/

/** @throws PlanTextInvalid when a line is missing, repeated, or holds no date where one is due */
export function readHeader(header: TextLines, body: TextLines): PlanHeader {
  const number = fieldOf(header, "Số hiệu").text
  if (body.placesOf(`Số: ${number} |`).length === 0)
    invalid("HEADER_CONTRADICTED", `số hiệu “${number}” không thấy trong phần đầu của văn bản (“Số: …”)`)
  return {
    number,
    title: header.at(0),
    issuedOn: dateOf(fieldOf(header, "Ngày ban hành")),
    effectiveOn: dateOf(fieldOf(header, "Ngày có hiệu lực")),
    issuer: fieldOf(header, "Cơ quan ban hành").text,
    signer: fieldOf(header, "Người ký").text,
  }
}

interface Field {
  name: string
  text: string
  line: number
}

function fieldOf(header: TextLines, name: string): Field {
  const form = new RegExp(`^${name} \\| (.+) \\|$`)
  const found: Field[] = []
  for (let index = 0; index < header.count; index++) {
    const text = form.exec(header.at(index))?.[1]
    if (text !== undefined) found.push({ name, text, line: header.lineNumber(index) })
  }
  const [field] = found
  if (field === undefined || found.length > 1)
    return invalid("HEADER_MISSING", `cần đúng một dòng “${name} | … |”, có ${found.length}`, { cell: name })
  return field
}

function dateOf({ name, text, line }: Field): CalendarDate {
  const [, day, month, year] = DATE.exec(text) ?? []
  try {
    return dayOf(Number(year), Number(month), Number(day))
  } catch {
    return invalid("HEADER_MISSING", `“${text}” không phải ngày có thật dạng 14/02/2025`, {
      line,
      cell: name,
    })
  }
}
