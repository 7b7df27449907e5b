import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, type RequestContext } from "@plan43/subgraph"
import { Arg, Ctx, Query, Resolver } from "type-graphql"
import { Deadlines } from "../status/task-status.sql.ts"
import { TaskFilter } from "../task/task-filter.ts"
import { summariseTasks, summaryDayOf } from "./summarise-tasks.ts"
import { TaskSummary } from "./task-summary.ts"

@Resolver(() => TaskSummary)
export class TaskSummaryResolver {
  @Query(() => TaskSummary, {
    description:
      "Counts of the selected tasks at the end of the day `asOf`, by `deadlines`; as the filter says, or else today by EXTENDED ones, when absent",
  })
  taskSummary(
    @Arg("filter", () => TaskFilter, { nullable: true }) filter: TaskFilter | null,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Arg("deadlines", () => Deadlines, { nullable: true }) deadlines: Deadlines | null,
    @Ctx() ctx: RequestContext,
  ): Promise<TaskSummary> {
    return summariseTasks(ctx, filter ?? {}, summaryDayOf(ctx, filter, { asOf, deadlines }))
  }
}
