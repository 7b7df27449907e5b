import type { CalendarDate } from "@plan43/calendar"
import { DateScalar } from "@plan43/subgraph"
import { Field, ObjectType } from "type-graphql"
import type { Task } from "../task/task.ts"
import type { Period } from "./period-of.ts"

/** A stretch of a task that recurs, as of a day: of the whole task, or of what one agency owes of it. */
@ObjectType({
  simpleResolvers: true,
  description:
    "A year of an annual duty, or a half-year of what is continuous or has no end: answered and judged by itself",
})
export class TaskPeriod implements Period {
  @Field(() => String, { description: "e.g. 2026, 2026-H1" })
  key!: string

  @Field(() => DateScalar)
  startsOn!: CalendarDate

  @Field(() => DateScalar)
  endsOn!: CalendarDate

  @Field(() => DateScalar, { description: "The last day on which it is answered in time" })
  answerDueOn!: CalendarDate

  task!: Task
  /** null: of the whole task. */
  agencyId!: string | null
  asOf!: CalendarDate
}

export function taskPeriodOf(
  period: Period,
  task: Task,
  agencyId: string | null,
  asOf: CalendarDate,
): TaskPeriod {
  return Object.assign(new TaskPeriod(), { ...period, task, agencyId, asOf })
}
