import type { EntityManager } from "@mikro-orm/postgresql"
import { inFigures } from "@plan43/calendar"
import { attachFiles } from "@plan43/evidence"
import { announce } from "@plan43/outbox"
import {
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  Refused,
  uuidOf,
} from "@plan43/subgraph"
import { sql } from "kysely"
import type { DeadlineKind } from "../deadline/deadline-kind.ts"
import { requireGoingOn } from "../decision/going-on.ts"
import { readableFiles } from "../evidence/files-of-tasks.ts"
import {
  type OwedToday,
  owedToday,
  type StandingObligation,
  taskOfObligation,
} from "../obligation/owed-today.ts"
import { isOfObligation } from "../obligation/owing.sql.ts"
import { periodOf, periodWithKey } from "../period/period-of.ts"
import { authorship, type FactColumns, recordFact } from "../recording/record-fact.ts"
import {
  openFieldsAfter,
  type ReportField,
  VerificationFact,
  verificationIn,
} from "../verification/report-verification.ts"
import { expectsDocument } from "./expected-document.ts"
import { ProgressReport } from "./progress-report.ts"
import {
  answerRefusals,
  contentOf,
  differingFields,
  type GivenAnswer,
  missingResult,
  type ReportContent,
} from "./report-content.ts"

/** Of what part of a task something is: a period where it recurs, a phase where it has phases. */
export interface GivenSlot {
  /** null: the period in which today lies. */
  periodKey: string | null
  phaseId: string | null
}

/** An answer to an obligation. */
export type ReportDetails = StandingObligation & GivenSlot & GivenAnswer

/**
 * Records what an agency answers about what it owes: signed by itself, or by a coordinator on its behalf.
 * @returns the report, or refusals: those of `recordFact`, `owedToday`, `answerRefusals` and `missingResult`; TASK_STOPPED,
 * PERIOD_UNKNOWN, PERIOD_NOT_BEGUN, PHASE_MISSING, FIELD_NOT_RETURNED
 */
export async function reportProgress(
  ctx: RecordingContext,
  request: RecordingRequest,
  details: ReportDetails,
): Promise<Outcome<ProgressReport>> {
  const refusals = answerRefusals(details, ctx.today)
  if (refusals.length > 0) return { refusals }
  const taskId = taskOfObligation(details.obligationId)
  if (taskId === null) return { refusals: [notFound("obligationId", details.obligationId)] }
  let owed: OwedToday
  return recordFact(ctx, request, {
    entity: ProgressReport,
    table: "progress_report",
    action: "reported",
    content: details,
    taskId,
    columns: async (em) => {
      owed = await owedToday(em, ctx, details)
      await requireGoingOn(em, taskId)
      return columnsOf(em, ctx, owed, details)
    },
    alsoWrite: (em) =>
      announce(em, {
        type: "progress.reported",
        subject: { kind: "TaskObligation", id: owed.obligationId },
        agencyIds: [owed.agencyId],
        actor: ctx.viewer.id,
        data: { taskId, taskCode: owed.taskCode },
      }),
  })
}

async function columnsOf(
  em: EntityManager,
  ctx: RecordingContext,
  owed: OwedToday,
  details: ReportDetails,
): Promise<FactColumns> {
  const slot = await slotOf(em, ctx, owed, details)
  const before = await lastClaim(em, ctx, owed, slot)
  const { content, correctsId } =
    details.answer === "PROGRESS"
      ? corrected(before, contentOf(details))
      : { content: standing(before?.content ?? null, contentOf(details)), correctsId: null }
  if (
    details.answer === "PROGRESS" &&
    content.state === "COMPLETED" &&
    expectsDocument(slot.expectedResult)
  ) {
    const missing = missingResult(content.result)
    if (missing.length > 0) throw new Refused(missing)
  }
  const { recorded_on: effective_on, ...author } = authorship(ctx)
  return {
    task_id: owed.taskId,
    agency_id: owed.agencyId,
    answer: details.answer,
    state: content.state,
    percentage: content.percentage,
    done: content.done,
    result_number: content.result.number,
    result_issued_on: content.result.issuedOn,
    result_issuer: content.result.issuer,
    result_link: content.result.link,
    result_file_ids: await attachFiles(em, ctx.viewer, content.result.fileIds, {
      field: "result.fileIds",
      owner: `progress_report ${owed.taskCode}`,
      readable: readableFiles(ctx.viewer),
    }),
    completed_on: content.completedOn,
    difficulties: content.difficulties,
    next_step: content.nextStep,
    period_key: slot.periodKey,
    phase_id: slot.phaseId,
    corrects_id: correctsId,
    on_behalf: owed.onBehalf,
    effective_on,
    ...author,
  }
}

/** Part of a task that somebody reports about, or asks a later deadline for. */
export interface Slot extends GivenSlot {
  /** Of the phase or, without one, of the task. */
  expectedResult: string | null
}

/**
 * The part of a task that is meant.
 * @throws Refused with PERIOD_UNKNOWN, PERIOD_NOT_BEGUN, PHASE_MISSING or NOT_FOUND
 */
export async function slotOf(
  em: EntityManager,
  { today }: Pick<RecordingContext, "today">,
  { taskId, kind, planIssuedOn, expectedResult }: OwedToday,
  given: GivenSlot,
): Promise<Slot> {
  const periodKey = given.periodKey ?? periodOf(kind, today)?.key ?? null
  if (periodKey !== null) requirePeriod(kind, periodKey, planIssuedOn, today)
  if (kind !== "PHASED" && given.phaseId === null) return { periodKey, phaseId: null, expectedResult }
  const { rows } = await sql<{ id: string; expected_result: string | null }>`
    select id, expected_result from task_phase where task_id = ${taskId} and withdrawn_at is null`.execute(
    em.getKysely<unknown>(),
  )
  if (given.phaseId === null && rows.length > 0) throw new Refused([PHASE_MISSING])
  const phaseId = given.phaseId === null ? null : uuidOf(given.phaseId)
  const phase = rows.find(({ id }) => id === phaseId)
  if (given.phaseId !== null && phase === undefined) throw new Refused([notFound("phaseId", given.phaseId)])
  return { periodKey, phaseId, expectedResult: phase === undefined ? expectedResult : phase.expected_result }
}

function requirePeriod(kind: DeadlineKind, key: string, planIssuedOn: string, today: string): void {
  const period = periodWithKey(kind, key)
  if (period === null || period.endsOn < planIssuedOn)
    throw new Refused([
      {
        reason: "PERIOD_UNKNOWN",
        field: "periodKey",
        message: `Nhiệm vụ này không có kỳ “${key}”; kỳ hằng năm có dạng 2026, kỳ nửa năm có dạng 2026-H1`,
      },
    ])
  if (period.startsOn > today)
    throw new Refused([
      {
        reason: "PERIOD_NOT_BEGUN",
        field: "periodKey",
        message: `Kỳ “${key}” bắt đầu từ ${inFigures(period.startsOn)}, chưa đến ngày báo cáo`,
      },
    ])
}

const PHASE_MISSING = {
  reason: "PHASE_MISSING",
  field: "phaseId",
  message: "Nhiệm vụ này chia giai đoạn; hãy chọn giai đoạn báo cáo",
}

/** What was last claimed of a part, and what was made of it. */
interface Claim {
  content: ReportContent
  /** The returned report that it answers, or that it is itself. */
  returned: { id: string; content: ReportContent; fields: readonly ReportField[] } | null
}

async function lastClaim(
  em: EntityManager,
  { today }: Pick<RecordingContext, "today">,
  { taskId, agencyId }: OwedToday,
  { periodKey, phaseId }: GivenSlot,
): Promise<Claim | null> {
  const owed = { taskId: sql`${taskId}::uuid`, agencyId: sql<string>`${agencyId}::uuid` }
  const { rows } = await sql<object>`select r.* from progress_report r
    where r.task_id = ${taskId} and r.answer = 'PROGRESS' and ${isOfObligation(sql`r.agency_id`, owed, today)}
      and r.period_key is not distinct from ${periodKey} and r.phase_id is not distinct from ${phaseId}::uuid
    order by r.position desc limit 1`.execute(em.getKysely<unknown>())
  if (rows[0] === undefined) return null
  const last = em.map(ProgressReport, rows[0] as never)
  const own = verificationIn(await verificationsOfReport(em, last.id))
  const corrects = own === null && last.correctsId !== null ? last.correctsId : null
  const returned = corrects === null ? last : await em.findOneOrFail(ProgressReport, { id: corrects })
  const open = openFieldsAfter(
    own,
    corrects === null ? null : verificationIn(await verificationsOfReport(em, corrects)),
  )
  return {
    content: last,
    returned: open && { id: returned.id, content: returned, fields: open.map(({ field }) => field) },
  }
}

function verificationsOfReport(em: EntityManager, reportId: string): Promise<VerificationFact[]> {
  return em.find(VerificationFact, { reportId }, { orderBy: { position: "ASC" } })
}

/**
 * What a report says that answers a return: until it is confirmed, only what was returned may differ from the report that was.
 * @throws Refused with FIELD_NOT_RETURNED for every other field that differs
 */
function corrected(before: Claim | null, content: ReportContent) {
  const returned = before?.returned ?? null
  if (returned === null) return { content, correctsId: null }
  const others = differingFields(returned.content, content).filter(
    (field) => !returned.fields.includes(field),
  )
  if (others.length > 0) throw new Refused(others.map(notReturned))
  return { content, correctsId: returned.id }
}

const INPUT_OF: Readonly<Record<ReportField, string>> = {
  STATE: "state",
  PERCENTAGE: "percentage",
  DONE: "done",
  RESULT: "result",
  COMPLETED_ON: "completedOn",
  DIFFICULTIES: "difficulties",
  NEXT_STEP: "nextStep",
}

function notReturned(field: ReportField) {
  return {
    reason: "FIELD_NOT_RETURNED",
    field: INPUT_OF[field],
    message: "Mục này không bị trả lại; hãy giữ đúng như báo cáo đã gửi, chỉ sửa mục được trả lại",
  }
}

/** "No change" and "nothing to report" leave state, percentage and day as they were claimed. */
function standing(before: ReportContent | null, given: ReportContent): ReportContent {
  const { state, percentage, completedOn } = before ?? {
    state: "NOT_STARTED" as const,
    percentage: null,
    completedOn: null,
  }
  return { ...given, state, percentage, completedOn }
}
