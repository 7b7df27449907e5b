import { AssessmentState, assessmentStates } from "@plan43/indicator-assessment"
import { Field, Int, ObjectType } from "type-graphql"

@ObjectType({ simpleResolvers: true })
export class AssessmentCount {
  @Field(() => AssessmentState)
  state!: AssessmentState

  @Field(() => Int)
  count!: number
}

/** How many stand in each state, zeros included. */
export function countsOf(states: readonly AssessmentState[]): AssessmentCount[] {
  return assessmentStates.map((state) => ({
    state,
    count: states.filter((each) => each === state).length,
  }))
}
