import { Embedded, Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { batched, DateScalar, DateTimeScalar, grouped, RowsReadableWith, rowById } from "@plan43/subgraph"
import { sql } from "kysely"
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql"
import { PROGRESS, readableFacts } from "../progress/readable-reports.ts"
import { ResultDocument } from "../progress/result-document.ts"

/** What a coordinator decides about a task. */
export const TaskDecisionKind = {
  SUSPENDED: "SUSPENDED",
  CANCELLED: "CANCELLED",
  REOPENED: "REOPENED",
} as const
export type TaskDecisionKind = keyof typeof TaskDecisionKind
registerEnumType(TaskDecisionKind, {
  name: "TaskDecisionKind",
  description: "What a coordinator decides about a task",
})

/** A decision that stops a task, or opens it again. */
@Entity({ tableName: "task_decision" })
@Directive('@key(fields: "id")')
@RowsReadableWith(PROGRESS)
@ObjectType({ simpleResolvers: true, description: "A decision that stops a task, or opens it again" })
export class TaskDecision {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  taskId!: string

  @Field(() => TaskDecisionKind)
  @Property({ type: "text" })
  kind!: TaskDecisionKind

  @Field(() => Boolean, {
    description: "The task was completed: what was confirmed before, of the same period, no longer counts",
  })
  @Property({ type: "boolean" })
  reopensCompletion!: boolean

  @Field(() => String, { description: "On what ground" })
  @Property({ type: "text" })
  basis!: string

  @Field(() => ResultDocument)
  @Embedded(() => ResultDocument, { prefix: "document_" })
  document!: ResultDocument

  @Field(() => DateScalar, {
    description: "The day in Hanoi on which it was recorded, and from which it holds",
  })
  @Property({ type: "date" })
  recordedOn!: CalendarDate

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  recordedAt!: Date

  @Property({ type: "text", nullable: true })
  recordedByName!: string | null

  @Property({ type: "timestamptz", nullable: true })
  publishedAt!: Date | null

  @Field(() => Int)
  @Property({ type: "integer" })
  version!: number
}

/** What was decided about a task, the last first, as far as the viewer may read it. */
export const decisionsOfTask = batched(async (ctx, taskIds: readonly string[]) => {
  const { rows } = await sql<object>`select d.* from task_decision d
    where d.task_id = any(${taskIds}::uuid[]) and ${readableFacts(ctx.viewer, "d")} order by d.position desc`.execute(
    ctx.em.getKysely<unknown>(),
  )
  const decisions = rows.map((row) => ctx.em.map(TaskDecision, row as never))
  return grouped(taskIds, decisions, ({ taskId }) => taskId)
})

/** Grows with every decision about a task as a whole that the viewer may read. */
export const versionOfTask = batched(async (ctx, taskIds: readonly string[]): Promise<number[]> => {
  const { rows } = await sql<{ id: string; version: number }>`
    select t.id, ${taskVersionSql(ctx.viewer)} as version from task t where t.id = any(${taskIds}::uuid[])`.execute(
    ctx.em.getKysely<unknown>(),
  )
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  return taskIds.map((id) => versions.get(id) ?? 1)
})

/** {@link versionOfTask} of the task under alias `t`. */
export function taskVersionSql(viewer: Parameters<typeof readableFacts>[0]) {
  return sql<number>`(1
    + (select count(*) from task_decision d where d.task_id = t.id and ${readableFacts(viewer, "d")})
    + (select count(*) from task_responsible m where m.task_id = t.id))::integer`
}

export const decisionById = rowById(TaskDecision, ({ viewer }) => ({
  from: sql`task_decision d`,
  columns: sql`d.*`,
  id: sql`d.id`,
  conditions: [readableFacts(viewer, "d")],
}))
