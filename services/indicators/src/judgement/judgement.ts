import { Entity, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { JudgedState } from "@plan43/indicator-assessment"
import { DateScalar, RowsReadableWith } from "@plan43/subgraph"
import { Field, ObjectType } from "type-graphql"
import { ProvedFact } from "../fact/proved-fact.ts"
import { OBSERVATIONS } from "../reading/readable-data.ts"

/** What a coordinator judged an indicator to be on a day, with evidence. A later judgement leaves the earlier one standing. */
@Entity({ tableName: "judgement" })
@RowsReadableWith(OBSERVATIONS)
@ObjectType({
  simpleResolvers: true,
  description: "What a coordinator judged an indicator to be on a day, with evidence",
})
export class Judgement extends ProvedFact {
  @Field(() => JudgedState)
  @Property({ type: "text" })
  state!: JudgedState

  @Field(() => DateScalar)
  @Property({ type: "date", fieldName: "judged_on" })
  on!: CalendarDate

  @Field(() => String, { description: "What it rests on, e.g. the ranking and its page" })
  @Property({ type: "text" })
  evidence!: string

  @Field(() => String, { description: "Who published that" })
  @Property({ type: "text" })
  source!: string
}
