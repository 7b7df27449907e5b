import type { EntityManager } from "@mikro-orm/postgresql"
import {
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  Refused,
  recordRow,
  type StandingRow,
  uuidOf,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { AgencyReport } from "../report/agency-report.ts"
import { requireAnswers, requireMove, tellMove } from "../report/move-report.ts"
import { requireOwnReport } from "../report/own-report.ts"
import { MOVES } from "../report/report-state.ts"

/** What the file that was taken last says, and how the report stands to it. */
interface TakenFile {
  id: string
  approvedBy: string | null
  /** Whether the report was returned since. */
  outdated: boolean
  /** How many lines come from no file. */
  otherLines: number
}

/**
 * Sends a report on behalf of an agency without accounts: as its Excel file has it, approved by the head whom the file names.
 * @returns the report, or refusals: those of `recordRow` and `requireOwnReport`, MOVE_NOT_POSSIBLE, LINES_UNANSWERED, FILE_MISSING,
 * LINES_NOT_FROM_FILE, APPROVER_MISSING
 */
export async function enterReport(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<AgencyReport>> {
  const id = uuidOf(standing.id)
  const taken = id === null ? null : await takenFile(ctx.em, id)
  return recordRow(ctx, request, {
    entity: AgencyReport,
    table: "agency_report",
    standing,
    action: "entered",
    columns: {
      state: MOVES.ENTER.to,
      approved_by: taken?.approvedBy ?? null,
      approved_in_id: taken?.id ?? null,
      approved_at: null,
    },
    check: async (em, reportId) => {
      const report = await requireOwnReport(em, ctx, reportId)
      requireMove(report, ctx, "ENTER")
      await requireAnswers(em, reportId)
      // A file that was taken meanwhile has moved the report's version
      requireFile(taken)
    },
    alsoWrite: async (em, reportId) => {
      await sql`update agency_report set sent_on = coalesce(sent_on, ${ctx.today}) where id = ${reportId}`.execute(
        em.getKysely<unknown>(),
      )
      await tellMove(em, ctx, reportId, "ENTER")
    },
  })
}

async function takenFile(em: EntityManager, reportId: string): Promise<TakenFile | null> {
  const { rows } = await sql<TakenFile>`
    select taken.id, taken.approved_by as "approvedBy",
      taken.returns_before < (select count(*) from report_return where report_id = report.id) as outdated,
      (select count(*)::integer from report_line line
        where line.report_id = report.id and line.workbook_id is null) as "otherLines"
    from agency_report report join report_workbook taken on taken.id = report.workbook_id
    where report.id = ${reportId}`.execute(em.getKysely<unknown>())
  return rows[0] ?? null
}

function requireFile(taken: TakenFile | null): void {
  if (taken === null || taken.outdated) throw new Refused([FILE_MISSING])
  if (taken.otherLines > 0)
    throw new Refused([
      {
        reason: "LINES_NOT_FROM_FILE",
        field: "id",
        message: `Còn ${taken.otherLines} dòng không lấy từ tệp Excel của cơ quan, nên tên người duyệt trong tệp không duyệt các dòng đó`,
      },
    ])
  if (taken.approvedBy === null) throw new Refused([APPROVER_MISSING])
}

const FILE_MISSING = {
  reason: "FILE_MISSING",
  field: "id",
  message: "Chưa nhận tệp Excel nào của cơ quan cho lần gửi này; hãy tải tệp lên và nhận các dòng trước",
}

const APPROVER_MISSING = {
  reason: "APPROVER_MISSING",
  field: "id",
  message:
    "Tệp Excel không ghi người duyệt; hãy đề nghị cơ quan ghi họ và tên thủ trưởng đã duyệt rồi tải tệp lên lại",
}
