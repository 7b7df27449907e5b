import { Embedded, Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { batched, entityById, grouped } from "@plan43/subgraph"
import { Field, ID, ObjectType } from "type-graphql"
import { Deadline } from "../deadline/deadline.ts"

/** A phase of a task that has no deadline of its own. */
@Entity({ tableName: "task_phase" })
@ObjectType({
  simpleResolvers: true,
  description: "A phase of a task whose phases have deadlines of their own",
})
export class TaskPhase {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  taskId!: string

  @Property({ type: "integer" })
  position!: number

  @Field(() => String)
  @Property({ type: "text" })
  name!: string

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  expectedResult!: string | null

  @Embedded(() => Deadline, { prefix: "deadline_" })
  deadline!: Deadline

  @Property({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null
}

/** The phases of a task, in printed order. */
export const phasesOfTask = batched(async (ctx, taskIds: readonly string[]) => {
  const phases = await ctx.em.find(
    TaskPhase,
    { taskId: { $in: [...taskIds] }, withdrawnAt: null },
    { orderBy: { position: "ASC" } },
  )
  return grouped(taskIds, phases, (phase) => phase.taskId)
})

export const phaseById = entityById(TaskPhase)
