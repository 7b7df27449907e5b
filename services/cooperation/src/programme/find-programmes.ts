import {
  batched,
  type Connection,
  connectionType,
  entityById,
  inOrder,
  listPage,
  matchesText,
  OrderDirection,
  type PageArguments,
  pageRequestOf,
  type RequestContext,
  uuidOf,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Field, ID, InputType, registerEnumType } from "type-graphql"
import { CooperationProgramme } from "./cooperation-programme.ts"
import { CooperationProgrammeKind, CooperationTheme } from "./programme-theme.ts"

export const CooperationProgrammeConnection = connectionType(
  "CooperationProgramme",
  () => CooperationProgramme,
)

@InputType({ description: "Which programmes; conditions add up, values of one condition are alternatives" })
export class CooperationProgrammeFilter {
  @Field(() => String, {
    nullable: true,
    description: "Every word of code and title, without case and diacritics",
  })
  text?: string | null

  @Field(() => [CooperationProgrammeKind], { nullable: true })
  kind?: CooperationProgrammeKind[] | null

  @Field(() => [CooperationTheme], { nullable: true })
  theme?: CooperationTheme[] | null

  @Field(() => ID, { nullable: true, description: "Of this task, or related to it" })
  task?: string | null

  @Field(() => ID, { nullable: true, description: "Of this measure" })
  measure?: string | null
}

export enum CooperationProgrammeOrderField {
  PLAN_ORDER = "PLAN_ORDER",
  TITLE = "TITLE",
}
registerEnumType(CooperationProgrammeOrderField, { name: "CooperationProgrammeOrderField" })

@InputType()
export class CooperationProgrammeOrder {
  @Field(() => CooperationProgrammeOrderField)
  field!: CooperationProgrammeOrderField

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC })
  direction!: OrderDirection
}

const KEYS = {
  [CooperationProgrammeOrderField.PLAN_ORDER]: [
    { expression: sql`p.plan_id`, type: "uuid" },
    { expression: sql`p.position`, type: "integer" },
    { expression: sql`p.id`, type: "uuid" },
  ],
  [CooperationProgrammeOrderField.TITLE]: [
    { expression: sql`p.title collate "vi-x-icu"`, type: "text" },
    { expression: sql`p.id`, type: "uuid" },
  ],
} as const

function conditionsOf(filter: CooperationProgrammeFilter): RawBuilder<SqlBool>[] {
  const conditions = [sql<SqlBool>`p.withdrawn_at is null`]
  if (filter.text != null) conditions.push(matchesText(sql`p.search_text`, filter.text))
  if (filter.kind != null) conditions.push(sql<SqlBool>`p.kind = any(${filter.kind}::text[])`)
  if (filter.theme != null) conditions.push(sql<SqlBool>`p.theme = any(${filter.theme}::text[])`)
  if (filter.task != null)
    conditions.push(
      sql<SqlBool>`(p.task_id = ${uuidOf(filter.task)}::uuid or p.related_task_ids @> array[${uuidOf(filter.task)}::uuid])`,
    )
  if (filter.measure != null) conditions.push(sql<SqlBool>`p.measure_id = ${uuidOf(filter.measure)}::uuid`)
  return conditions
}

/** The programmes that a filter selects. */
export async function findProgrammes(
  ctx: RequestContext,
  filter: CooperationProgrammeFilter,
  order: CooperationProgrammeOrder | null,
  page: PageArguments,
): Promise<Connection<CooperationProgramme>> {
  const field = order?.field ?? CooperationProgrammeOrderField.PLAN_ORDER
  return listPage(ctx, {
    entity: CooperationProgramme,
    from: sql`programme p`,
    columns: sql`p.*`,
    conditions: conditionsOf(filter),
    ordering: { name: field, direction: order?.direction ?? OrderDirection.ASC, keys: KEYS[field] },
    page: pageRequestOf(page),
  })
}

export const programmeById = entityById(CooperationProgramme)

export const programmeByCode = batched(async (ctx, codes: readonly string[]) =>
  inOrder(
    codes,
    await ctx.em.find(CooperationProgramme, { code: { $in: [...codes] }, withdrawnAt: null }),
    (programme) => programme.code,
  ),
)

/** The programmes that a task is, or is related to, in the plan's order. */
export const programmesOfTask = batched(
  async (ctx, taskIds: readonly string[]): Promise<CooperationProgramme[][]> => {
    const wanted = taskIds.map(uuidOf).filter((id) => id !== null)
    const { rows } = await sql<object>`select p.* from programme p
      where p.withdrawn_at is null
        and (p.task_id = any(${wanted}::uuid[]) or p.related_task_ids && ${wanted}::uuid[])
      order by p.plan_id, p.position`.execute(ctx.em.getKysely<unknown>())
    const programmes = rows.map((row) => ctx.em.map(CooperationProgramme, row as never))
    return taskIds.map((taskId) =>
      programmes.filter(
        (programme) => programme.taskId === taskId || programme.relatedTaskIds.includes(taskId),
      ),
    )
  },
)
