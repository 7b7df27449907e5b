import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, type RequestContext } from "@plan43/subgraph"
import { Arg, Ctx, Query, Resolver } from "type-graphql"
import { Deadlines } from "../status/task-status.sql.ts"
import { TaskFilter } from "../task/task-filter.ts"
import { summariseTasks } from "./summarise-tasks.ts"
import { TaskSummary } from "./task-summary.ts"

@Resolver(() => TaskSummary)
export class TaskSummaryResolver {
  @Query(() => TaskSummary, {
    description: "Counts of the selected tasks at the end of the day `asOf`; today when absent",
  })
  taskSummary(
    @Arg("filter", () => TaskFilter, { nullable: true }) filter: TaskFilter | null,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Arg("deadlines", () => Deadlines, { defaultValue: Deadlines.EXTENDED }) deadlines: Deadlines,
    @Ctx() ctx: RequestContext,
  ): Promise<TaskSummary> {
    return summariseTasks(ctx, filter ?? {}, { asOf: asOf ?? filter?.asOf ?? ctx.today, deadlines })
  }
}
