import type { EntityManager } from "@mikro-orm/postgresql"
import { type CalendarDate, type CalendarExceptions, inFigures, isWeekend } from "@plan43/calendar"
import {
  isWebAddress,
  LONGEST_LINE,
  lengthRefusals,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  Refused,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { type CalendarDocument, CalendarException, type CalendarExceptionKind } from "./calendar-exception.ts"

/** All that is recorded of such a day. */
export interface ExceptionDetails {
  day: CalendarDate
  kind: CalendarExceptionKind
  name: string
  /** Who announced it, where; null: as the document says. */
  source: string | null
  /** The announcement that it was held against; null: nobody has. */
  document: CalendarDocument | null
}

/**
 * Records a day that is not what its place in the week says.
 * @returns the row, or refusals: those of `exceptionRefusals`, ALREADY_RECORDED
 */
export async function recordException(
  ctx: RecordingContext,
  request: RecordingRequest,
  details: ExceptionDetails,
): Promise<Outcome<CalendarException>> {
  const refusals = exceptionRefusals(details, ctx.today)
  if (refusals.length > 0) return { refusals }
  return recordRow(ctx, request, {
    entity: CalendarException,
    table: "calendar_exception",
    standing: null,
    columns: columnsOf(details, ctx.today),
    check: (em) => requireFree(em, details.day, null),
  })
}

/**
 * Says anew what such a day is, by the announcement that it was held against: from then on it is confirmed.
 * @returns the row, or refusals: NOT_FOUND, VERSION_STALE, DOCUMENT_MISSING, those of `exceptionRefusals`, ALREADY_RECORDED
 */
export async function correctException(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  details: ExceptionDetails,
): Promise<Outcome<CalendarException>> {
  const refusals = exceptionRefusals(details, ctx.today)
  if (details.document === null) refusals.push(DOCUMENT_MISSING)
  if (refusals.length > 0) return { refusals }
  return recordRow(ctx, request, {
    entity: CalendarException,
    table: "calendar_exception",
    standing: { id: standing.id, version: standing.version },
    action: "corrected",
    columns: columnsOf(details, ctx.today),
    check: (em, id) => requireFree(em, details.day, id),
  })
}

/**
 * Takes such a day back: with the announcement that it goes by, or with a reason.
 * @returns the row, or refusals: NOT_FOUND, VERSION_STALE, BASIS_MISSING, those of `documentRefusals`
 */
export async function withdrawException(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  document: CalendarDocument | null,
): Promise<Outcome<CalendarException>> {
  const refusals = document === null ? [] : documentRefusals(document, ctx.today)
  if (document === null && (request.reason ?? "").trim() === "") refusals.push(BASIS_MISSING)
  if (refusals.length > 0) return { refusals }
  return recordRow(ctx, request, {
    entity: CalendarException,
    table: "calendar_exception",
    standing: { id: standing.id, version: standing.version },
    action: "withdrawn",
    columns: document === null ? {} : documentColumns(document, ctx.today),
    stamped: ["withdrawn_at"],
  })
}

/** The days as rules take them. */
export async function readExceptions(em: EntityManager): Promise<CalendarExceptions> {
  return exceptionsIn(await em.find(CalendarException, { withdrawnAt: null }))
}

/** Rows as rules take them. */
export function exceptionsIn(rows: readonly Pick<CalendarException, "day" | "kind">[]): CalendarExceptions {
  const of = (kind: CalendarExceptionKind) =>
    new Set(rows.filter((row) => row.kind === kind).map(({ day }) => day))
  return { off: of("OFF"), worked: of("WORKED") }
}

/**
 * What is wrong with such a day by itself: NAME_MISSING, SOURCE_MISSING, DAY_ON_WEEKEND, DAY_NOT_ON_WEEKEND, those of
 * `documentRefusals`, TEXT_TOO_LONG.
 */
function exceptionRefusals(
  { day, kind, name, source, document }: ExceptionDetails,
  today: CalendarDate,
): Refusal[] {
  const refusals: Refusal[] = lengthRefusals({ name, source }, { name: LONGEST_LINE, source: LONGEST_LINE })
  if (name.trim() === "") refusals.push(NAME_MISSING)
  if ((source ?? "").trim() === "" && document === null) refusals.push(SOURCE_MISSING)
  if (kind === "OFF" && isWeekend(day))
    refusals.push({
      reason: "DAY_ON_WEEKEND",
      field: "day",
      message: `Ngày ${inFigures(day)} là thứ Bảy hoặc Chủ nhật, đã là ngày nghỉ; chỉ ghi ngày nghỉ rơi vào thứ Hai đến thứ Sáu`,
    })
  if (kind === "WORKED" && !isWeekend(day))
    refusals.push({
      reason: "DAY_NOT_ON_WEEKEND",
      field: "day",
      message: `Ngày ${inFigures(day)} đã là ngày làm việc; chỉ ghi ngày làm bù rơi vào thứ Bảy hoặc Chủ nhật`,
    })
  return document === null ? refusals : [...refusals, ...documentRefusals(document, today)]
}

/** DOCUMENT_NUMBER_MISSING, DOCUMENT_ISSUER_MISSING, DATE_IN_FUTURE, LINK_MALFORMED, TEXT_TOO_LONG. */
function documentRefusals(document: CalendarDocument, today: CalendarDate): Refusal[] {
  const { number, issuedOn, issuer } = document
  const link = document.link?.trim() ?? ""
  const refusals: Refusal[] = lengthRefusals(
    { number, issuer, link },
    { number: LONGEST_LINE, issuer: LONGEST_LINE, link: LONGEST_LINE },
  ).map((refusal) => ({ ...refusal, field: `document.${refusal.field}` }))
  if (number.trim() === "")
    refusals.push({
      reason: "DOCUMENT_NUMBER_MISSING",
      field: "document.number",
      message: "Hãy ghi số, ký hiệu của văn bản công bố",
    })
  if (issuer.trim() === "")
    refusals.push({
      reason: "DOCUMENT_ISSUER_MISSING",
      field: "document.issuer",
      message: "Hãy ghi cơ quan ban hành văn bản công bố",
    })
  if (issuedOn > today)
    refusals.push({
      reason: "DATE_IN_FUTURE",
      field: "document.issuedOn",
      message: `Ngày ${inFigures(issuedOn)} còn ở phía trước; muộn nhất là hôm nay, ${inFigures(today)}`,
    })
  if (link !== "" && !isWebAddress(link))
    refusals.push({
      reason: "LINK_MALFORMED",
      field: "document.link",
      message: `“${link}” không phải địa chỉ web; hãy ghi cả “https://”`,
    })
  return refusals
}

function columnsOf(
  { day, kind, name, source, document }: ExceptionDetails,
  today: CalendarDate,
): Readonly<Record<string, string | null>> {
  const announced = document === null ? "" : `${document.number.trim()}, ${document.issuer.trim()}`
  const given = source?.trim() ?? ""
  return {
    day,
    kind,
    name: name.trim(),
    source: given === "" ? announced : given,
    ...(document === null ? {} : documentColumns(document, today)),
  }
}

function documentColumns(
  { number, issuedOn, issuer, link }: CalendarDocument,
  today: CalendarDate,
): Readonly<Record<string, string | null>> {
  const address = link?.trim() ?? ""
  return {
    document_number: number.trim(),
    document_issued_on: issuedOn,
    document_issuer: issuer.trim(),
    document_link: address === "" ? null : address,
    confirmed_on: today,
  }
}

/** @throws Refused with ALREADY_RECORDED where another row stands for that day */
async function requireFree(em: EntityManager, day: CalendarDate, own: string | null): Promise<void> {
  // Two that are recorded at once would not see each other
  await sql`lock table calendar_exception in share row exclusive mode`.execute(em.getKysely<unknown>())
  const standing = await em.findOne(CalendarException, { day, withdrawnAt: null })
  if (standing !== null && standing.id !== own)
    throw new Refused([
      {
        reason: "ALREADY_RECORDED",
        field: "day",
        message: `Ngày ${inFigures(day)} đã được ghi; hãy sửa hoặc rút dòng đã ghi trước khi ghi lại`,
      },
    ])
}

const NAME_MISSING = {
  reason: "NAME_MISSING",
  field: "name",
  message: "Hãy ghi tên ngày nghỉ hoặc ngày làm bù",
}
const SOURCE_MISSING = {
  reason: "SOURCE_MISSING",
  field: "source",
  message: "Hãy ghi văn bản công bố ngày này",
}
const DOCUMENT_MISSING = {
  reason: "DOCUMENT_MISSING",
  field: "document.number",
  message: "Hãy ghi văn bản công bố mà ngày này được đối chiếu",
}
const BASIS_MISSING = {
  reason: "BASIS_MISSING",
  field: "reason",
  message: "Hãy ghi lý do rút ngày này, hoặc văn bản làm căn cứ",
}
