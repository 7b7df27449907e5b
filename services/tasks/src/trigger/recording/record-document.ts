import type { EntityManager } from "@mikro-orm/postgresql"
import { type Addressed, addressees } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import { attachFiles, eachOnce } from "@plan43/evidence"
import { announce } from "@plan43/outbox"
import {
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  Refused,
  type RequestContext,
  recordRow,
  type StandingRow,
  uuidOf,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { readableFiles } from "../../evidence/files-of-tasks.ts"
import { owingSql } from "../../obligation/owing.sql.ts"
import {
  type DocumentEffects,
  effectsOf,
  previewTokenOf,
  type RecordedDays,
  type TaskEffect,
} from "../effect/document-effects.ts"
import { eventDayOf } from "../effect/task-start-rule.ts"
import { Trigger } from "../trigger.ts"
import { appendRecording } from "./append-recording.ts"
import { type DocumentDetails, documentRefusals, EFFECTIVE_DATE_MISSING } from "./document-details.ts"

/** As others hear of what was recorded. */
const EVENTS = {
  ISSUED: "document.issued",
  CORRECTED: "document.corrected",
  REVOKED: "document.revoked",
} as const

/** What recording a document would do. */
export interface Preview {
  /** To be given with the recording, which then does exactly this or nothing. */
  token: string
  effects: readonly TaskEffect[]
  /** Those who are told: the agencies of the tasks that start, move or wait again. */
  agencyIds: readonly string[]
}

/**
 * What recording a document as issued, or correcting what was recorded, would do; null instead of details: taking back that it
 * was issued. Changes nothing.
 */
export async function previewDocument(
  ctx: Pick<RequestContext, "em" | "today">,
  standing: StandingRow,
  given: DocumentDetails | null,
): Promise<Outcome<Preview>> {
  const id = uuidOf(standing.id)
  const document = id === null ? null : await ctx.em.findOne(Trigger, { id, withdrawnAt: null })
  if (document === null) return { refusals: [notFound("id", standing.id)] }
  const details = given && trimmed(given)
  const effects = await effectsOf(ctx.em, document.id, details)
  const refusals = [
    ...standingRefusals(document, details),
    ...(details === null ? [] : documentRefusals(details, ctx.today)),
    ...missingDay(effects),
  ]
  if (refusals.length > 0) return { refusals: distinct(refusals) }
  return {
    recorded: {
      token: previewTokenOf(standing, details, effects),
      effects: effects.tasks,
      agencyIds: await agenciesOf(ctx.em, effects.tasks.filter(isFelt), ctx.today),
    },
  }
}

/**
 * Records a document as issued, or corrects what was recorded: its tasks start, move or stay as the preview said.
 * @returns the document, or refusals: those of `recordRow` and {@link documentRefusals}, EFFECTIVE_DATE_MISSING,
 * REASON_MISSING (of a correction), PREVIEW_STALE, MERGED, ENDED, FILE_NOT_READY, TOO_MANY_FILES
 */
export async function recordDocument(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  given: DocumentDetails,
  preview: string,
): Promise<Outcome<Trigger>> {
  const details = trimmed(given)
  const refusals = documentRefusals(details, ctx.today)
  return refusals.length > 0 ? { refusals } : carryOut(ctx, request, standing, details, preview)
}

/**
 * Takes back that a document was issued: it was recorded by mistake. Its tasks wait again.
 * @returns the document, or refusals: those of `recordRow`, REASON_MISSING, PREVIEW_STALE, MERGED, ENDED, NOT_RECORDED
 */
export async function revokeDocument(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  preview: string,
): Promise<Outcome<Trigger>> {
  return carryOut(ctx, request, standing, null, preview)
}

function carryOut(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  details: DocumentDetails | null,
  preview: string,
): Promise<Outcome<Trigger>> {
  let effects: DocumentEffects = { tasks: [], effectiveDayMissing: false }
  let correcting = false
  return recordRow(ctx, request, {
    entity: Trigger,
    table: "awaited_document",
    standing,
    action: details === null ? "revoked" : "recorded",
    columns: {
      number: details?.number ?? null,
      issued_on: details?.issuedOn ?? null,
      effective_on: details?.effectiveOn ?? null,
    },
    about: { details, preview },
    check: async (em, id) => {
      const document = await em.findOneOrFail(Trigger, { id }, { refresh: true })
      correcting = document.issuedOn !== null
      await lockWaitingTasks(em, id)
      effects = await effectsOf(em, id, details)
      const refusals = [
        ...standingRefusals(document, details),
        ...missingDay(effects),
        ...(correcting && (request.reason ?? "").trim() === "" ? [REASON_MISSING] : []),
        ...(previewTokenOf(standing, details, effects) === preview ? [] : [PREVIEW_STALE]),
      ]
      if (refusals.length > 0) throw new Refused(refusals)
      await attachFiles(em, ctx.viewer, details?.fileIds ?? [], {
        field: "fileIds",
        owner: `awaited_document ${id}`,
        readable: readableFiles(ctx.viewer),
      })
    },
    alsoWrite: async (em, id) => {
      const act = details === null ? "REVOKED" : correcting ? "CORRECTED" : "ISSUED"
      await writeEvents(em, ctx, id, details)
      await appendRecording(em, ctx, request, id, act, details === null ? NOTHING_KNOWN : columnsOf(details))
      await writeStarts(em, ctx, id, effects.tasks)
      const felt = effects.tasks.filter(isFelt)
      await announce(em, {
        type: EVENTS[act],
        subject: { kind: "Trigger", id },
        agencyIds: await agenciesOf(em, felt, ctx.today),
        actor: ctx.viewer.id,
        data: { taskCodes: felt.map(({ taskCode }) => taskCode) },
      })
    },
  })
}

/** Two recordings that one task waits for come one after the other: the second sees the first. */
async function lockWaitingTasks(em: EntityManager, id: string): Promise<void> {
  await sql`select t.id from task t where t.id in (
      select tt.task_id from task_trigger tt join awaited_document g on g.id = tt.trigger_id
      where g.id = ${id}::uuid or g.merged_into = ${id}::uuid)
    order by t.id for update of t`.execute(em.getKysely<unknown>())
}

/** When happened what each of the plan's wordings waits for, of the document and of those merged into it. */
async function writeEvents(
  em: EntityManager,
  { today }: Pick<RecordingContext, "today">,
  id: string,
  details: DocumentDetails | null,
): Promise<void> {
  const days = (recorded: RecordedDays) =>
    (["ISSUED", "APPROVED", "IN_FORCE", "GUIDED"] as const).map((event) => ({
      event,
      event_on: recorded && eventDayOf(event, recorded),
    }))
  await sql`update awaited_document g set
      number = ${details?.number ?? null}, issued_on = ${details?.issuedOn ?? null}::date,
      effective_on = ${details?.effectiveOn ?? null}::date,
      due_days = coalesce(${details?.dueDays ?? null}::integer, g.due_days),
      recorded_on = ${details === null ? null : today}::date, event_on = happened.event_on,
      version = case when g.id = ${id}::uuid then g.version else g.version + 1 end
    from jsonb_to_recordset(${JSON.stringify(days(details))}::jsonb) as happened(event text, event_on date)
    where happened.event = g.event and (g.id = ${id}::uuid or g.merged_into = ${id}::uuid)`.execute(
    em.getKysely<unknown>(),
  )
}

async function writeStarts(
  em: EntityManager,
  { today }: Pick<RecordingContext, "today">,
  documentId: string,
  effects: readonly TaskEffect[],
): Promise<void> {
  const starts = effects.filter(isFelt).map(({ taskId, after }) => ({
    task_id: taskId,
    event_on: after?.eventOn ?? null,
    starts_on: after?.startsOn ?? null,
    due_on: after?.dueOn ?? null,
  }))
  await sql`insert into task_start (task_id, document_id, event_on, starts_on, due_on, recorded_on)
    select task_id, ${documentId}::uuid, event_on, starts_on, due_on, ${today}::date
    from jsonb_to_recordset(${JSON.stringify(starts)}::jsonb)
      as start(task_id uuid, event_on date, starts_on date, due_on date)`.execute(em.getKysely<unknown>())
}

/** Whether anything changes for the task. */
function isFelt({ change }: TaskEffect): boolean {
  return change === "STARTS" || change === "MOVES" || change === "WAITS_AGAIN"
}

/** The agencies that owe the tasks on a day, and those that coordinate them or answer for whoever did. */
export async function agenciesOf(
  em: EntityManager,
  tasks: readonly Pick<TaskEffect, "taskId">[],
  day: CalendarDate,
): Promise<string[]> {
  if (tasks.length === 0) return []
  const taskIds = tasks.map(({ taskId }) => taskId)
  const { rows } = await sql<Addressed>`
    select o.agency_id as "agencyId", t.id as "subjectId"
    from unnest(${taskIds}::uuid[]) t(id) cross join lateral ${owingSql(sql`t.id`, day)} o
    union
    select ta.agency_id, ta.task_id from task_agency ta
    where ta.task_id = any(${taskIds}::uuid[]) and ta.agency_id is not null and ta.role = 'COORDINATOR'`.execute(
    em.getKysely<unknown>(),
  )
  return addressees(em, rows, day)
}

function trimmed(details: DocumentDetails): DocumentDetails {
  const { kind, number, name, issuer, issuedOn, effectiveOn, link, fileIds, dueDays } = details
  return {
    kind,
    number: number.trim(),
    name: name?.trim() || null,
    issuer: issuer.trim(),
    issuedOn,
    effectiveOn: effectiveOn ?? null,
    link: link?.trim() || null,
    fileIds: eachOnce(fileIds),
    dueDays,
  }
}

function columnsOf(details: DocumentDetails) {
  const { kind, number, name, issuer, issuedOn, effectiveOn, link, fileIds, dueDays } = details
  return {
    kind,
    number,
    name,
    issuer,
    issued_on: issuedOn,
    effective_on: effectiveOn,
    link,
    file_ids: fileIds,
    due_days: dueDays,
  }
}

const NOTHING_KNOWN = {
  kind: null,
  number: null,
  name: null,
  issuer: null,
  issued_on: null,
  effective_on: null,
  link: null,
  file_ids: null,
  due_days: null,
}

function standingRefusals(document: Trigger, details: DocumentDetails | null): Refusal[] {
  if (document.mergedInto !== null) return [MERGED]
  if (document.ended !== null) return [ENDED]
  return details === null && document.issuedOn === null ? [NOT_RECORDED] : []
}

function missingDay({ effectiveDayMissing }: DocumentEffects): Refusal[] {
  return effectiveDayMissing ? [EFFECTIVE_DATE_MISSING] : []
}

function distinct(refusals: readonly Refusal[]): Refusal[] {
  return [...new Map(refusals.map((refusal) => [`${refusal.reason} ${refusal.field}`, refusal])).values()]
}

const PREVIEW_STALE: Refusal = {
  reason: "PREVIEW_STALE",
  field: "preview",
  message: "Nội dung hoặc tác động đã khác so với lúc xem trước; hãy xem trước lại rồi ghi nhận",
}

const REASON_MISSING: Refusal = {
  reason: "REASON_MISSING",
  field: "reason",
  message: "Hãy ghi lý do sửa điều đã ghi nhận",
}

export const MERGED: Refusal = {
  reason: "MERGED",
  field: "id",
  message: "Văn bản này đã được gộp vào văn bản khác; hãy ghi nhận ở văn bản đó hoặc tách ra trước",
}

const ENDED: Refusal = {
  reason: "ENDED",
  field: "id",
  message: "Văn bản đã được ghi là bị thay thế hoặc bãi bỏ; hãy gỡ ghi nhận đó trước khi sửa",
}

const NOT_RECORDED: Refusal = {
  reason: "NOT_RECORDED",
  field: "id",
  message: "Văn bản này chưa được ghi nhận là đã ban hành",
}
