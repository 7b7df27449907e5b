import type { EntityManager } from "@mikro-orm/postgresql"
import { attachFiles, eachOnce } from "@plan43/evidence"
import {
  hasScope,
  LONGEST_LINE,
  LONGEST_TEXT,
  lengthRefusals,
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  Refused,
  recordRow,
  uuidOf,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { readableFiles } from "../evidence/files-of-tasks.ts"
import { Obstacle, type ObstacleAddressee, type ObstacleCategory } from "./obstacle.ts"
import { ownAgencies } from "./own-agencies.ts"
import { recordStep } from "./record-step.ts"

/** What is said of an obstacle when it is raised. */
export interface ObstacleDetails {
  /** Who raises it; null: the agency of whoever records it. */
  agencyId: string | null
  /** What it is about: a task, an indicator, or neither. */
  taskId: string | null
  indicatorId: string | null
  title: string
  description: string
  category: ObstacleCategory
  proposal: string
  addressee: ObstacleAddressee
  addressedAgencyId: string | null
  /** What proves it. */
  fileIds: readonly string[]
}

/**
 * Raises an obstacle: an agency its own, the coordinator for an agency.
 * @returns the obstacle, or refusals: those of `recordRow` and of {@link obstacleRefusals}, NOT_FOUND, AGENCY_MISSING, FILE_NOT_READY, TOO_MANY_FILES,
 * AGENCY_NOT_YOURS
 */
export async function raiseObstacle(
  ctx: RecordingContext,
  request: RecordingRequest,
  details: ObstacleDetails,
): Promise<Outcome<Obstacle>> {
  const onBehalf = hasScope(ctx.viewer, "obstacles:write")
  const agencyId = uuidOf(details.agencyId ?? (onBehalf ? "" : (ctx.viewer.agencyId ?? "")))
  const refusals = obstacleRefusals(details)
  if (agencyId === null) refusals.push(AGENCY_MISSING)
  if (refusals.length > 0) return { refusals }
  return recordRow(ctx, request, {
    entity: Obstacle,
    table: "obstacle",
    standing: null,
    columns: {
      agency_id: agencyId,
      on_behalf: onBehalf ? "true" : "false",
      task_id: details.taskId,
      indicator_id: details.indicatorId,
      title: details.title.trim(),
      description: details.description.trim(),
      category: details.category,
      proposal: details.proposal.trim(),
      addressee: details.addressee,
      addressed_agency_id: details.addressedAgencyId,
      state: "RAISED",
      file_ids: eachOnce(details.fileIds),
    },
    check: async (em, id) => {
      await requireAgency(em, "agencyId", agencyId)
      if (!onBehalf && !(await ownAgencies(em, ctx.viewer)).includes(agencyId as string))
        throw new Refused([AGENCY_NOT_YOURS])
      await requireAgency(em, "addressedAgencyId", details.addressedAgencyId)
      await requireTask(em, details.taskId)
      await requireIndicator(em, details.indicatorId)
      await attachFiles(em, ctx.viewer, details.fileIds, {
        field: "fileIds",
        owner: `obstacle ${id}`,
        readable: readableFiles(ctx.viewer),
      })
    },
    alsoWrite: (em, id) => recordStep(em, ctx, id, { action: "RAISE", to: "RAISED", before: null }),
  })
}

async function requireAgency(em: EntityManager, field: string, id: string | null): Promise<void> {
  if (id === null) return
  const { rows } = await sql`select id from agency_reference where id = ${uuidOf(id)}::uuid`.execute(
    em.getKysely<unknown>(),
  )
  if (rows.length === 0) throw new Refused([notFound(field, id)])
}

async function requireTask(em: EntityManager, id: string | null): Promise<void> {
  if (id === null) return
  const { rows } =
    await sql`select id from task where id = ${uuidOf(id)}::uuid and withdrawn_at is null`.execute(
      em.getKysely<unknown>(),
    )
  if (rows.length === 0) throw new Refused([notFound("taskId", id)])
}

async function requireIndicator(em: EntityManager, id: string | null): Promise<void> {
  if (id === null) return
  const { rows } =
    await sql`select id from indicator_reference where id = ${uuidOf(id)}::uuid and withdrawn_at is null`.execute(
      em.getKysely<unknown>(),
    )
  if (rows.length === 0) throw new Refused([notFound("indicatorId", id)])
}

const NEEDED = {
  title: "Tên vướng mắc",
  description: "Nội dung vướng mắc",
  proposal: "Kiến nghị",
} as const

/**
 * What is wrong with the details, by themselves: TEXT_MISSING, TEXT_TOO_LONG, TWO_SUBJECTS, ID_MALFORMED,
 * ADDRESSEE_MISSING, ADDRESSEE_NOT_ASKED.
 */
export function obstacleRefusals(details: ObstacleDetails): Refusal[] {
  const refusals = lengthRefusals(details, {
    title: LONGEST_LINE,
    description: LONGEST_TEXT,
    proposal: LONGEST_TEXT,
  })
  for (const field of ["title", "description", "proposal"] as const)
    if (details[field].trim() === "")
      refusals.push({ reason: "TEXT_MISSING", field, message: `${NEEDED[field]} không được để trống` })
  for (const field of ["agencyId", "taskId", "indicatorId", "addressedAgencyId"] as const) {
    const id = details[field]
    if (id !== null && uuidOf(id) === null)
      refusals.push({
        reason: "ID_MALFORMED",
        field,
        message: `“${id.slice(0, 100)}” không phải một định danh`,
      })
  }
  if (details.taskId !== null && details.indicatorId !== null)
    refusals.push({
      reason: "TWO_SUBJECTS",
      field: "indicatorId",
      message: "Một vướng mắc gắn với một nhiệm vụ hoặc một chỉ tiêu, không cả hai",
    })
  const toAgency = details.addressee === "AGENCY"
  if (toAgency && details.addressedAgencyId === null)
    refusals.push({
      reason: "ADDRESSEE_MISSING",
      field: "addressedAgencyId",
      message: "Hãy chọn cơ quan được kiến nghị",
    })
  if (!toAgency && details.addressedAgencyId !== null)
    refusals.push({
      reason: "ADDRESSEE_NOT_ASKED",
      field: "addressedAgencyId",
      message: "Chỉ chọn cơ quan được kiến nghị khi kiến nghị gửi một cơ quan khác",
    })
  return refusals
}

const AGENCY_MISSING = {
  reason: "AGENCY_MISSING",
  field: "agencyId",
  message: "Hãy chọn cơ quan nêu vướng mắc",
}

const AGENCY_NOT_YOURS = {
  reason: "AGENCY_NOT_YOURS",
  field: "agencyId",
  message: "Chỉ nêu được vướng mắc của cơ quan mình",
}
