import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, RowsReadableWith } from "@plan43/subgraph"
import { Field, ID, Int, ObjectType } from "type-graphql"
import { PROGRESS } from "../progress/readable-reports.ts"
import { type MorningCandidate, MorningReason } from "./rank-morning.ts"

/** What it is about is found by resolvers: a task, an obligation of one, or an agency as such. */
@ObjectType({ simpleResolvers: true, description: "Something that needs somebody this morning, and why" })
export class MorningItem implements MorningCandidate {
  /** null where it is about an agency as such. */
  taskId!: string | null

  /** null where it is about a task that several owe. */
  agencyId!: string | null

  subject!: string

  @Field(() => ID, { description: "The same while the reason lasts" })
  id!: string

  @Field(() => MorningReason)
  reason!: MorningReason

  @Field(() => DateScalar, {
    description:
      "The day that the reason is about: the last in time, the first of work, that of the answer, of the last answer",
  })
  since!: CalendarDate

  @Field(() => Int, { description: "Days between that day and today" })
  days!: number
}

@RowsReadableWith(PROGRESS)
@ObjectType({
  simpleResolvers: true,
  description:
    "What the day begins with; whoever reads all progress sees the whole plan, others their own agency",
})
export class Morning {
  @Field(() => DateScalar)
  asOf!: CalendarDate

  @Field(() => [MorningItem], {
    description:
      "At most fifteen, the most pressing first, each thing once; empty where nothing needs anybody",
  })
  items!: MorningItem[]
}
