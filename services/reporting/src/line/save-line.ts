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
  type StandingRow,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { readableFiles } from "../evidence/files-of-reporting.ts"
import type { ReportItem } from "../item/report-item.ts"
import { holdReport } from "../report/hold-report.ts"
import { requireOwnReport } from "../report/own-report.ts"
import {
  answersOf,
  FIELDS,
  fieldsOf,
  type LineAnswer,
  type LineDetails,
  type ReportLineField,
  WRITTEN_FIELDS,
} from "./line-field.ts"
import { openFields } from "./open-fields.ts"
import { previousLine } from "./previous-line.ts"
import { ReportLine } from "./report-line.ts"

/**
 * Saves what is filled in on a line of the own agency's report, or of another's from the paper on which that one reported. What was
 * not returned stays as it is.
 * @returns the line, or refusals: those of `recordRow`, `requireOwnReport` and `lineRefusals`, REPORT_NOT_WRITABLE,
 * FIELD_NOT_RETURNED, FIELD_NOT_OF_QUESTION, ANSWER_NOT_OF_LINE
 */
export async function saveLine(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  details: LineDetails,
): Promise<Outcome<ReportLine>> {
  const refusals = lineRefusals(details)
  if (refusals.length > 0) return { refusals }
  return recordRow(ctx, request, {
    entity: ReportLine,
    table: "report_line",
    standing,
    holdFirst: holdReport,
    action: entersFromPaper(ctx) ? "entered-from-paper" : "filled-in",
    columns: {
      ...Object.fromEntries(
        Object.values(FIELDS).map(({ input, column }) => [column, textOf(details[input])]),
      ),
      workbook_id: null,
      entered_by: entersFromPaper(ctx) ? (ctx.viewer.name ?? ctx.viewer.id) : null,
    },
    check: async (em, id) => {
      const line = await standingLine(em, id)
      const report = await requireOwnReport(em, ctx, line.reportId)
      const open = openFields(report.state, await returnedLast(em, line.reportId, id), line.kind)
      const changed = WRITTEN_FIELDS.filter(
        (field) => textOf(line[FIELDS[field].input]) !== textOf(details[FIELDS[field].input]),
      )
      const shut = changed.filter((field) => !open.includes(field))
      const foreign = shut.filter((field) => !fieldsOf(line.kind).includes(field))
      if (foreign.length > 0) throw new Refused(foreign.map(notOfQuestion))
      if (shut.length > 0) throw new Refused(shut.map((field) => refusalOf(field, open.length > 0)))
      // Saved as they were, the words would still be said to be somebody else's
      if (open.length === 0) throw new Refused([NOT_WRITABLE])
      const foreignAnswer = changed.includes("ANSWER") ? answerRefusals(details.answer, line) : []
      if (foreignAnswer.length > 0) throw new Refused(foreignAnswer)
    },
  })
}

/**
 * Replaces the files that prove what a line says.
 * @returns the line, or refusals: those of `recordRow`, `requireOwnReport` and `attachFiles`, REPORT_NOT_WRITABLE, FIELD_NOT_RETURNED
 */
export async function attachLineFiles(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  fileIds: readonly string[],
): Promise<Outcome<ReportLine>> {
  return recordRow(ctx, request, {
    entity: ReportLine,
    table: "report_line",
    standing,
    holdFirst: holdReport,
    action: "files-attached",
    columns: {
      file_ids: eachOnce(fileIds),
      ...(entersFromPaper(ctx) && { workbook_id: null, entered_by: ctx.viewer.name ?? ctx.viewer.id }),
    },
    check: async (em, id) => {
      const line = await standingLine(em, id)
      const report = await requireOwnReport(em, ctx, line.reportId)
      const open = openFields(report.state, await returnedLast(em, line.reportId, id), line.kind)
      if (!open.includes("FILES")) throw new Refused([refusalOf("FILES", open.length > 0)])
      await attachFiles(em, ctx.viewer, fileIds, {
        field: "fileIds",
        owner: `report_line ${line.code}`,
        readable: readableFiles(ctx.viewer),
      })
    },
  })
}

/** Whoever does not write for an agency of their own writes down what another one sent on paper. */
function entersFromPaper({ viewer }: RecordingContext): boolean {
  return !hasScope(viewer, "reports:draft:own")
}

function textOf(value: string | number | null): string | null {
  return value === null || value === "" ? null : String(value)
}

type StandingLine = LineDetails &
  Pick<ReportLine, "reportId"> &
  Pick<ReportItem, "code" | "kind"> & {
    /** Whether the same was answered in a report of an earlier round that was sent. */
    answeredBefore: boolean
  }

async function standingLine(em: EntityManager, id: string): Promise<StandingLine> {
  const { rows } = await sql<StandingLine>`
    select line.report_id as "reportId", line.answer, line.progress, line.result_document as "resultDocument",
      line.percentage, line.difficulties, line.proposal, line.next_plan as "nextPlan", item.code, item.kind,
      exists (${previousLine(sql`earlier.id`)}) as "answeredBefore"
    from report_line line join report_item item on item.id = line.item_id
    join agency_report report on report.id = line.report_id join round on round.id = report.round_id
    where line.id = ${id}`.execute(em.getKysely<unknown>())
  const [line] = rows
  if (line === undefined) throw new Refused([notFound("id", id)])
  return line
}

/** What of the line was returned last; null where nothing of its report ever was. */
async function returnedLast(
  em: EntityManager,
  reportId: string,
  lineId: string,
): Promise<ReportLineField[] | null> {
  const { rows } = await sql<{ fields: ReportLineField[] }>`
    select array(select field from returned_field where return_id = last.id and line_id = ${lineId}) as fields
    from report_return last where last.report_id = ${reportId} order by last.position desc limit 1`.execute(
    em.getKysely<unknown>(),
  )
  return rows[0]?.fields ?? null
}

function refusalOf(field: ReportLineField, writable: boolean): Refusal {
  return writable
    ? {
        reason: "FIELD_NOT_RETURNED",
        field: inputOf(field),
        message: "Ô này không bị trả lại nên không sửa được",
      }
    : { ...NOT_WRITABLE, field: inputOf(field) }
}

const NOT_WRITABLE = {
  reason: "REPORT_NOT_WRITABLE",
  field: "id",
  message: "Báo cáo hoặc dòng này hiện không mở để sửa",
}

function notOfQuestion(field: ReportLineField): Refusal {
  return {
    reason: "FIELD_NOT_OF_QUESTION",
    field: inputOf(field),
    message: "Câu hỏi chỉ có câu trả lời, nội dung trả lời và tệp kèm theo; hãy ghi vào nội dung trả lời",
  }
}

function inputOf(field: ReportLineField): string {
  return field === "FILES" ? "fileIds" : FIELDS[field].input
}

const LONGEST = {
  progress: LONGEST_TEXT,
  resultDocument: LONGEST_LINE,
  difficulties: LONGEST_TEXT,
  proposal: LONGEST_TEXT,
  nextPlan: LONGEST_TEXT,
}

/** What is wrong with an answer on this line: ANSWER_NOT_OF_LINE. */
export function answerRefusals(
  answer: LineAnswer | null,
  { kind, answeredBefore }: Pick<StandingLine, "kind" | "answeredBefore">,
): Refusal[] {
  if (answer === null || answersOf(kind, answeredBefore).includes(answer)) return []
  return [
    {
      reason: "ANSWER_NOT_OF_LINE",
      field: "answer",
      message:
        "Câu hỏi này kỳ trước chưa được trả lời nên không có gì để so sánh; hãy ghi nội dung trả lời, hoặc chọn “Không có gì báo cáo”",
    },
  ]
}

/** What is wrong with a line, by itself: TEXT_TOO_LONG, PERCENTAGE_OUT_OF_RANGE, PROGRESS_MISSING. */
export function lineRefusals(details: LineDetails): Refusal[] {
  const { answer, progress, percentage } = details
  const refusals = lengthRefusals(details, LONGEST)
  if (percentage !== null && (percentage < 0 || percentage > 100))
    refusals.push({
      reason: "PERCENTAGE_OUT_OF_RANGE",
      field: "percentage",
      message: `Tỷ lệ ${percentage} phải từ 0 đến 100`,
    })
  if (answer === "REPORTED" && (progress === null || progress.trim() === ""))
    refusals.push({
      reason: "PROGRESS_MISSING",
      field: "progress",
      message:
        "Hãy ghi tiến độ, nội dung trả lời, hoặc chọn “không thay đổi” hay “không có nội dung báo cáo”",
    })
  return refusals
}
