import type { EntityManager } from "@mikro-orm/postgresql"
import { type CalendarDate, inFigures } from "@plan43/calendar"
import type { TaskStatus } from "@plan43/official-tally"
import { sql } from "kysely"
import { kindRank } from "../item/item-order.ts"
import type { LineDetails, ReportLineField } from "../line/line-field.ts"
import { openFields } from "../line/open-fields.ts"
import { previousLine } from "../line/previous-line.ts"
import type { ReportState } from "../report/report-state.ts"
import { numberInWords, STATUS_IN_WORDS } from "../synthesis/words.ts"
import { ANSWERS, type FormLine, type ReportForm } from "./report-form.ts"

interface Recorded {
  status: TaskStatus | null
  dueOn: CalendarDate | null
  progress: string | null
  resultDocument: string | null
  percentage: number | null
  difficulties: string | null
  nextStep: string | null
  /** A decimal, as PostgreSQL writes it. */
  value: string | null
  periodEnd: CalendarDate | null
  provisional: boolean | null
  measuredBy: string | null
}

interface LineRow extends Omit<FormLine, "openFields" | "recorded" | "previous" | "answeredBefore"> {
  recorded: Recorded | null
  previous: LineDetails | null
  /** What of it was returned last; null where nothing of its report ever was. */
  returned: ReportLineField[] | null
}

/** Reads what a report's form is made of, as it is now; two statements. @returns null where there is no such report */
export async function gatherForm(em: EntityManager, reportId: string): Promise<ReportForm | null> {
  const db = em.getKysely<unknown>()
  const { rows } = await sql<Omit<ReportForm, "lines"> & { state: ReportState }>`
    select r.id as "reportId", r.state, e.id as "roundId", e.name as "roundName",
      coalesce(named.name, named.code) as "agencyName", e.cut_off_on as "cutOffOn", e.agencies_due_on as "agenciesDueOn",
      (select simulated from tasks.reported_simulation()) as simulated
    from agency_report r join round e on e.id = r.round_id join agency_reference named on named.id = r.agency_id
    where r.id = ${reportId}`.execute(db)
  const [report] = rows
  if (report === undefined) return null
  const { rows: lines } = await sql<LineRow>`
    select line.id, line.version, line.workbook_id is not null as "fromWorkbook", item.kind, item.code, item.name,
      ${detailsOf(sql.ref("line"))},
      case when filled.line_id is not null then jsonb_build_object('status', filled.status, 'dueOn', filled.due_on,
        'progress', filled.progress, 'resultDocument', filled.result_document, 'percentage', filled.percentage,
        'difficulties', filled.difficulties, 'nextStep', filled.next_step, 'value', filled.value::text,
        'periodEnd', filled.period_end, 'provisional', filled.provisional, 'measuredBy', filled.measured_by) end as recorded,
      (select to_jsonb(before) from (${previousLine(detailsOf(sql.ref("earlier")))}) before) as previous,
      (select array(select returned.field from returned_field returned
          where returned.return_id = last.id and returned.line_id = line.id)
        from report_return last where last.report_id = report.id order by last.position desc limit 1) as returned
    from report_line line join report_item item on item.id = line.item_id
    join agency_report report on report.id = line.report_id join round on round.id = report.round_id
    left join line_prefill filled on filled.line_id = line.id
    where line.report_id = ${reportId} order by ${kindRank("item")}, item.position, line.id`.execute(db)
  const { state, ...form } = report
  return {
    ...form,
    lines: lines.map(({ recorded, previous, returned, ...line }) => ({
      ...line,
      openFields: openFields(state, returned, line.kind),
      recorded: recorded === null ? "" : recordedInWords(recorded),
      previous: previous === null ? "" : lineInWords(previous),
      answeredBefore: previous !== null,
    })),
  }
}

function detailsOf(line: ReturnType<typeof sql.ref>) {
  return sql`${line}.answer, ${line}.progress, ${line}.result_document as "resultDocument", ${line}.percentage,
    ${line}.difficulties, ${line}.proposal, ${line}.next_plan as "nextPlan"`
}

function recordedInWords(recorded: Recorded): string {
  const { status, dueOn, value, periodEnd, provisional } = recorded
  return inLines([
    ["Trạng thái", status && STATUS_IN_WORDS[status]],
    ["Hạn", dueOn && inFigures(dueOn)],
    [
      "Giá trị",
      value &&
        `${numberInWords(Number(value))}${periodEnd === null ? "" : `, kỳ đến ${inFigures(periodEnd)}`}${provisional === true ? " (ước tính)" : ""}`,
    ],
    ["Nguồn", recorded.measuredBy],
    ["Tiến độ", recorded.progress],
    ["Văn bản", recorded.resultDocument],
    ["Tỷ lệ", recorded.percentage === null ? null : `${recorded.percentage}%`],
    ["Khó khăn", recorded.difficulties],
    ["Tiếp theo", recorded.nextStep],
  ])
}

function lineInWords(line: LineDetails): string {
  return inLines([
    ["Trả lời", line.answer && ANSWERS[line.answer]],
    ["Tiến độ", line.progress],
    ["Văn bản", line.resultDocument],
    ["Tỷ lệ", line.percentage === null ? null : `${line.percentage}%`],
    ["Khó khăn", line.difficulties],
    ["Đề xuất", line.proposal],
    ["Kế hoạch", line.nextPlan],
  ])
}

/** What is there, each under its name on a line of its own. */
function inLines(facts: readonly (readonly [string, string | null])[]): string {
  return facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join("\n")
}
