import { type CalendarDate, inFigures } from "@plan43/calendar"
import { isWebAddress, LONGEST_LINE, lengthRefusals, type Refusal } from "@plan43/subgraph"
import type { TriggerKind } from "../trigger-kind.ts"

/** All that is recorded of a document that was issued; a correction gives all of it again. */
export interface DocumentDetails {
  kind: TriggerKind
  number: string
  /** Its official name; null: as the plan calls it. */
  name: string | null
  issuer: string
  issuedOn: CalendarDate
  /** null where it says none. */
  effectiveOn: CalendarDate | null
  /** Where it can be read. */
  link: string | null
  /** The document itself, uploaded before. */
  fileIds: string[]
  /** From a task's start to its proposed due date. */
  dueDays: number
}

export const LONGEST_DUE_DAYS = 3650

const LONGEST = { number: LONGEST_LINE, name: 2000, issuer: LONGEST_LINE, link: 2000 }

/**
 * What is wrong with the details, by themselves: NUMBER_MISSING, ISSUER_MISSING, DATE_IN_FUTURE, DATES_OUT_OF_ORDER,
 * EFFECTIVE_DATE_MISSING (of a law), LINK_MALFORMED, DUE_DAYS_OUT_OF_RANGE, TEXT_TOO_LONG.
 */
export function documentRefusals(details: DocumentDetails, today: CalendarDate): Refusal[] {
  const { kind, number, issuer, issuedOn, effectiveOn, link, dueDays } = details
  return [
    ...lengthRefusals(details, LONGEST),
    ...(number.trim() === ""
      ? [{ reason: "NUMBER_MISSING", field: "number", message: "Hãy ghi số, ký hiệu của văn bản" }]
      : []),
    ...(issuer.trim() === ""
      ? [{ reason: "ISSUER_MISSING", field: "issuer", message: "Hãy ghi cơ quan ban hành" }]
      : []),
    ...(issuedOn > today
      ? [
          {
            reason: "DATE_IN_FUTURE",
            field: "issuedOn",
            message: `Ngày ban hành ${inFigures(issuedOn)} ở sau hôm nay ${inFigures(today)}; chỉ ghi nhận văn bản đã ban hành`,
          },
        ]
      : []),
    ...(effectiveOn !== null && effectiveOn < issuedOn
      ? [
          {
            reason: "DATES_OUT_OF_ORDER",
            field: "effectiveOn",
            message: `Ngày có hiệu lực ${inFigures(effectiveOn)} không được trước ngày ban hành ${inFigures(issuedOn)}`,
          },
        ]
      : []),
    ...(effectiveOn === null && kind === "LAW" ? [EFFECTIVE_DATE_MISSING] : []),
    ...(link !== null && !isWebAddress(link) ? [LINK_MALFORMED] : []),
    ...dueDaysRefusals(dueDays),
  ]
}

/** DUE_DAYS_OUT_OF_RANGE */
export function dueDaysRefusals(dueDays: number): Refusal[] {
  return dueDays >= 1 && dueDays <= LONGEST_DUE_DAYS
    ? []
    : [
        {
          reason: "DUE_DAYS_OUT_OF_RANGE",
          field: "dueDays",
          message: `Số ngày phải từ 1 đến ${LONGEST_DUE_DAYS}; đã ghi ${dueDays}`,
        },
      ]
}

export const EFFECTIVE_DATE_MISSING: Refusal = {
  reason: "EFFECTIVE_DATE_MISSING",
  field: "effectiveOn",
  message: "Nhiệm vụ bắt đầu từ ngày văn bản có hiệu lực; hãy ghi ngày có hiệu lực",
}

export const LINK_MALFORMED: Refusal = {
  reason: "LINK_MALFORMED",
  field: "link",
  message: "Địa chỉ phải bắt đầu bằng https:// hoặc http://",
}
