import {
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
import { Field, InputType } from "type-graphql"
import { CITY_FIGURES, columnsOfRounds, readableRounds, recordedOf } from "../reading/readable.ts"
import { Round, RoundKind } from "./round.ts"
import { RoundStage, stageIn } from "./round-stage.ts"

export const RoundConnection = connectionType("Round", () => Round)

@InputType({ description: "Which rounds; conditions add up, values of one condition are alternatives" })
export class RoundFilter {
  @Field(() => String, { nullable: true, description: "Every word of the name, without case and diacritics" })
  text?: string | null

  @Field(() => [RoundKind], { nullable: true })
  kind?: RoundKind[] | null

  @Field(() => [RoundStage], { nullable: true })
  stage?: RoundStage[] | null
}

function conditionsOf({ viewer }: RequestContext, filter: RoundFilter): RawBuilder<SqlBool>[] {
  const conditions = [readableRounds(viewer)]
  if (filter.text != null) conditions.push(matchesText(sql`e.search_text`, filter.text))
  if (filter.kind != null) conditions.push(sql<SqlBool>`e.kind = any(${filter.kind}::text[])`)
  if (filter.stage != null) conditions.push(sql<SqlBool>`${stageIn("e")} = any(${filter.stage}::text[])`)
  return conditions
}

/** The rounds that a filter selects, the last due first. */
export async function findRounds(
  ctx: RequestContext,
  filter: RoundFilter,
  page: PageArguments,
): Promise<Connection<Round>> {
  return listPage(ctx, {
    entity: Round,
    from: sql`round e`,
    columns: columnsOfRounds(ctx.viewer),
    conditions: conditionsOf(ctx, filter),
    ordering: {
      name: "AGENCIES_DUE_ON",
      direction: OrderDirection.DESC,
      keys: [
        { expression: sql`e.agencies_due_on`, type: "date" },
        { expression: sql`e.id`, type: "uuid" },
      ],
    },
    page: pageRequestOf(page),
  })
}

/** A round by identifier; null also for one that the viewer may not read. */
export const roundById = rowById(Round, ({ viewer }) => ({
  from: sql`round e`,
  columns: columnsOfRounds(viewer),
  id: sql`e.id`,
  conditions: [readableRounds(viewer)],
}))

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
