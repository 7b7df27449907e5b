import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, OrderDirection } from "@plan43/subgraph"
import { Field, ID, InputType, registerEnumType } from "type-graphql"
import { DeadlineKind } from "../deadline/deadline-kind.ts"
import { Deadlines } from "../status/task-status.sql.ts"
import { TaskStatus } from "../status/task-status.ts"

@InputType({ description: "Which tasks; conditions add up, values of one condition are alternatives" })
export class TaskFilter {
  @Field(() => String, { nullable: true, description: "Number or identifier of the plan" })
  plan?: string | null

  @Field(() => String, {
    nullable: true,
    description: "Every word of the row's cells, without case and diacritics",
  })
  text?: string | null

  @Field(() => [String], { nullable: true, description: "Codes of rows, e.g. 85b" })
  code?: string[] | null

  @Field(() => [String], { nullable: true, description: "Numerals (I to VII) or identifiers of sections" })
  section?: string[] | null

  @Field(() => [ID], { nullable: true, description: "Agencies named as lead, by identifier or code" })
  lead?: string[] | null

  @Field(() => [ID], { nullable: true, description: "Agencies named as coordinating, by identifier or code" })
  coordinator?: string[] | null

  @Field(() => [TaskStatus], { nullable: true, description: "As of the day `asOf`" })
  status?: TaskStatus[] | null

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which status is meant; today when absent",
  })
  asOf?: CalendarDate | null

  @Field(() => Deadlines, {
    nullable: true,
    description: "By which due dates status and due days are meant; EXTENDED when absent",
  })
  deadlines?: Deadlines | null

  @Field(() => [DeadlineKind], { nullable: true })
  deadlineKind?: DeadlineKind[] | null

  @Field(() => DateScalar, { nullable: true, description: "Due earlier than this day" })
  dueBefore?: CalendarDate | null

  @Field(() => DateScalar, { nullable: true, description: "Due later than this day" })
  dueAfter?: CalendarDate | null

  @Field(() => [ID], { nullable: true, description: "Awaited documents" })
  trigger?: string[] | null

  @Field(() => Boolean, {
    nullable: true,
    description: "Also what is given to a group that the agency belonged to",
  })
  throughGroups?: boolean | null

  @Field(() => Boolean, { nullable: true, description: "Also what the agency's predecessors were given" })
  inherited?: boolean | null
}

export enum TaskOrderField {
  PLAN_ORDER = "PLAN_ORDER",
  DUE_ON = "DUE_ON",
  TITLE = "TITLE",
}
registerEnumType(TaskOrderField, {
  name: "TaskOrderField",
  description: "DUE_ON puts tasks without a date last",
})

@InputType()
export class TaskOrder {
  @Field(() => TaskOrderField)
  field!: TaskOrderField

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC })
  direction!: OrderDirection
}
