import type { CalendarDate } from "@plan43/calendar"
import { OfficialTally } from "@plan43/official-tally"
import { DateScalar, RowsReadableWith } from "@plan43/subgraph"
import { Field, Int, ObjectType } from "type-graphql"
import { Agency } from "../agency/agency.ts"
import { DeadlineKind } from "../deadline/deadline-kind.ts"
import { PlanSection } from "../plan/plan-section.ts"
import { PROGRESS } from "../progress/readable-reports.ts"
import { TaskStatus } from "../status/task-status.ts"

@ObjectType({ simpleResolvers: true })
export class TaskStatusCount {
  @Field(() => TaskStatus)
  status!: TaskStatus

  @Field(() => Int)
  count!: number
}

@ObjectType({ simpleResolvers: true })
export class TaskSectionCount {
  @Field(() => PlanSection)
  section!: PlanSection

  @Field(() => Int)
  count!: number

  @Field(() => [TaskStatusCount])
  byStatus!: TaskStatusCount[]
}

@ObjectType({ simpleResolvers: true })
export class DeadlineKindCount {
  @Field(() => DeadlineKind)
  kind!: DeadlineKind

  @Field(() => Int)
  count!: number
}

@ObjectType({ simpleResolvers: true })
export class TaskLeadCount {
  @Field(() => Agency)
  agency!: Agency

  @Field(() => Int)
  count!: number

  @Field(() => [TaskStatusCount])
  byStatus!: TaskStatusCount[]
}

/** Counts of a selection of tasks at the end of a day. What costs a statement of its own is asked when wanted. */
@RowsReadableWith(PROGRESS)
@ObjectType({
  simpleResolvers: true,
  description: "Counts of tasks at the end of a day; they add up to `total`",
})
export class TaskSummary {
  @Field(() => DateScalar)
  asOf!: CalendarDate

  @Field(() => Int)
  total!: number

  @Field(() => [TaskStatusCount], { description: "Every status, zeros included" })
  byStatus!: TaskStatusCount[]

  @Field(() => [TaskSectionCount], {
    description: "Sections that have a task of the selection, in printed order",
  })
  bySection!: () => Promise<TaskSectionCount[]>

  @Field(() => [DeadlineKindCount], { description: "Every kind, zeros included" })
  byDeadlineKind!: DeadlineKindCount[]

  @Field(() => [TaskLeadCount], {
    description:
      "By agency named as lead, the most tasks first; a joint task counts once for each of its leads",
  })
  byLead!: TaskLeadCount[]

  @Field(() => OfficialTally)
  official!: OfficialTally

  @Field(() => Int, { description: "Tasks of which anybody has reported anything by that day" })
  reported!: number
}
