import type { EntityManager } from "@mikro-orm/postgresql"
import { attachFiles } from "@plan43/evidence"
import { announce } from "@plan43/outbox"
import {
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  Refused,
  recordAudits,
  recordRow,
  type StandingRow,
  uuidOf,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { FIELDS } from "../line/line-field.ts"
import { AgencyReport } from "../report/agency-report.ts"
import { holdRound } from "../report/hold-report.ts"
import { requireOwnReport } from "../report/own-report.ts"
import { WRITABLE } from "../report/report-state.ts"
import { type CheckedForm, checkForm, type RightLine } from "./check-form.ts"
import { fileNotReady, ownUpload, readUpload, type UploadedFile } from "./check-workbook.ts"
import { type FormProblem, placeOfProblem } from "./form-problem.ts"
import { gatherForm } from "./gather-form.ts"
import type { WorkbookTaking } from "./workbook.input.ts"

/**
 * Takes the lines of a report from the Excel file that its agency sent, on its behalf. The file is kept; each line says that it comes
 * from it. Nothing is written unless all of the file is right, or the coordinator says that the right lines are to be taken alone.
 * @returns the report, or refusals: those of `recordRow` and `requireOwnReport`, REPORT_NOT_WRITABLE, FILE_NOT_READY, NOTHING_TO_TAKE,
 * and the code of each problem of the file, with its place
 */
export async function takeWorkbook(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  { fileId, taking }: { fileId: string; taking: WorkbookTaking },
): Promise<Outcome<AgencyReport>> {
  const workbookId = uuidOf(fileId)
  if (workbookId === null) return { refusals: [fileNotReady()] }
  return recordRow(ctx, request, {
    entity: AgencyReport,
    table: "agency_report",
    standing,
    holdFirst: holdRound,
    action: "file-taken",
    about: taking,
    columns: { workbook_id: workbookId },
    alsoWrite: async (em, id) => {
      const report = await requireOwnReport(em, ctx, id)
      if (!WRITABLE.includes(report.state)) throw new Refused([NOT_WRITABLE])
      const file = await ownUpload(em, ctx, fileId)
      const checked = await checkUpload(em, ctx, id, file)
      requireTakeable(checked, taking)
      await attachFiles(em, ctx.viewer, [file.id], {
        field: "fileId",
        owner: `report_workbook ${workbookId}`,
        readable: sql`false`,
      })
      await writeWorkbook(em, ctx, { reportId: id, file, checked })
      await writeLines(em, ctx, workbookId, checked.right)
      await announce(em, {
        type: "report.file-taken",
        subject: { kind: "AgencyReport", id },
        agencyIds: [report.agencyId],
        actor: ctx.viewer.id,
        data: { roundId: report.roundId, workbookId },
      })
    },
  })
}

async function checkUpload(
  em: EntityManager,
  { today }: RecordingContext,
  reportId: string,
  file: UploadedFile,
): Promise<CheckedForm> {
  const form = await gatherForm(em, reportId)
  if (form === null) throw new Refused([notFound("id", reportId)])
  const read = await readUpload(file)
  if ("problem" in read) throw new Refused([refusalOf(read.problem)])
  return checkForm(read.workbook, form, today)
}

function requireTakeable({ problems, right }: CheckedForm, taking: WorkbookTaking): void {
  const against = taking === "ALL" ? problems : problems.filter(({ reach }) => reach === "FILE")
  if (against.length > 0) throw new Refused(against.map(refusalOf))
  if (right.length === 0) throw new Refused([NOTHING])
}

function refusalOf(problem: FormProblem): Refusal {
  const place = placeOfProblem(problem)
  return {
    reason: problem.code,
    field: "fileId",
    message: place === "" ? problem.message : `${place}: ${problem.message}`,
  }
}

async function writeWorkbook(
  em: EntityManager,
  { viewer, today }: RecordingContext,
  {
    reportId,
    file,
    checked: { approvedBy, approvedOn, right, problems },
  }: { reportId: string; file: UploadedFile; checked: CheckedForm },
): Promise<void> {
  const left = new Set(problems.flatMap(({ lineId }) => lineId ?? []))
  await sql`insert into report_workbook (id, report_id, sha256, approved_by, approved_on, lines_taken, lines_left,
      returns_before, taken_by, taken_by_name, recorded_on)
    values (${file.id}, ${reportId}, ${file.sha256}, ${approvedBy}, ${approvedOn}, ${right.length}, ${left.size},
      (select count(*) from report_return where report_id = ${reportId}), ${viewer.id}, ${viewer.name}, ${today})`.execute(
    em.getKysely<unknown>(),
  )
}

/** Writes the lines in one statement; each has its own entry in the history. */
async function writeLines(
  em: EntityManager,
  ctx: RecordingContext,
  workbookId: string,
  right: readonly RightLine[],
): Promise<void> {
  const given = right.map(({ line, details }) => ({
    id: line.id,
    ...Object.fromEntries(Object.values(FIELDS).map(({ input, column }) => [column, details[input]])),
  }))
  const columns = sql.join(Object.values(FIELDS).map(({ column }) => sql.ref(column)))
  const givenColumns = sql.join(Object.values(FIELDS).map(({ column }) => sql.ref(`given.${column}`)))
  const { rows } = await sql<{ id: string; before: string; after: string }>`
    with given as (select * from jsonb_populate_recordset(null::report_line, ${JSON.stringify(given)}::jsonb)),
      before as (select line.id, to_jsonb(line)::text as row from report_line line join given on given.id = line.id
        for update of line)
    update report_line line set (${columns}) = row(${givenColumns}), workbook_id = ${workbookId}, entered_by = null,
      version = line.version + 1, updated_at = now()
    from given join before on before.id = given.id where line.id = given.id
    returning line.id, before.row as before, to_jsonb(line)::text as after`.execute(em.getKysely<unknown>())
  await recordAudits(
    em,
    ctx,
    rows.map(({ id, before, after }) => ({
      action: "report_line.filled-in-by-file",
      entity: "report_line",
      entityId: id,
      before,
      after,
      reason: null,
    })),
  )
}

const NOT_WRITABLE = {
  reason: "REPORT_NOT_WRITABLE",
  field: "id",
  message: "Báo cáo này hiện không mở để sửa nên không nhận tệp; chỉ nhận khi đang soạn hoặc bị trả lại",
}

const NOTHING = {
  reason: "NOTHING_TO_TAKE",
  field: "fileId",
  message: "Không có dòng nào đúng để nhận",
}
