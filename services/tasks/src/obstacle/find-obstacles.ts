import { agenciesWithin, reachOf } from "@plan43/agency-scope"
import {
  batched,
  type Connection,
  grouped,
  type List,
  listBelow,
  listPage,
  matchesText,
  OrderDirection,
  type PageArguments,
  type PageRequest,
  pageRequestOf,
  parentId,
  type RequestContext,
  rowById,
  uuidOf,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Field, ID, InputType, registerEnumType } from "type-graphql"
import { Obstacle, ObstacleCategory } from "./obstacle.ts"
import { ObstacleState } from "./obstacle-state.ts"
import { readableObstacles } from "./readable-obstacles.ts"

@InputType({ description: "Which obstacles; conditions add up, values of one condition are alternatives" })
export class ObstacleFilter {
  @Field(() => String, {
    nullable: true,
    description: "Every word of title, description, proposal, without case and diacritics",
  })
  text?: string | null

  @Field(() => [ObstacleState], { nullable: true })
  state?: ObstacleState[] | null

  @Field(() => [ObstacleCategory], { nullable: true })
  category?: ObstacleCategory[] | null

  @Field(() => [ID], {
    nullable: true,
    description: "Raised by these agencies or their predecessors, by identifier or code",
  })
  agency?: string[] | null

  @Field(() => [ID], { nullable: true })
  task?: string[] | null

  @Field(() => [ID], { nullable: true })
  indicator?: string[] | null

  @Field(() => Boolean, { nullable: true, description: "true: the next step is late today" })
  overdue?: boolean | null
}

export enum ObstacleOrderField {
  NUMBER = "NUMBER",
  DUE_ON = "DUE_ON",
}
registerEnumType(ObstacleOrderField, {
  name: "ObstacleOrderField",
  description: "DUE_ON puts those that wait for nothing last",
})

@InputType()
export class ObstacleOrder {
  @Field(() => ObstacleOrderField)
  field!: ObstacleOrderField

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC })
  direction!: OrderDirection
}

const NUMBER_KEY = { expression: sql`o.number`, type: "integer" } as const
const KEYS = {
  [ObstacleOrderField.NUMBER]: [NUMBER_KEY],
  [ObstacleOrderField.DUE_ON]: [
    { expression: sql`coalesce(o.due_on, 'infinity'::date)`, type: "date" },
    NUMBER_KEY,
  ],
} as const

async function conditionsOf(ctx: RequestContext, filter: ObstacleFilter): Promise<RawBuilder<SqlBool>[]> {
  const conditions: RawBuilder<SqlBool>[] = []
  if (filter.text != null) conditions.push(matchesText(sql`o.search_text`, filter.text))
  if (filter.state != null) conditions.push(sql<SqlBool>`o.state = any(${filter.state}::text[])`)
  if (filter.category != null) conditions.push(sql<SqlBool>`o.category = any(${filter.category}::text[])`)
  if (filter.agency != null) {
    const reach = reachOf({ inherited: true })
    const { ids, withheld } = await agenciesWithin(ctx, filter.agency, "filter.agency", reach)
    conditions.push(sql<SqlBool>`(o.agency_id in (${ids}) and not ${withheld(sql`o.id`, sql`o.agency_id`)})`)
  }
  if (filter.task != null) conditions.push(sql<SqlBool>`o.task_id = any(${filter.task.map(uuidOf)}::uuid[])`)
  if (filter.indicator != null)
    conditions.push(sql<SqlBool>`o.indicator_id = any(${filter.indicator.map(uuidOf)}::uuid[])`)
  if (filter.overdue === true) conditions.push(sql<SqlBool>`o.due_on < ${ctx.today}::date`)
  if (filter.overdue === false)
    conditions.push(sql<SqlBool>`coalesce(o.due_on, 'infinity'::date) >= ${ctx.today}::date`)
  return conditions
}

/** Obstacles that the viewer may read, the latest first when no order is asked for. */
function obstacleList(
  { viewer }: RequestContext,
  conditions: readonly RawBuilder<SqlBool>[],
  order: ObstacleOrder | null,
  page: PageRequest,
): List<Obstacle> {
  const field = order?.field ?? ObstacleOrderField.NUMBER
  return {
    entity: Obstacle,
    from: sql`obstacle o`,
    columns: sql`o.*`,
    conditions: [readableObstacles(viewer), ...conditions],
    ordering: { name: field, direction: order?.direction ?? OrderDirection.DESC, keys: KEYS[field] },
    page,
  }
}

/** The obstacles that a filter selects. */
export async function findObstacles(
  ctx: RequestContext,
  filter: ObstacleFilter,
  order: ObstacleOrder | null,
  page: PageArguments,
): Promise<Connection<Obstacle>> {
  return listPage(ctx, obstacleList(ctx, await conditionsOf(ctx, filter), order, pageRequestOf(page)))
}

/** An obstacle by identifier; null also for one that the viewer may not read. */
export const obstacleById = rowById(Obstacle, ({ viewer }) => ({
  from: sql`obstacle o`,
  columns: sql`o.*`,
  id: sql`o.id`,
  conditions: [readableObstacles(viewer)],
}))

/** The obstacles of a task. */
export const obstaclesOfTask = listBelow(async (ctx, page: PageRequest) =>
  obstacleList(ctx, [sql<SqlBool>`o.task_id = ${parentId}`], null, page),
)

/** The obstacles of an indicator. */
export const obstaclesOfIndicator = listBelow(async (ctx, page: PageRequest) =>
  obstacleList(ctx, [sql<SqlBool>`o.indicator_id = ${parentId}`], null, page),
)

/** The obstacles that were merged into another, in the order in which they were raised, as far as the viewer may read them. */
export const duplicatesOf = batched(async (ctx, ids: readonly string[]): Promise<Obstacle[][]> => {
  const { rows } = await sql<object>`select o.* from obstacle o
    where o.merged_into = any(${ids}::uuid[]) and ${readableObstacles(ctx.viewer)} order by o.number`.execute(
    ctx.em.getKysely<unknown>(),
  )
  const duplicates = rows.map((row) => ctx.em.map(Obstacle, row as never) as Obstacle)
  return grouped(ids, duplicates, ({ mergedInto }) => mergedInto ?? "")
})

/** The number and state of an obstacle, for those who may read one that was merged into it. */
export const standingOf = batched(
  async (ctx, ids: readonly string[]): Promise<{ number: number; state: ObstacleState }[]> => {
    const { rows } = await sql<{ id: string; number: number; state: ObstacleState }>`
      select id, number, state from obstacle where id = any(${ids}::uuid[])`.execute(
      ctx.em.getKysely<unknown>(),
    )
    const byId = new Map(rows.map(({ id, ...standing }) => [id, standing]))
    return ids.map((id) => byId.get(id) as { number: number; state: ObstacleState })
  },
)
