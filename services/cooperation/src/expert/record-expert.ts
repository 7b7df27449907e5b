import { type CalendarDate, inFigures } from "@plan43/calendar"
import {
  LONGEST_LINE,
  lengthRefusals,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { type SqlBool, sql } from "kysely"
import { countryRefusals } from "../country/country-code.ts"
import { withdrawRow } from "../withdrawal/withdraw-row.ts"
import { Expert } from "./expert.ts"

/** All that is recorded about an expert; an update gives all of it again. */
export interface ExpertDetails {
  name: string
  fields: readonly string[]
  /** ISO 3166-1 alpha-2. */
  countryCode: string | null
  organisation: string | null
  email: string | null
  phone: string | null
  /** Nobody is recorded without having consented. */
  consentedOn: CalendarDate
}

/** Records a new expert. */
export function createExpert(
  ctx: RecordingContext,
  request: RecordingRequest,
  details: ExpertDetails,
): Promise<Outcome<Expert>> {
  return recordExpert(ctx, request, null, details)
}

/** Replaces what is recorded about an expert. */
export function updateExpert(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  details: ExpertDetails,
): Promise<Outcome<Expert>> {
  return recordExpert(ctx, request, standing, details)
}

/** Takes an expert off the register, for instance when the consent is withdrawn. */
export function withdrawExpert(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<Expert>> {
  return withdrawRow(ctx, request, {
    entity: Expert,
    table: "expert",
    standing,
    isNamed: () => sql<SqlBool>`false`,
  })
}

async function recordExpert(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow | null,
  details: ExpertDetails,
): Promise<Outcome<Expert>> {
  const refusals = expertRefusals(details, ctx.today)
  if (refusals.length > 0) return { refusals }
  const { name, fields, countryCode, organisation, email, phone, consentedOn } = details
  return recordRow(ctx, request, {
    entity: Expert,
    table: "expert",
    standing,
    columns: {
      name: name.trim(),
      fields,
      country_code: countryCode,
      organisation,
      email,
      phone,
      consented_on: consentedOn,
    },
  })
}

const LONGEST = { name: LONGEST_LINE, fields: LONGEST_LINE, organisation: LONGEST_LINE, email: LONGEST_LINE }
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const PHONE = /^\+?[\d\s().-]{6,30}$/

/**
 * What is wrong with the details, by themselves: NAME_MISSING, COUNTRY_UNKNOWN, EMAIL_MALFORMED, PHONE_MALFORMED,
 * DATE_IN_FUTURE, TEXT_TOO_LONG, LIST_TOO_LONG.
 */
export function expertRefusals(details: ExpertDetails, today: CalendarDate): Refusal[] {
  const { name, countryCode, email, phone, consentedOn } = details
  const refusals = [...countryRefusals(countryCode), ...lengthRefusals(details, LONGEST)]
  if (name.trim() === "")
    refusals.push({ reason: "NAME_MISSING", field: "name", message: "Chuyên gia phải có tên" })
  if (email !== null && !EMAIL.test(email))
    refusals.push({
      reason: "EMAIL_MALFORMED",
      field: "email",
      message: `“${email}” không phải địa chỉ thư điện tử`,
    })
  if (phone !== null && !PHONE.test(phone))
    refusals.push({
      reason: "PHONE_MALFORMED",
      field: "phone",
      message: `“${phone}” không phải số điện thoại; hãy ghi số, dấu + và khoảng trắng`,
    })
  if (consentedOn > today)
    refusals.push({
      reason: "DATE_IN_FUTURE",
      field: "consentedOn",
      message: `Ngày đồng ý ${inFigures(consentedOn)} chưa tới; chỉ ghi chuyên gia đã đồng ý`,
    })
  return refusals
}
