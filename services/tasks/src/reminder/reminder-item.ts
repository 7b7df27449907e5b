import type { CalendarDate } from "@plan43/calendar"
import { batched, DateScalar, grouped } from "@plan43/subgraph"
import { sql } from "kysely"
import { Field, Int, ObjectType } from "type-graphql"
import { TaskStatus } from "../status/task-status.ts"

/** A task that a letter lists, as it stood on the day of the list. */
@ObjectType({
  simpleResolvers: true,
  description: "A task that a letter lists, as it stood on the day of the list",
})
export class ReminderItem {
  letterId!: string
  taskId!: string
  code!: string
  title!: string

  @Field(() => TaskStatus, { description: "Of what the agency owes" })
  status!: TaskStatus

  @Field(() => DateScalar, { nullable: true, description: "The last day that was in time" })
  dueOn!: CalendarDate | null

  @Field(() => DateScalar, {
    nullable: true,
    description: "Since when nobody had answered; null where somebody had",
  })
  silentSince!: CalendarDate | null

  @Field(() => Int, { description: "How often the agency has been urged, this letter included" })
  ordinal!: number
}

/** What letters list, in the plan's order. */
export const itemsOfLetter = batched(async (ctx, letterIds: readonly string[]): Promise<ReminderItem[][]> => {
  const { rows } = await sql<ReminderItem>`
    select i.letter_id as "letterId", i.task_id as "taskId", t.code, t.title, i.status, i.due_on as "dueOn",
      i.silent_since as "silentSince",
      coalesce(sent.ordinal, (select count(*) + 1 from reminder m
        where m.task_id = i.task_id and m.agency_id in (
          select l.agency_id union select related_id from agency_relation
          where agency_id = l.agency_id and kind = 'PREDECESSOR'))::integer) as ordinal
    from reminder_item i join reminder_letter l on l.id = i.letter_id join task t on t.id = i.task_id
    left join reminder sent on sent.letter_id = i.letter_id and sent.task_id = i.task_id
    where i.letter_id = any(${letterIds}::uuid[]) order by i.letter_id, i.position`.execute(
    ctx.em.getKysely<unknown>(),
  )
  const items = rows.map((row) => Object.assign(new ReminderItem(), row))
  return grouped(letterIds, items, ({ letterId }) => letterId)
})
