import { Embeddable, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { Field, ObjectType } from "type-graphql"
import { DeadlineKind } from "./deadline-kind.ts"

/** The cell "Thời gian hoàn thành": its words, and what they were understood as. */
@Embeddable()
@ObjectType({ description: "When a task is due: the plan's words and our reading of them" })
export class Deadline {
  @Field(() => String, { simple: true, description: "The cell, verbatim" })
  @Property({ type: "text" })
  text!: string

  @Field(() => DeadlineKind, { simple: true })
  @Property({ type: "text" })
  kind!: DeadlineKind

  @Property({ type: "date", nullable: true })
  startsOn!: CalendarDate | null

  /** null for an annual duty too: see {@link dueOnAsOf}. */
  @Property({ type: "date", nullable: true })
  dueOn!: CalendarDate | null
}
