import { randomUUID } from "node:crypto"
import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { attachFiles, eachOnce } from "@plan43/evidence"
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
import { readableFiles } from "../evidence/files-of-reporting.ts"
import { AgencyReport } from "../report/agency-report.ts"
import { holdRound } from "../report/hold-report.ts"
import { requireAnswers, requireMove, tellMove } from "../report/move-report.ts"
import { requireOwnReport } from "../report/own-report.ts"
import { MOVES } from "../report/report-state.ts"
import { paperRefusals, type Receipt, type ReceivedPaper, receivedOnRefusals } from "./entry-refusals.ts"

/** What the file that was taken last says, and how the report stands to it. */
interface TakenFile {
  id: string
  approvedBy: string | null
  approvedOn: CalendarDate | null
  /** Whether the report was returned since. */
  outdated: boolean
  /** How many lines come from no file. */
  otherLines: number
}

/** Who approved a report, and where that stands. */
interface Approval {
  approvedBy: string
  approvedOn: CalendarDate | null
  workbookId: string | null
  fileIds: readonly string[]
}

/**
 * Sends a report on behalf of its agency, as the Excel file that was taken last or a paper has it, approved by the head whom that
 * names. It counts by the day on which it reached the Department.
 * @returns the report, or refusals: those of `recordRow`, `requireOwnReport`, `attachFiles`, `receivedOnRefusals` and
 * `paperRefusals`, MOVE_NOT_POSSIBLE, LINES_UNANSWERED; of a file FILE_MISSING, LINES_NOT_FROM_FILE, APPROVER_MISSING; of a paper
 * LINES_NOT_FROM_PAPER
 */
export async function enterReport(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  { receivedOn, paper }: Receipt,
): Promise<Outcome<AgencyReport>> {
  const refusals = paper === null ? [] : paperRefusals(paper, receivedOn)
  if (refusals.length > 0) return { refusals }
  const id = uuidOf(standing.id)
  const taken = id === null || paper !== null ? null : await takenFile(ctx.em, id)
  const approval = paper === null ? approvalOfFile(taken) : approvalOfPaper(paper)
  const entryId = randomUUID()
  return recordRow(ctx, request, {
    entity: AgencyReport,
    table: "agency_report",
    standing,
    holdFirst: holdRound,
    action: paper === null ? "entered" : "entered-from-paper",
    about: { receivedOn, paper },
    columns: {
      state: MOVES.ENTER.to,
      approved_by: approval?.approvedBy ?? null,
      approved_in_id: approval?.workbookId ?? null,
      approved_at: null,
    },
    check: async (em, reportId) => {
      const report = await requireOwnReport(em, ctx, reportId)
      requireMove(report, ctx, "ENTER")
      await requirePossibleDay(em, ctx, reportId, receivedOn)
      await requireAnswers(em, reportId)
      // A file that was taken meanwhile has moved the report's version
      if (paper === null) requireFile(taken)
      else await requirePaperLines(em, reportId)
    },
    alsoWrite: async (em, reportId) => {
      if (approval === null) return
      if (paper !== null)
        await attachFiles(em, ctx.viewer, paper.fileIds, {
          field: "paper.fileIds",
          owner: `report_entry ${entryId}`,
          readable: readableFiles(ctx.viewer),
        })
      await writeEntry(em, ctx, { entryId, reportId, receivedOn, approval })
      await tellMove(em, ctx, reportId, "ENTER")
    },
  })
}

async function takenFile(em: EntityManager, reportId: string): Promise<TakenFile | null> {
  const { rows } = await sql<TakenFile>`
    select taken.id, taken.approved_by as "approvedBy", taken.approved_on as "approvedOn",
      taken.returns_before < (select count(*) from report_return where report_id = report.id) as outdated,
      (select count(*)::integer from report_line line
        where line.report_id = report.id and line.workbook_id is null) as "otherLines"
    from agency_report report join report_workbook taken on taken.id = report.workbook_id
    where report.id = ${reportId}`.execute(em.getKysely<unknown>())
  return rows[0] ?? null
}

function approvalOfFile(taken: TakenFile | null): Approval | null {
  if (taken === null || taken.approvedBy === null) return null
  return {
    approvedBy: taken.approvedBy,
    approvedOn: taken.approvedOn,
    workbookId: taken.id,
    fileIds: [],
  }
}

function approvalOfPaper({ approvedBy, approvedOn, fileIds }: ReceivedPaper): Approval {
  return { approvedBy: approvedBy.trim(), approvedOn, workbookId: null, fileIds: eachOnce(fileIds) }
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

/** @throws Refused as `receivedOnRefusals` */
async function requirePossibleDay(
  em: EntityManager,
  { today }: RecordingContext,
  reportId: string,
  receivedOn: CalendarDate,
): Promise<void> {
  const { rows } = await sql<{ openedOn: CalendarDate; returnedOn: CalendarDate | null }>`
    select round.opened_on as "openedOn",
      (select max(recorded_on) from report_return where report_id = report.id) as "returnedOn"
    from agency_report report join round on round.id = report.round_id
    where report.id = ${reportId}`.execute(em.getKysely<unknown>())
  const refusals = rows.flatMap((days) => receivedOnRefusals(receivedOn, { ...days, today }))
  if (refusals.length > 0) throw new Refused(refusals)
}

/**
 * The head who signed the paper approves what was entered of it, or stands in a file that was taken; what the agency wrote on the
 * platform no head has approved. After a return that concerns the lines that were returned: the others had been approved before.
 * @throws Refused with LINES_NOT_FROM_PAPER
 */
async function requirePaperLines(em: EntityManager, reportId: string): Promise<void> {
  const { rows } = await sql<{ others: number }>`
    with last as (select id from report_return where report_id = ${reportId} order by position desc limit 1)
    select count(*)::integer as others from report_line line
    where line.report_id = ${reportId} and line.entered_by is null and line.workbook_id is null
      and (not exists (select 1 from last) or line.id in (
        select returned.line_id from returned_field returned join last on last.id = returned.return_id))`.execute(
    em.getKysely<unknown>(),
  )
  const others = rows[0]?.others ?? 0
  if (others > 0)
    throw new Refused([
      {
        reason: "LINES_NOT_FROM_PAPER",
        field: "id",
        message: `Còn ${others} dòng do cơ quan tự ghi trên hệ thống; người ký bản giấy chỉ duyệt các dòng nhập từ bản giấy, nên hãy đối chiếu và nhập các dòng đó`,
      },
    ])
}

/** Keeps how the report came; it came for the first time, unless it had been sent before. */
async function writeEntry(
  em: EntityManager,
  { viewer, today }: RecordingContext,
  {
    entryId,
    reportId,
    receivedOn,
    approval: { approvedBy, approvedOn, workbookId, fileIds },
  }: { entryId: string; reportId: string; receivedOn: CalendarDate; approval: Approval },
): Promise<void> {
  const db = em.getKysely<unknown>()
  await sql`insert into report_entry (id, report_id, received_on, workbook_id, file_ids, approved_by, approved_on,
      entered_by, entered_by_name, recorded_on)
    values (${entryId}, ${reportId}, ${receivedOn}, ${workbookId}, ${[...fileIds]}::uuid[], ${approvedBy}, ${approvedOn},
      ${viewer.id}, ${viewer.name}, ${today})`.execute(db)
  await sql`update agency_report set entry_id = ${entryId}, sent_on = coalesce(sent_on, ${today}),
      received_on = case when sent_on is null then ${receivedOn}::date else received_on end
    where id = ${reportId}`.execute(db)
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
