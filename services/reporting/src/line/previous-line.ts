import { type RawBuilder, sql } from "kysely"
import { ARRIVED } from "../report/report-state.ts"

/**
 * What the same agency, or one that it follows, last answered on the same item, or to a question in the same words, in a report of
 * an earlier round that it sent. In scope are `item`, `report` and `round`, those of the line that it is compared with.
 * @param columns of `earlier`, the line of that round
 */
export function previousLine(columns: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select ${columns} from agency_answering answering
    join agency_report earlier_report on earlier_report.agency_id = answering.agency_id
      and earlier_report.state = any(${ARRIVED}::text[])
    join round earlier_round on earlier_round.id = earlier_report.round_id
      and (earlier_round.cut_off_on, earlier_round.id) < (round.cut_off_on, round.id)
    join report_item same on same.subject = item.subject
    join report_line earlier on earlier.report_id = earlier_report.id and earlier.item_id = same.id
      and earlier.answer is not null
    where answering.answering_id = report.agency_id
    order by earlier_round.cut_off_on desc, earlier_round.id desc, earlier_report.agency_id <> report.agency_id
    limit 1`
}
