import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { batched, DateScalar, DateTimeScalar, grouped, RowsReadableWith, rowById } from "@plan43/subgraph"
import { sql } from "kysely"
import { Directive, Field, ID, Int, ObjectType } from "type-graphql"
import { PROGRESS, readableFacts } from "../progress/readable-reports.ts"

/** A later day that an agency asked for, and what was decided. The day of the plan is kept. */
@Entity({ tableName: "deadline_extension" })
@Directive('@key(fields: "id")')
@RowsReadableWith(PROGRESS)
@ObjectType({
  simpleResolvers: true,
  description: "A later deadline that an agency asked for, and what was decided; the plan's own day is kept",
})
export class DeadlineExtension {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  taskId!: string

  @Property({ type: "uuid" })
  agencyId!: string

  @Property({ type: "text", nullable: true })
  periodKey!: string | null

  @Property({ type: "uuid", nullable: true })
  phaseId!: string | null

  @Field(() => DateScalar, { description: "The day in force when it was asked for" })
  @Property({ type: "date" })
  originalDueOn!: CalendarDate

  @Field(() => DateScalar, { description: "The day that was asked for" })
  @Property({ type: "date", fieldName: "asked_due_on" })
  dueOn!: CalendarDate

  @Field(() => String)
  @Property({ type: "text", fieldName: "asked_reason" })
  reason!: string

  @Property({ type: "uuid[]" })
  askedFileIds!: string[]

  @Field(() => Boolean, { description: "Asked for by a coordinator on the agency's behalf" })
  @Property({ type: "boolean" })
  onBehalf!: boolean

  @Field(() => DateScalar, { description: "The day in Hanoi on which it was asked for" })
  @Property({ type: "date" })
  recordedOn!: CalendarDate

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  recordedAt!: Date

  @Property({ type: "text", nullable: true })
  recordedByName!: string | null

  @Field(() => Boolean, { nullable: true, description: "null until it is decided" })
  @Property({ type: "boolean", nullable: true })
  granted!: boolean | null

  @Field(() => DateScalar, { nullable: true, description: "The day that was granted" })
  @Property({ type: "date", nullable: true })
  grantedDueOn!: CalendarDate | null

  @Field(() => String, { nullable: true, description: "Why it was granted or refused" })
  @Property({ type: "text", nullable: true })
  decidedReason!: string | null

  @Field(() => DateScalar, { nullable: true, description: "The day in Hanoi on which it was decided" })
  @Property({ type: "date", nullable: true })
  decidedOn!: CalendarDate | null

  @Property({ type: "uuid[]" })
  decidedFileIds!: string[]

  @Property({ type: "text", nullable: true })
  decidedByName!: string | null

  @Property({ type: "timestamptz", nullable: true })
  publishedAt!: Date | null

  @Field(() => Int)
  @Property({ type: "integer" })
  version!: number
}

/** What was asked for of a task's deadlines, the last first, as far as the viewer may read it. */
export const extensionsOfTask = batched(async (ctx, taskIds: readonly string[]) => {
  const { rows } = await sql<object>`select x.* from deadline_extension x
    where x.task_id = any(${taskIds}::uuid[]) and ${readableFacts(ctx.viewer, "x")} order by x.position desc`.execute(
    ctx.em.getKysely<unknown>(),
  )
  const extensions = rows.map((row) => ctx.em.map(DeadlineExtension, row as never))
  return grouped(taskIds, extensions, ({ taskId }) => taskId)
})

export const extensionById = rowById(DeadlineExtension, ({ viewer }) => ({
  from: sql`deadline_extension x`,
  columns: sql`x.*`,
  id: sql`x.id`,
  conditions: [readableFacts(viewer, "x")],
}))
