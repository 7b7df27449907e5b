import { type CalendarDate, inFigures } from "@plan43/calendar"
import { announce } from "@plan43/outbox"
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
import { tasksOfDocument } from "../effect/tasks-of-document.ts"
import { Trigger } from "../trigger.ts"
import { appendRecording } from "./append-recording.ts"
import { LINK_MALFORMED } from "./document-details.ts"
import { agenciesOf } from "./record-document.ts"

/** As others hear of it. */
const EVENTS = { REPEALED: "document.repealed", REPLACED: "document.replaced" } as const

/** What came instead of a document, as far as it is known. */
export interface Successor {
  number: string
  name: string | null
  link: string | null
}

/** That a document was replaced or repealed. Tasks that it started stay started. */
export interface DocumentEnding {
  /** From this day. */
  endedOn: CalendarDate
  /** null: repealed, nothing came instead. */
  successor: Successor | null
}

/**
 * Records that a document was replaced by another, or repealed; its tasks' agencies are told, no start changes.
 * @returns the document, or refusals: those of `recordRow`, NOT_RECORDED, ALREADY_ENDED, DATES_OUT_OF_ORDER, NUMBER_MISSING,
 * LINK_MALFORMED, TEXT_TOO_LONG
 */
export async function endDocument(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  { endedOn, successor }: DocumentEnding,
): Promise<Outcome<Trigger>> {
  const refusals = successor === null ? [] : successorRefusals(successor)
  if (refusals.length > 0) return { refusals }
  const ended = successor === null ? "REPEALED" : "REPLACED"
  return recordRow(ctx, request, {
    entity: Trigger,
    table: "awaited_document",
    standing,
    action: ended.toLowerCase(),
    columns: { ended },
    about: { endedOn, successor },
    check: async (em, id) => {
      const document = await em.findOneOrFail(Trigger, { id }, { refresh: true })
      if (document.issuedOn === null || document.mergedInto !== null) throw new Refused([NOT_ISSUED])
      if (document.ended !== null) throw new Refused([ALREADY_ENDED])
      if (endedOn < document.issuedOn) throw new Refused([endsTooEarly(endedOn, document.issuedOn)])
    },
    alsoWrite: async (em, id) => {
      await appendRecording(em, ctx, request, id, ended, {
        ended_on: endedOn,
        successor_number: successor?.number.trim() ?? null,
        successor_name: successor?.name?.trim() || null,
        successor_link: successor?.link?.trim() || null,
      })
      await sql`update awaited_document set ended = ${ended} where merged_into = ${id}::uuid`.execute(
        em.getKysely<unknown>(),
      )
      const tasks = await tasksOfDocument(em, id)
      await announce(em, {
        type: EVENTS[ended],
        subject: { kind: "Trigger", id },
        agencyIds: await agenciesOf(em, tasks, ctx.today),
        actor: ctx.viewer.id,
        data: { taskCodes: tasks.map(({ taskCode }) => taskCode) },
      })
    },
  })
}

/**
 * Takes back that a document was replaced or repealed: it was recorded by mistake.
 * @returns the document, or refusals: those of `recordRow`, NOT_ENDED, REASON_MISSING
 */
export async function reinstateDocument(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<Trigger>> {
  if ((request.reason ?? "").trim() === "") return { refusals: [REASON_MISSING] }
  return recordRow(ctx, request, {
    entity: Trigger,
    table: "awaited_document",
    standing,
    action: "reinstated",
    columns: { ended: null },
    check: async (em, id) => {
      const document = await em.findOneOrFail(Trigger, { id }, { refresh: true })
      if (document.ended === null || document.mergedInto !== null) throw new Refused([NOT_ENDED])
    },
    alsoWrite: async (em, id) => {
      await appendRecording(em, ctx, request, id, "REINSTATED", {})
      await sql`update awaited_document set ended = null where merged_into = ${id}::uuid`.execute(
        em.getKysely<unknown>(),
      )
    },
  })
}

function successorRefusals(successor: Successor): Refusal[] {
  return [
    ...lengthRefusals(successor, { number: LONGEST_LINE, name: 2000, link: 2000 }),
    ...(successor.number.trim() === ""
      ? [{ reason: "NUMBER_MISSING", field: "number", message: "Hãy ghi số, ký hiệu của văn bản thay thế" }]
      : []),
    ...(successor.link?.trim() && !isWebAddress(successor.link.trim()) ? [LINK_MALFORMED] : []),
  ]
}

function endsTooEarly(endedOn: CalendarDate, issuedOn: CalendarDate): Refusal {
  return {
    reason: "DATES_OUT_OF_ORDER",
    field: "endedOn",
    message: `Ngày hết hiệu lực ${inFigures(endedOn)} không được trước ngày ban hành ${inFigures(issuedOn)}`,
  }
}

const NOT_ISSUED: Refusal = {
  reason: "NOT_RECORDED",
  field: "id",
  message: "Chỉ văn bản đã được ghi nhận là ban hành mới bị thay thế hoặc bãi bỏ",
}

const ALREADY_ENDED: Refusal = {
  reason: "ALREADY_ENDED",
  field: "id",
  message: "Văn bản này đã được ghi là bị thay thế hoặc bãi bỏ",
}

const NOT_ENDED: Refusal = {
  reason: "NOT_ENDED",
  field: "id",
  message: "Văn bản này chưa được ghi là bị thay thế hoặc bãi bỏ",
}

const REASON_MISSING: Refusal = {
  reason: "REASON_MISSING",
  field: "reason",
  message: "Hãy ghi lý do gỡ điều đã ghi nhận",
}
