import type { EntityManager } from "@mikro-orm/postgresql"
import { addressees } from "@plan43/agency-scope"
import { type CalendarDate, inFigures } from "@plan43/calendar"
import { attachFiles } from "@plan43/evidence"
import { announce } from "@plan43/outbox"
import {
  LONGEST_TEXT,
  lengthRefusals,
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  Refused,
  type StandingRow,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { requireGoingOn } from "../decision/going-on.ts"
import { readableFiles } from "../evidence/files-of-tasks.ts"
import { obligationIdOf } from "../obligation/obligation-id.ts"
import {
  type OwedToday,
  owedToday,
  type StandingObligation,
  taskOfObligation,
} from "../obligation/owed-today.ts"
import { type GivenSlot, type Slot, slotOf } from "../progress/report-progress.ts"
import { authorship, changeFact, recordFact } from "../recording/record-fact.ts"
import { obligationDueOnSql } from "../status/task-status.sql.ts"
import { DeadlineExtension } from "./deadline-extension.ts"

/** A later day that an agency asks for. */
export interface ExtensionRequest extends StandingObligation, GivenSlot {
  dueOn: CalendarDate
  reason: string
  /** On what it rests, e.g. the agency's letter. */
  fileIds: readonly string[]
}

/** What is decided about it. */
export interface ExtensionDecision {
  granted: boolean
  /** null: the day that was asked for. */
  dueOn: CalendarDate | null
  /** On what it rests, e.g. the City's notice. */
  fileIds: readonly string[]
}

/**
 * Asks for a later deadline of what an agency owes: by itself, or by a coordinator on its behalf.
 * @returns the request, or refusals: those of `recordFact`, `owedToday` and `slotOf`; REASON_MISSING, TASK_STOPPED,
 * DEADLINE_WITHOUT_DATE, EXTENSION_NOT_LATER, EXTENSION_PENDING, FILE_NOT_READY, TOO_MANY_FILES
 */
export async function requestExtension(
  ctx: RecordingContext,
  request: RecordingRequest,
  details: ExtensionRequest,
): Promise<Outcome<DeadlineExtension>> {
  const { obligationId, version, dueOn, reason, periodKey, phaseId, fileIds } = details
  if (reason.trim() === "") return { refusals: [REASON_MISSING] }
  const tooLong = lengthRefusals({ reason }, { reason: LONGEST_TEXT })
  if (tooLong.length > 0) return { refusals: tooLong }
  const taskId = taskOfObligation(obligationId)
  if (taskId === null) return { refusals: [notFound("obligationId", obligationId)] }
  let owed: OwedToday
  return recordFact(ctx, request, {
    entity: DeadlineExtension,
    table: "deadline_extension",
    action: "requested",
    content: { obligationId, version, dueOn, reason, periodKey, phaseId, fileIds },
    taskId,
    columns: async (em) => {
      owed = await owedToday(em, ctx, details)
      const asked_file_ids = await attached(em, ctx, owed.taskCode, fileIds)
      await requireGoingOn(em, taskId)
      const slot = await slotOf(em, ctx, owed, details)
      await requireNonePending(em, owed, slot)
      const inForce = await dueOnToday(em, ctx, owed, slot)
      requireLater(inForce, dueOn)
      return {
        task_id: taskId,
        agency_id: owed.agencyId,
        period_key: slot.periodKey,
        phase_id: slot.phaseId,
        original_due_on: inForce,
        asked_due_on: dueOn,
        asked_reason: reason.trim(),
        asked_file_ids,
        on_behalf: owed.onBehalf,
        ...authorship(ctx),
      }
    },
    alsoWrite: (em) => tell(em, ctx, "extension.requested", owed),
  })
}

/**
 * Grants a later deadline, that day or another, or refuses it; it holds from today on, for what is asked of later days only.
 * @returns the extension, or refusals: those of `changeFact`, REASON_MISSING, ALREADY_DECIDED, EXTENSION_NOT_LATER, FILE_NOT_READY,
 * TOO_MANY_FILES
 */
export async function decideExtension(
  ctx: RecordingContext,
  request: RecordingRequest,
  { id, version }: StandingRow,
  { granted, dueOn, fileIds }: ExtensionDecision,
): Promise<Outcome<DeadlineExtension>> {
  const reason = request.reason?.trim() ?? ""
  if (!granted && reason === "") return { refusals: [REASON_MISSING] }
  let asked: DeadlineExtension
  let taskCode: string
  return changeFact(ctx, request, {
    entity: DeadlineExtension,
    table: "deadline_extension",
    action: granted ? "granted" : "refused",
    content: { id, version, granted, dueOn, reason, fileIds },
    standing: { id, version },
    columns: async (em, row) => {
      asked = row
      if (row.granted !== null) throw new Refused([ALREADY_DECIDED])
      const grantedDueOn = granted ? (dueOn ?? row.dueOn) : null
      if (grantedDueOn !== null) requireLater(await dueOnToday(em, ctx, row, row), grantedDueOn)
      taskCode = await codeOf(em, row.taskId)
      const { recorded_on, recorded_by, recorded_by_name } = authorship(ctx)
      return {
        granted,
        granted_due_on: grantedDueOn,
        decided_reason: reason === "" ? null : reason,
        decided_file_ids: await attached(em, ctx, taskCode, fileIds),
        decided_on: recorded_on,
        decided_by: recorded_by,
        decided_by_name: recorded_by_name,
      }
    },
    alsoWrite: (em) => tell(em, ctx, "extension.decided", { ...asked, taskCode }),
    stamped: ["decided_at"],
  })
}

function attached(
  em: EntityManager,
  { viewer }: RecordingContext,
  taskCode: string,
  fileIds: readonly string[],
): Promise<string[]> {
  return attachFiles(em, viewer, fileIds, {
    field: "fileIds",
    owner: `deadline_extension ${taskCode}`,
    readable: readableFiles(viewer),
  })
}

async function codeOf(em: EntityManager, taskId: string): Promise<string> {
  const { rows } = await sql<{ code: string }>`select code from task where id = ${taskId}`.execute(
    em.getKysely<unknown>(),
  )
  return rows[0]?.code ?? ""
}

async function dueOnToday(
  em: EntityManager,
  { viewer, today }: RecordingContext,
  { taskId, agencyId }: Pick<OwedToday, "taskId" | "agencyId">,
  { periodKey, phaseId }: Pick<Slot, "periodKey" | "phaseId">,
): Promise<CalendarDate> {
  const question = { viewer, asOf: today }
  const { rows } = await sql<{ due_on: CalendarDate | null }>`
    select ${obligationDueOnSql(question, sql<string>`${agencyId}::uuid`, { periodKey, phaseId })} as due_on
    from task t where t.id = ${taskId}`.execute(em.getKysely<unknown>())
  const dueOn = rows[0]?.due_on ?? null
  if (dueOn === null) throw new Refused([WITHOUT_DATE])
  return dueOn
}

async function requireNonePending(
  em: EntityManager,
  { taskId, agencyId }: OwedToday,
  { periodKey, phaseId }: Slot,
): Promise<void> {
  const { rows } =
    await sql`select 1 from deadline_extension x where x.task_id = ${taskId} and x.agency_id = ${agencyId}
    and x.granted is null and x.period_key is not distinct from ${periodKey}
    and x.phase_id is not distinct from ${phaseId}::uuid`.execute(em.getKysely<unknown>())
  if (rows.length > 0) throw new Refused([PENDING])
}

function requireLater(inForce: CalendarDate, dueOn: CalendarDate): void {
  if (dueOn > inForce) return
  throw new Refused([
    {
      reason: "EXTENSION_NOT_LATER",
      field: "dueOn",
      message: `Hạn mới ${inFigures(dueOn)} phải sau hạn đang áp dụng, ${inFigures(inForce)}`,
    },
  ])
}

async function tell(
  em: EntityManager,
  { viewer, today }: RecordingContext,
  type: "extension.requested" | "extension.decided",
  owed: Pick<OwedToday, "taskId" | "agencyId" | "taskCode">,
): Promise<void> {
  await announce(em, {
    type,
    subject: { kind: "TaskObligation", id: obligationIdOf(owed) },
    agencyIds: await addressees(em, [{ agencyId: owed.agencyId, subjectId: owed.taskId }], today),
    actor: viewer.id,
    data: { taskId: owed.taskId, taskCode: owed.taskCode },
  })
}

const REASON_MISSING = { reason: "REASON_MISSING", field: "reason", message: "Hãy ghi lý do" }

const WITHOUT_DATE = {
  reason: "DEADLINE_WITHOUT_DATE",
  field: "obligationId",
  message: "Nhiệm vụ này chưa có hạn hoàn thành, nên chưa thể gia hạn",
}

const PENDING = {
  reason: "EXTENSION_PENDING",
  field: "obligationId",
  message: "Đã có một đề nghị gia hạn đang chờ quyết định",
}

const ALREADY_DECIDED = {
  reason: "ALREADY_DECIDED",
  field: "id",
  message: "Đề nghị gia hạn này đã được quyết định",
}
