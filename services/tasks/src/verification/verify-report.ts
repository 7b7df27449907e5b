import type { EntityManager } from "@mikro-orm/postgresql"
import { addressees } from "@plan43/agency-scope"
import { announce } from "@plan43/outbox"
import {
  LONGEST_TEXT,
  lengthRefusals,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  Refused,
  type StandingRow,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { obligationIdOf } from "../obligation/obligation-id.ts"
import { ProgressReport } from "../progress/progress-report.ts"
import { authorship, changeFact } from "../recording/record-fact.ts"
import {
  type ReturnedField,
  VerificationFact,
  type VerificationOutcome,
  verificationIn,
} from "./report-verification.ts"
import { supersededSql } from "./waiting.sql.ts"

/**
 * Confirms what an agency claimed: from that day a completion counts.
 * @returns the report, or refusals: those of `changeFact`, NOT_VERIFIABLE, REPORT_SUPERSEDED, ALREADY_CONFIRMED
 */
export function confirmReport(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<ProgressReport>> {
  return verify(ctx, request, standing, [])
}

/**
 * Returns what an agency claimed, with a reason for each field; the agency may change only those in its next report. What
 * was confirmed by mistake is returned alike: from that day it no longer counts.
 * @returns also FIELDS_MISSING, REASON_MISSING
 */
export async function returnReport(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  fields: readonly ReturnedField[],
): Promise<Outcome<ProgressReport>> {
  const refusals = returnRefusals(fields)
  return refusals.length > 0 ? { refusals } : verify(ctx, request, standing, fields)
}

function returnRefusals(fields: readonly ReturnedField[]): Refusal[] {
  if (fields.length === 0)
    return [{ reason: "FIELDS_MISSING", field: "fields", message: "Hãy chọn ít nhất một mục để trả lại" }]
  return fields.flatMap(({ field, reason }) =>
    reason.trim() === ""
      ? [{ reason: "REASON_MISSING", field: `fields.${field}`, message: "Hãy ghi lý do trả lại mục này" }]
      : lengthRefusals({ reason }, { reason: LONGEST_TEXT }).map((refusal) => ({
          ...refusal,
          field: `fields.${field}`,
        })),
  )
}

function verify(
  ctx: RecordingContext,
  request: RecordingRequest,
  { id, version }: StandingRow,
  fields: readonly ReturnedField[],
): Promise<Outcome<ProgressReport>> {
  const [outcome, action] =
    fields.length === 0 ? (["CONFIRMED", "confirmed"] as const) : (["RETURNED", "returned"] as const)
  let report: ProgressReport
  return changeFact(ctx, request, {
    entity: ProgressReport,
    table: "progress_report",
    action,
    content: {
      id,
      version,
      fields: fields.map(({ field, reason }) => [field, reason]),
      reason: request.reason,
    },
    standing: { id, version },
    columns: async (em, row) => {
      report = row
      await requireVerifiable(em, ctx, row, outcome)
      return {}
    },
    alsoWrite: async (em) => {
      const author = authorship(ctx)
      await sql`insert into report_verification
          (report_id, outcome, reason, returned_fields, returned_reasons, recorded_on, recorded_by, recorded_by_name)
        values (${report.id}, ${outcome}, ${request.reason ?? null}, ${fields.map(({ field }) => field)}::text[],
          ${fields.map(({ reason }) => reason.trim())}::text[], ${author.recorded_on}, ${author.recorded_by},
          ${author.recorded_by_name})`.execute(em.getKysely<unknown>())
      await announce(em, {
        type: `progress.${action}`,
        subject: { kind: "TaskObligation", id: obligationIdOf(report) },
        agencyIds: await addressees(em, [{ agencyId: report.agencyId, subjectId: report.taskId }], ctx.today),
        actor: ctx.viewer.id,
        data: { taskId: report.taskId, taskCode: await codeOf(em, report.taskId) },
      })
    },
  })
}

/** @throws Refused with NOT_VERIFIABLE, REPORT_SUPERSEDED or ALREADY_CONFIRMED */
async function requireVerifiable(
  em: EntityManager,
  { today }: RecordingContext,
  report: ProgressReport,
  outcome: VerificationOutcome,
): Promise<void> {
  if (report.answer !== "PROGRESS") throw new Refused([NOT_VERIFIABLE])
  const facts = await em.find(VerificationFact, { reportId: report.id }, { orderBy: { position: "ASC" } })
  const confirmed = verificationIn(facts)?.outcome === "CONFIRMED"
  if (confirmed && outcome === "CONFIRMED") throw new Refused([ALREADY_CONFIRMED])
  const { rows } = await sql<{ superseded: boolean }>`
    select ${supersededSql(today)} as superseded from progress_report r where r.id = ${report.id}`.execute(
    em.getKysely<unknown>(),
  )
  if (rows[0]?.superseded === true) throw new Refused([SUPERSEDED])
}

async function codeOf(em: EntityManager, taskId: string): Promise<string> {
  const { rows } = await sql<{ code: string }>`select code from task where id = ${taskId}`.execute(
    em.getKysely<unknown>(),
  )
  return rows[0]?.code ?? ""
}

const NOT_VERIFIABLE = {
  reason: "NOT_VERIFIABLE",
  field: "id",
  message: "Trả lời “không thay đổi” hoặc “không có gì để báo cáo” thì không cần xác minh",
}

const ALREADY_CONFIRMED = {
  reason: "ALREADY_CONFIRMED",
  field: "id",
  message: "Báo cáo này đã được xác nhận",
}

const SUPERSEDED = {
  reason: "REPORT_SUPERSEDED",
  field: "id",
  message: "Cơ quan đã có báo cáo mới hơn, hoặc nhiệm vụ đã được mở lại; hãy xác minh báo cáo mới nhất",
}
