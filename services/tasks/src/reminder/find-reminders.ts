import { agenciesNamed, reachOf } from "@plan43/agency-scope"
import {
  type Connection,
  listPage,
  OrderDirection,
  type PageArguments,
  pageRequestOf,
  type RequestContext,
  rowById,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Field, ID, InputType } from "type-graphql"
import { readableLetters } from "./readable-reminders.ts"
import { ReminderLetter, ReminderState } from "./reminder-letter.ts"

@InputType({ description: "Which letters; conditions add up, values of one condition are alternatives" })
export class ReminderFilter {
  @Field(() => [ReminderState], { nullable: true })
  state?: ReminderState[] | null

  @Field(() => [ID], {
    nullable: true,
    description: "To these agencies or their predecessors, by identifier or code",
  })
  agency?: string[] | null

  @Field(() => [ID], { nullable: true, description: "That list one of these tasks" })
  task?: string[] | null
}

async function conditionsOf(ctx: RequestContext, filter: ReminderFilter): Promise<RawBuilder<SqlBool>[]> {
  const conditions: RawBuilder<SqlBool>[] = []
  if (filter.state != null) conditions.push(sql<SqlBool>`l.state = any(${filter.state}::text[])`)
  if (filter.agency != null) {
    const reach = reachOf({ inherited: true })
    conditions.push(
      sql<SqlBool>`l.agency_id in (${await agenciesNamed(ctx, filter.agency, "filter.agency", reach)})`,
    )
  }
  if (filter.task != null)
    conditions.push(sql<SqlBool>`l.id in (
      select i.letter_id from reminder_item i where i.task_id::text = any(${filter.task}::text[]))`)
  return conditions
}

/** Letters that urge agencies, the latest first. */
export async function findReminders(
  ctx: RequestContext,
  filter: ReminderFilter,
  page: PageArguments,
): Promise<Connection<ReminderLetter>> {
  return listPage(ctx, {
    entity: ReminderLetter,
    from: sql`reminder_letter l`,
    columns: sql`l.*`,
    conditions: [readableLetters(ctx.viewer), ...(await conditionsOf(ctx, filter))],
    ordering: {
      name: "CREATED_AT",
      direction: OrderDirection.DESC,
      keys: [
        { expression: sql`l.created_at`, type: "timestamptz" },
        { expression: sql`l.id`, type: "uuid" },
      ],
    },
    page: pageRequestOf(page),
  })
}

/** A letter by identifier; null also for one that the viewer may not read. */
export const reminderById = rowById(ReminderLetter, ({ viewer }) => ({
  from: sql`reminder_letter l`,
  columns: sql`l.*`,
  id: sql`l.id`,
  conditions: [readableLetters(viewer)],
}))
