import { Field, ObjectType, registerEnumType } from "type-graphql"

/** The two stages of “Tham mưu góp ý …, triển khai khi … có hiệu lực”. */
export const TaskMilestoneKind = { CONTRIBUTION: "CONTRIBUTION", IMPLEMENTATION: "IMPLEMENTATION" } as const
export type TaskMilestoneKind = keyof typeof TaskMilestoneKind

registerEnumType(TaskMilestoneKind, {
  name: "TaskMilestoneKind",
  description: "First the contribution to a document, then its implementation once it is in force",
})

@ObjectType({ simpleResolvers: true, description: "One of the two stages of a task that its text names" })
export class TaskMilestone {
  @Field(() => TaskMilestoneKind)
  kind!: TaskMilestoneKind

  @Field(() => String, { description: "The words of the plan" })
  text!: string
}
