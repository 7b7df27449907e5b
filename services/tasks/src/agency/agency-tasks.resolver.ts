import type { CalendarDate } from "@plan43/calendar"
import { type Connection, DateScalar, PageArguments, type RequestContext } from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql"
import { Deadlines } from "../status/task-status.sql.ts"
import { summaryDayOf, summaryOfLead } from "../summary/summarise-tasks.ts"
import { TaskSummary } from "../summary/task-summary.ts"
import { taskListRequest, tasksCoordinatedBy, tasksLedBy } from "../task/find-tasks.ts"
import { TaskConnection } from "../task/task.loader.ts"
import type { Task } from "../task/task.ts"
import { TaskFilter, TaskOrder } from "../task/task-filter.ts"
import { Agency } from "./agency.ts"

/** What this subgraph adds to an agency. */
@Resolver(() => Agency)
export class AgencyTasksResolver {
  @FieldResolver(() => TaskConnection, {
    description: "Tasks whose lead cell names it; further ones as the filter says",
  })
  ledTasks(
    @Root() agency: Agency,
    @Arg("filter", () => TaskFilter, { nullable: true }) filter: TaskFilter | null,
    @Arg("orderBy", () => TaskOrder, { nullable: true }) orderBy: TaskOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Task>> {
    return tasksLedBy(ctx, agency.id, taskListRequest(filter, orderBy, page))
  }

  @FieldResolver(() => TaskConnection, { description: "Tasks whose coordinating cell names it" })
  coordinatedTasks(
    @Root() agency: Agency,
    @Arg("filter", () => TaskFilter, { nullable: true }) filter: TaskFilter | null,
    @Arg("orderBy", () => TaskOrder, { nullable: true }) orderBy: TaskOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Task>> {
    return tasksCoordinatedBy(ctx, agency.id, taskListRequest(filter, orderBy, page))
  }

  @FieldResolver(() => TaskSummary, { description: "Of the tasks it leads" })
  taskSummary(
    @Root() agency: Agency,
    @Arg("filter", () => TaskFilter, { nullable: true }) filter: TaskFilter | null,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Arg("deadlines", () => Deadlines, { nullable: true }) deadlines: Deadlines | null,
    @Ctx() ctx: RequestContext,
  ): Promise<TaskSummary> {
    return summaryOfLead(ctx, agency.id, filter ?? {}, summaryDayOf(ctx, filter, { asOf, deadlines }))
  }
}
