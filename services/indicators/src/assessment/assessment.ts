import type { CalendarDate } from "@plan43/calendar"
import { AssessmentInput, AssessmentState } from "@plan43/indicator-assessment"
import { DateScalar, RowsReadableWith } from "@plan43/subgraph"
import { Field, Float, ObjectType } from "type-graphql"
import { Observation } from "../observation/observation.ts"
import { OBSERVATIONS } from "../reading/readable-data.ts"

/** Where an indicator stands on a day, and why. */
@RowsReadableWith(OBSERVATIONS)
@ObjectType({ simpleResolvers: true, description: "Where an indicator stands at the end of a day, and why" })
export class Assessment {
  @Field(() => DateScalar)
  asOf!: CalendarDate

  @Field(() => AssessmentState)
  state!: AssessmentState

  @Field(() => String, {
    description: "In Vietnamese: the observation, what the path demands, what is missing",
  })
  explanation!: string

  @Field(() => [AssessmentInput], { description: "What people must supply before it can be assessed" })
  missing!: AssessmentInput[]

  @Field(() => Observation, { nullable: true, description: "The one that was assessed" })
  observation!: Observation | null

  @Field(() => Float, {
    nullable: true,
    description: "What the path demands on the last day of the observation",
  })
  pathValue!: number | null
}
