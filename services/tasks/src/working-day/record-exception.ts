import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate, CalendarExceptions } from "@plan43/calendar"
import {
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
import { CalendarException, type CalendarExceptionKind } from "./calendar-exception.ts"

/** All that is recorded of such a day. */
export interface ExceptionDetails {
  day: CalendarDate
  kind: CalendarExceptionKind
  name: string
  source: string
}

/**
 * Records a day that is not what its place in the week says.
 * @returns the row, or refusals: NAME_MISSING, SOURCE_MISSING, ALREADY_RECORDED, TEXT_TOO_LONG
 */
export async function recordException(
  ctx: RecordingContext,
  request: RecordingRequest,
  { day, kind, name, source }: ExceptionDetails,
): Promise<Outcome<CalendarException>> {
  const refusals: Refusal[] = lengthRefusals({ name, source }, { name: LONGEST_LINE, source: LONGEST_LINE })
  if (name.trim() === "") refusals.push(NAME_MISSING)
  if (source.trim() === "") refusals.push(SOURCE_MISSING)
  if (refusals.length > 0) return { refusals }
  return recordRow(ctx, request, {
    entity: CalendarException,
    table: "calendar_exception",
    standing: null,
    columns: { day, kind, name: name.trim(), source: source.trim() },
    check: async (em) => {
      const db = em.getKysely<unknown>()
      // Two that are recorded at once would not see each other
      await sql`lock table calendar_exception in share row exclusive mode`.execute(db)
      if ((await em.findOne(CalendarException, { day, withdrawnAt: null })) !== null)
        throw new Refused([alreadyRecorded(day)])
    },
  })
}

/** Takes such a day back. @returns the row, or refusals: NOT_FOUND, VERSION_STALE */
export function withdrawException(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<CalendarException>> {
  return recordRow(ctx, request, {
    entity: CalendarException,
    table: "calendar_exception",
    standing,
    action: "withdrawn",
    columns: {},
    stamped: ["withdrawn_at"],
  })
}

/** The days as rules take them. */
export async function readExceptions(em: EntityManager): Promise<CalendarExceptions> {
  const rows = await em.find(CalendarException, { withdrawnAt: null })
  const of = (kind: CalendarExceptionKind) =>
    new Set(rows.filter((row) => row.kind === kind).map(({ day }) => day))
  return { off: of("OFF"), worked: of("WORKED") }
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
const alreadyRecorded = (day: CalendarDate) => ({
  reason: "ALREADY_RECORDED",
  field: "day",
  message: `Ngày ${day} đã được ghi; hãy rút dòng đã ghi trước khi ghi lại`,
})
