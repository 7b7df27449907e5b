import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, InputType, Int, ObjectType } from "type-graphql"
import { ScoreCriterionCode } from "./criterion.ts"
import type { FreezeDetails } from "./freeze-scorecards.ts"
import type { MethodDetails } from "./record-method.ts"
import type { Weight } from "./score-method.ts"
import { ScorecardMethod } from "./scorecard.ts"
import { ScorecardFreeze } from "./scorecard-freeze.ts"

@InputType()
export class ScoreWeightInput implements Weight {
  @Field(() => ScoreCriterionCode, { description: "One that is `weighable`" })
  criterion!: ScoreCriterionCode

  @Field(() => Int, { description: "A whole number from 1 to 1000" })
  weight!: number
}

@InputType({ description: "A new version of the method; earlier ones stay as they are" })
export class RecordScorecardMethodInput extends RecordingInput implements MethodDetails {
  @Field(() => [ScoreWeightInput])
  weights!: ScoreWeightInput[]

  @Field(() => String, { description: "On what it rests: number, date and issuer of a decision" })
  basis!: string

  @Field(() => DateScalar, { description: "Periods that end on that day or later are counted by it" })
  effectiveFrom!: CalendarDate
}

@InputType({ description: "Keeps the scorecards of a period that has ended, as they are now" })
export class FreezeScorecardsInput extends RecordingInput implements FreezeDetails {
  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true, defaultValue: null })
  note!: string | null

  @Field(() => DateScalar)
  from!: CalendarDate

  @Field(() => DateScalar, { description: "Before today" })
  to!: CalendarDate
}

@ObjectType({ simpleResolvers: true })
export class ScorecardMethodPayload extends RecordingPayload {
  @Field(() => ScorecardMethod, { nullable: true })
  method!: ScorecardMethod | null
}

@ObjectType({ simpleResolvers: true })
export class ScorecardFreezePayload extends RecordingPayload {
  @Field(() => ScorecardFreeze, { nullable: true })
  freeze!: ScorecardFreeze | null
}
