import type { EntityManager } from "@mikro-orm/postgresql"
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
  uuidOf,
  versionStale,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { readableFiles } from "../evidence/files-of-tasks.ts"
import { owingSql } from "../obligation/owing.sql.ts"
import { documentOf, documentRefusals } from "../progress/report-content.ts"
import type { ResultDocument } from "../progress/result-document.ts"
import { authorship, recordFact } from "../recording/record-fact.ts"
import { taskStatusSql } from "../status/task-status.sql.ts"
import type { TaskStatus } from "../status/task-status.ts"
import { stoppedBy } from "./going-on.ts"
import { TaskDecision, type TaskDecisionKind, taskVersionSql } from "./task-decision.ts"

/** On what a decision rests. */
export interface DecisionBasis {
  basis: string
  document: ResultDocument | null
}

/** What the task is told to be, as others hear of it. */
const EVENT = { SUSPENDED: "task.suspended", CANCELLED: "task.cancelled", REOPENED: "task.reopened" } as const

/**
 * Suspends or cancels a task, or opens it again, from today on.
 * @param task the task, and the version of it that the decision is based on
 * @returns the decision, or refusals: those of `recordFact`, VERSION_STALE, BASIS_MISSING, ALREADY_DECIDED, NOTHING_TO_REOPEN,
 * DATE_IN_FUTURE, LINK_MALFORMED
 */
export async function decideTask(
  ctx: RecordingContext,
  request: RecordingRequest,
  task: StandingRow,
  kind: TaskDecisionKind,
  { basis, document }: DecisionBasis,
): Promise<Outcome<TaskDecision>> {
  const refusals = [
    ...(basis.trim() === "" ? [BASIS_MISSING] : lengthRefusals({ basis }, { basis: LONGEST_TEXT })),
    ...documentRefusals(document, "document", ctx.today),
  ]
  if (refusals.length > 0) return { refusals }
  const taskId = uuidOf(task.id)
  if (taskId === null) return { refusals: [notFound("id", task.id)] }
  const { number, issuedOn, issuer, link, fileIds } = documentOf(document)
  let standing: StandingTask
  return recordFact(ctx, request, {
    entity: TaskDecision,
    table: "task_decision",
    action: kind.toLowerCase(),
    content: { taskId, version: task.version, kind, basis, document },
    taskId,
    columns: async (em) => {
      standing = await standingTask(em, ctx, taskId, task.version)
      const reopens_completion = await requireDecidable(em, taskId, kind, standing.status)
      return {
        task_id: taskId,
        kind,
        reopens_completion,
        basis: basis.trim(),
        document_number: number,
        document_issued_on: issuedOn,
        document_issuer: issuer,
        document_link: link,
        document_file_ids: await attachFiles(em, ctx.viewer, fileIds, {
          field: "document.fileIds",
          owner: `task_decision ${standing.code}`,
          readable: readableFiles(ctx.viewer),
        }),
        ...authorship(ctx),
      }
    },
    alsoWrite: (em) =>
      announce(em, {
        type: EVENT[kind],
        subject: { kind: "Task", id: taskId },
        agencyIds: standing.agencyIds,
        actor: ctx.viewer.id,
        data: { taskId, taskCode: standing.code },
      }),
  })
}

/** A task as a decision finds it. */
export interface StandingTask {
  code: string
  status: TaskStatus
  /** Those that owe it today. */
  agencyIds: string[]
}

/** @throws Refused with NOT_FOUND or VERSION_STALE */
export async function standingTask(
  em: EntityManager,
  { viewer, today }: RecordingContext,
  taskId: string,
  version: number,
): Promise<StandingTask> {
  const { rows } = await sql<StandingTask & { version: number }>`
    select t.code, ${taskVersionSql(viewer)} as version, ${taskStatusSql({ viewer, asOf: today })} as status,
      array(select owes.agency_id from ${owingSql(sql`t.id`, today)} owes) as "agencyIds"
    from task t where t.id = ${taskId}`.execute(em.getKysely<unknown>())
  const task = rows[0]
  if (task === undefined) throw new Refused([notFound("id", taskId)])
  if (task.version !== version) throw new Refused([versionStale(version, task.version)])
  return task
}

/**
 * @returns whether the decision opens a completed task again
 * @throws Refused with ALREADY_DECIDED or NOTHING_TO_REOPEN
 */
async function requireDecidable(
  em: EntityManager,
  taskId: string,
  kind: TaskDecisionKind,
  status: TaskStatus,
): Promise<boolean> {
  const stopped = await stoppedBy(em, taskId)
  if (kind === "REOPENED") {
    const completed = status === "COMPLETED_ON_TIME" || status === "COMPLETED_LATE"
    if (stopped === null && !completed) throw new Refused([NOTHING_TO_REOPEN])
    return completed
  }
  if (stopped === kind || stopped === "CANCELLED") throw new Refused([alreadyDecided(stopped)])
  return false
}

const BASIS_MISSING = { reason: "BASIS_MISSING", field: "basis", message: "Hãy ghi căn cứ của quyết định" }

const NOTHING_TO_REOPEN = {
  reason: "NOTHING_TO_REOPEN",
  field: "id",
  message: "Nhiệm vụ đang thực hiện; chỉ mở lại nhiệm vụ đã tạm dừng, đã huỷ hoặc đã hoàn thành",
}

function alreadyDecided(kind: "SUSPENDED" | "CANCELLED") {
  return {
    reason: "ALREADY_DECIDED",
    field: "id",
    message: kind === "SUSPENDED" ? "Nhiệm vụ đã tạm dừng rồi" : "Nhiệm vụ đã bị huỷ rồi",
  }
}
