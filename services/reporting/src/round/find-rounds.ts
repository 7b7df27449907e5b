import {
  badInput,
  type Connection,
  connectionType,
  hasScope,
  historyOf,
  listPage,
  matchesText,
  OrderDirection,
  type PageArguments,
  pageRequestOf,
  parentId,
  type RequestContext,
  rowById,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Field, InputType, registerEnumType } from "type-graphql"
import { CITY_FIGURES, columnsOfRounds, readableRounds, recordedOf } from "../reading/readable.ts"
import { ReportingRound, RoundKind } from "./round.ts"
import { RoundStage, stageIn } from "./round-stage.ts"

export const ReportingRoundConnection = connectionType("ReportingRound", () => ReportingRound)

@InputType({ description: "Which rounds; conditions add up, values of one condition are alternatives" })
export class RoundFilter {
  @Field(() => String, { nullable: true, description: "Every word of the name, without case and diacritics" })
  text?: string | null

  @Field(() => [RoundKind], { nullable: true })
  kind?: RoundKind[] | null

  @Field(() => [RoundStage], { nullable: true })
  stage?: RoundStage[] | null
}

export enum ReportingRoundOrderField {
  AGENCIES_DUE_ON = "AGENCIES_DUE_ON",
  CUT_OFF_ON = "CUT_OFF_ON",
  NAME = "NAME",
}
registerEnumType(ReportingRoundOrderField, { name: "ReportingRoundOrderField" })

@InputType()
export class ReportingRoundOrder {
  @Field(() => ReportingRoundOrderField)
  field!: ReportingRoundOrderField

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC })
  direction!: OrderDirection
}

const KEYS = {
  [ReportingRoundOrderField.AGENCIES_DUE_ON]: [
    { expression: sql`e.agencies_due_on`, type: "date" },
    { expression: sql`e.id`, type: "uuid" },
  ],
  [ReportingRoundOrderField.CUT_OFF_ON]: [
    { expression: sql`e.cut_off_on`, type: "date" },
    { expression: sql`e.id`, type: "uuid" },
  ],
  [ReportingRoundOrderField.NAME]: [
    { expression: sql`e.name collate "vi-x-icu"`, type: "text" },
    { expression: sql`e.id`, type: "uuid" },
  ],
} as const

const LAST_DUE_FIRST: ReportingRoundOrder = {
  field: ReportingRoundOrderField.AGENCIES_DUE_ON,
  direction: OrderDirection.DESC,
}

function conditionsOf({ viewer }: RequestContext, filter: RoundFilter): RawBuilder<SqlBool>[] {
  const conditions = [readableRounds(viewer)]
  if (filter.text != null) conditions.push(matchesText(sql`e.search_text`, filter.text))
  if (filter.kind != null) conditions.push(sql<SqlBool>`e.kind = any(${filter.kind}::text[])`)
  if (filter.stage != null) conditions.push(sql<SqlBool>`${stageIn("e")} = any(${filter.stage}::text[])`)
  return conditions
}

/** The rounds that a filter selects; without an order the last due first. */
export async function findRounds(
  ctx: RequestContext,
  filter: RoundFilter,
  order: ReportingRoundOrder | null,
  page: PageArguments,
): Promise<Connection<ReportingRound>> {
  const { field, direction } = order ?? LAST_DUE_FIRST
  return listPage(ctx, {
    entity: ReportingRound,
    from: sql`round e`,
    columns: columnsOfRounds(ctx.viewer),
    conditions: conditionsOf(ctx, filter),
    ordering: { name: field, direction, keys: KEYS[field] },
    page: pageRequestOf(page),
  })
}

/** A round by identifier; null also for one that the viewer may not read. */
export const roundById = rowById(ReportingRound, ({ viewer }) => ({
  from: sql`round e`,
  columns: columnsOfRounds(viewer),
  id: sql`e.id`,
  conditions: [readableRounds(viewer)],
}))

/**
 * The round in which the plan asks for a half of a year, the last cut off where there are several; null where there is none, or
 * the viewer may not read it.
 * @throws BAD_USER_INPUT with reason HALF_INCOMPLETE or HALF_UNKNOWN
 */
export async function roundOfHalf(
  ctx: RequestContext,
  { year, half }: { year: number | null | undefined; half: number | null | undefined },
): Promise<ReportingRound | null> {
  if (year == null || half == null)
    throw badInput({
      reason: "HALF_INCOMPLETE",
      argument: year == null ? "year" : "half",
      message: "Hãy ghi cả năm (year) và nửa năm (half: 1 hoặc 2)",
    })
  if (half !== 1 && half !== 2)
    throw badInput({
      reason: "HALF_UNKNOWN",
      argument: "half",
      message: `“half” là ${half}; cần 1 (6 tháng đầu năm) hoặc 2 (6 tháng cuối năm)`,
    })
  const { rows } = await sql<object>`
    select ${columnsOfRounds(ctx.viewer)} from round e
    where e.year = ${year} and e.half = ${half} and ${readableRounds(ctx.viewer)}
    order by e.cut_off_on desc, e.id desc limit 1`.execute(ctx.em.getKysely<unknown>())
  const [round] = rows
  return round === undefined ? null : ctx.em.map(ReportingRound, round as never)
}

/** What is recorded with a round, and has no history of its own. */
const WITH_ROUND = ["report_reminder", "signed_copy", "dispatch"] as const

/** Who changed what of a round, asked for its reports, signed it and sent it, and why. */
export const historyOfRound = historyOf(({ viewer }) => ({
  sources: [
    {
      entity: "round",
      ids: sql`select e.id from round e where e.id = ${parentId} and ${recordedOf.round(viewer)}`,
    },
    // What the City sends is for those who read all of it
    ...(hasScope(viewer, CITY_FIGURES.all)
      ? WITH_ROUND.map((entity) => ({
          entity,
          ids: sql`select x.id from ${sql.table(entity)} x where x.round_id = ${parentId}`,
        }))
      : []),
  ],
  names: sql`select id, name from agency_reference union all
    select r.id, named.name from agency_report r join agency_reference named on named.id = r.agency_id union all
    select id, name from report_template where ${hasScope(viewer, CITY_FIGURES.all)}`,
}))
