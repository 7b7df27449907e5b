import type { CalendarDate } from "@plan43/calendar"
import {
  batched,
  type Connection,
  connectionType,
  historyOf,
  type List,
  listBelow,
  listPage,
  OrderDirection,
  type PageArguments,
  type PageRequest,
  pageRequestOf,
  parentId,
  type RequestContext,
  rowById,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Field, InputType, Int, ObjectType } from "type-graphql"
import { ReportLine } from "../line/report-line.ts"
import { columnsFor, readableReports, recordedOf } from "../reading/readable.ts"
import { RoundStage, stageIn } from "../round/round-stage.ts"
import { AgencyReport } from "./agency-report.ts"
import { ARRIVED, ReportState } from "./report-state.ts"

export const AgencyReportConnection = connectionType("AgencyReport", () => AgencyReport)
export const ReportLineConnection = connectionType("ReportLine", () => ReportLine)

@InputType({ description: "Which reports; values are alternatives" })
export class AgencyReportFilter {
  @Field(() => [ReportState], { nullable: true })
  state?: ReportState[] | null

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it came, or is still missing, after its day; or not",
  })
  late?: boolean | null
}

@InputType({ description: "Which reports of all rounds; conditions add up, values of one are alternatives" })
export class AgencyReportsFilter extends AgencyReportFilter {
  @Field(() => [RoundStage], { nullable: true })
  roundStage?: RoundStage[] | null
}

/** Of a report (alias `r`) in a round (alias `due`). */
function conditionsOf({ today }: RequestContext, filter: AgencyReportFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  if (filter.state != null) conditions.push(sql<SqlBool>`r.state = any(${filter.state}::text[])`)
  if (filter.late != null) conditions.push(sql<SqlBool>`(${late(today)}) = ${filter.late}`)
  return conditions
}

/** As `isLate`, which a test holds it to. */
const late = (today: CalendarDate) => sql<SqlBool>`
  case when r.sent_on is not null then coalesce(r.received_on, r.sent_on) > due.agencies_due_on
    else r.state <> all(${ARRIVED}::text[]) and ${today}::date > due.agencies_due_on end`

@ObjectType({ simpleResolvers: true, description: "How many reports of a round stand where" })
export class ReportTally {
  @Field(() => ReportState)
  state!: ReportState

  @Field(() => Int)
  count!: number
}

/** How far a report has come, the least first: the order of the states. */
const RANK = sql`array_position(array['DRAFT', 'RETURNED', 'SUBMITTED_FOR_APPROVAL', 'APPROVED', 'SENT', 'ACCEPTED', 'INCLUDED'], r.state)`

/** Names of officers are nobody's who reads only what was published. */
const UNPUBLISHED = ["approved_by"]

/** How many lines were answered: none of a silent agency. */
const ANSWERED = sql`(select count(*)::integer from report_line l where l.report_id = r.id and l.answer is not null)`

/** The reports of a round: the silent first, then those that have come least far; by name. */
export const reportsOfRound = listBelow(
  async (
    ctx: RequestContext,
    { filter, page }: { filter: AgencyReportFilter; page: PageRequest },
  ): Promise<List<AgencyReport>> => {
    return {
      entity: AgencyReport,
      from: sql`agency_report r join agency_reference named on named.id = r.agency_id
        join round due on due.id = r.round_id`,
      columns: columnsFor(ctx.viewer, "r", UNPUBLISHED),
      conditions: [
        sql<SqlBool>`r.round_id = ${parentId}`,
        readableReports(ctx.viewer),
        ...conditionsOf(ctx, filter),
      ],
      ordering: {
        name: "SILENT_FIRST",
        direction: OrderDirection.ASC,
        keys: [
          { expression: RANK, type: "integer" },
          { expression: ANSWERED, type: "integer" },
          { expression: sql`named.name collate "vi-x-icu"`, type: "text" },
          { expression: sql`r.id`, type: "uuid" },
        ],
      },
      page,
    }
  },
)

/** Reports of all rounds that the viewer may read: the soonest due first. */
export async function findReports(
  ctx: RequestContext,
  { roundStage, ...filter }: AgencyReportsFilter,
  page: PageArguments,
): Promise<Connection<AgencyReport>> {
  const conditions = [readableReports(ctx.viewer), ...conditionsOf(ctx, filter)]
  if (roundStage != null) conditions.push(sql<SqlBool>`${stageIn("due")} = any(${roundStage}::text[])`)
  return listPage(ctx, {
    entity: AgencyReport,
    from: sql`agency_report r join round due on due.id = r.round_id`,
    columns: columnsFor(ctx.viewer, "r", UNPUBLISHED),
    conditions,
    ordering: {
      name: "AGENCIES_DUE_ON",
      direction: OrderDirection.ASC,
      keys: [
        { expression: sql`due.agencies_due_on`, type: "date" },
        { expression: sql`r.id`, type: "uuid" },
      ],
    },
    page: pageRequestOf(page),
  })
}

/** A report by identifier; null also for one that the viewer may not read. */
export const reportById = rowById(AgencyReport, ({ viewer }) => ({
  from: sql`agency_report r`,
  columns: columnsFor(viewer, "r", UNPUBLISHED),
  id: sql`r.id`,
  conditions: [readableReports(viewer)],
}))

/** How many reports of a round that the viewer may read stand at each state that any of them is at. */
export const tallyOfRound = batched(
  async ({ em, viewer }, roundIds: readonly string[]): Promise<ReportTally[][]> => {
    const { rows } = await sql<{ round_id: string; state: ReportState; count: number }>`
      select r.round_id, r.state, count(*)::integer as count from agency_report r
      where r.round_id = any(${roundIds}::uuid[]) and ${readableReports(viewer)}
      group by r.round_id, r.state order by ${RANK}`.execute(em.getKysely<unknown>())
    return roundIds.map((id) =>
      rows
        .filter((row) => row.round_id === id)
        .map(({ state, count }) => Object.assign(new ReportTally(), { state, count })),
    )
  },
)

/** How many lines of a report there are, and how many of them are answered. */
export const answeredOf = batched(
  async ({ em }, reportIds: readonly string[]): Promise<{ lines: number; answered: number }[]> => {
    const { rows } = await sql<{ report_id: string; lines: number; answered: number }>`
      select report_id, count(*)::integer as lines, count(answer)::integer as answered from report_line
      where report_id = any(${reportIds}::uuid[]) group by report_id`.execute(em.getKysely<unknown>())
    const counted = new Map(rows.map((row) => [row.report_id, row]))
    return reportIds.map((id) => counted.get(id) ?? { lines: 0, answered: 0 })
  },
)

/** Who moved a report on, when and why. */
export const historyOfReport = historyOf(({ viewer }) => ({
  sources: [
    {
      entity: "agency_report",
      ids: sql`select r.id from agency_report r where r.id = ${parentId} and ${recordedOf.report(viewer)}`,
    },
  ],
  names: sql`select id, name from agency_reference union all select id, name from round union all select id, name from evidence_file
    union all select id, case when workbook_id is null then 'bản giấy' else 'tệp Excel' end from report_entry`,
}))
