import type { EntityManager } from "@mikro-orm/postgresql"
import { announce } from "@plan43/outbox"
import {
  hasScope,
  LONGEST_TEXT,
  lengthRefusals,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  Refused,
  recordRow,
  type StandingRow,
  uuidOf,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { kindRank } from "../item/item-order.ts"
import { ITEM_KIND_IN_WORDS, type ReportItemKind } from "../item/report-item.ts"
import { QUESTION_FIELDS, type ReportLineField } from "../line/line-field.ts"
import { AgencyReport } from "./agency-report.ts"
import { holdRound } from "./hold-report.ts"
import { requireOwnReport, type StandingReport } from "./own-report.ts"
import { MOVES, type ReportMove } from "./report-state.ts"

/** A field of a line that an agency is to correct, and why. */
export interface FieldToCorrect {
  lineId: string
  field: ReportLineField
  reason: string
}

/** What the history and those who follow call a move. */
const NAMES = {
  SUBMIT: "submitted",
  SEND_BACK: "sent-back",
  APPROVE: "approved",
  SEND: "sent",
  ACCEPT: "accepted",
  RETURN: "returned",
  ENTER: "entered",
} as const satisfies Record<ReportMove, string>

/**
 * Moves a report on.
 * @param toCorrect what is returned; empty for all other moves
 * @returns the report, or refusals: those of `recordRow` and `requireOwnReport`, MOVE_NOT_POSSIBLE, LINES_UNANSWERED, and
 * for one that is returned NOTHING_RETURNED, REASON_MISSING, TEXT_TOO_LONG, LINE_UNKNOWN
 */
export async function moveReport(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  move: Exclude<ReportMove, "ENTER">,
  toCorrect: readonly FieldToCorrect[] = [],
): Promise<Outcome<AgencyReport>> {
  const refusals = move === "RETURN" ? returnRefusals(toCorrect) : []
  if (refusals.length > 0) return { refusals }
  const approves = move === "APPROVE"
  return recordRow(ctx, request, {
    entity: AgencyReport,
    table: "agency_report",
    standing,
    holdFirst: holdRound,
    action: NAMES[move],
    about: toCorrect,
    columns: {
      state: MOVES[move].to,
      ...(approves && { approved_by: ctx.viewer.name, approved_in_id: null, entry_id: null }),
    },
    stamped: approves ? ["approved_at"] : [],
    check: async (em, id) => {
      const report = await requireOwnReport(em, ctx, id)
      requireMove(report, ctx, move)
      if (move === "SUBMIT") await requireAnswers(em, id)
    },
    alsoWrite: async (em, id) => {
      if (move === "SEND")
        await sql`update agency_report set sent_on = coalesce(sent_on, ${ctx.today}) where id = ${id}`.execute(
          em.getKysely<unknown>(),
        )
      if (move === "RETURN") await writeReturn(em, ctx, id, toCorrect)
      await tellMove(em, ctx, id, move)
    },
  })
}

/** @throws Refused with MOVE_NOT_POSSIBLE */
export function requireMove({ state }: StandingReport, { viewer }: RecordingContext, move: ReportMove): void {
  const { from, scopes } = MOVES[move]
  if (!from.includes(state) || !hasScope(viewer, ...scopes))
    throw new Refused([
      {
        reason: "MOVE_NOT_POSSIBLE",
        field: "id",
        message: "Báo cáo không còn ở bước này; hãy tải lại để xem trạng thái hiện tại",
      },
    ])
}

/** @throws Refused with LINES_UNANSWERED, which names the first of them */
export async function requireAnswers(em: EntityManager, reportId: string): Promise<void> {
  const { rows } = await sql<{ code: string; kind: ReportItemKind; total: string }>`
    select item.code, item.kind, count(*) over () as total from report_line line
    join report_item item on item.id = line.item_id
    where line.report_id = ${reportId} and line.answer is null
    order by ${kindRank("item")}, item.position limit 5`.execute(em.getKysely<unknown>())
  if (rows.length === 0) return
  const named = rows.map(({ kind, code }) => `${ITEM_KIND_IN_WORDS[kind]} ${code}`).join(", ")
  const more = Number(rows[0]?.total) > rows.length ? " …" : ""
  throw new Refused([
    {
      reason: "LINES_UNANSWERED",
      field: "id",
      message: `Còn ${rows[0]?.total} dòng chưa trả lời: ${named}${more}`,
    },
  ])
}

/** What is wrong with what is returned, by itself. */
export function returnRefusals(toCorrect: readonly FieldToCorrect[]): Refusal[] {
  if (toCorrect.length === 0)
    return [
      {
        reason: "NOTHING_RETURNED",
        field: "toCorrect",
        message: "Hãy chọn ít nhất một ô cần sửa và ghi lý do",
      },
    ]
  return toCorrect.flatMap((each, index) => {
    const field = `toCorrect.${index}.reason`
    const tooLong = lengthRefusals(each, { reason: LONGEST_TEXT }).map((refusal) => ({ ...refusal, field }))
    return each.reason.trim() === ""
      ? [{ reason: "REASON_MISSING", field, message: "Hãy ghi lý do trả lại ô này" }, ...tooLong]
      : tooLong
  })
}

/** @throws Refused with LINE_UNKNOWN for a line of another report */
async function writeReturn(
  em: EntityManager,
  { today }: RecordingContext,
  reportId: string,
  toCorrect: readonly FieldToCorrect[],
): Promise<void> {
  const db = em.getKysely<unknown>()
  const given = toCorrect.map(({ lineId, field, reason }) => ({
    line_id: uuidOf(lineId),
    field,
    reason: reason.trim(),
  }))
  const written = await sql<{ id: string }>`insert into report_return (id, report_id, recorded_on)
    values (gen_random_uuid(), ${reportId}, ${today}) returning id`.execute(db)
  const fields = await sql`insert into returned_field (return_id, line_id, field, reason)
    select ${written.rows[0]?.id}::uuid, line.id, given.field, given.reason
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given(line_id uuid, field text, reason text)
    join report_line line on line.id = given.line_id and line.report_id = ${reportId}
    join report_item item on item.id = line.item_id
      and (item.kind <> 'QUESTION' or given.field = any(${QUESTION_FIELDS}::text[]))
    on conflict do nothing returning line_id`.execute(db)
  if (fields.rows.length < toCorrect.length)
    throw new Refused([
      {
        reason: "LINE_UNKNOWN",
        field: "toCorrect",
        message: "Có ô không thuộc báo cáo này, hoặc được ghi hai lần",
      },
    ])
}

/** Tells those who follow that a report was moved on. */
export async function tellMove(
  em: EntityManager,
  { viewer }: RecordingContext,
  reportId: string,
  move: ReportMove,
): Promise<void> {
  const { rows } = await sql<{ agencyId: string; roundId: string; roundName: string }>`
    select report.agency_id as "agencyId", report.round_id as "roundId", round.name as "roundName"
    from agency_report report join round on round.id = report.round_id where report.id = ${reportId}`.execute(
    em.getKysely<unknown>(),
  )
  await announce(em, {
    type: `report.${NAMES[move]}`,
    subject: { kind: "AgencyReport", id: reportId },
    agencyIds: rows.map(({ agencyId }) => agencyId),
    actor: viewer.id,
    data: { roundId: rows[0]?.roundId, roundName: rows[0]?.roundName },
  })
}
