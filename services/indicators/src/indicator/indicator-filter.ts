import type { CalendarDate } from "@plan43/calendar"
import { AssessmentState, TargetKind } from "@plan43/indicator-assessment"
import { DateScalar, OrderDirection } from "@plan43/subgraph"
import { Field, ID, InputType, Int, registerEnumType } from "type-graphql"

@InputType({ description: "Which indicators; conditions add up, values of one condition are alternatives" })
export class IndicatorFilter {
  @Field(() => String, { nullable: true, description: "Number or identifier of the plan" })
  plan?: string | null

  @Field(() => String, {
    nullable: true,
    description: "Every word of the row's cells, without case and diacritics",
  })
  text?: string | null

  @Field(() => [String], { nullable: true, description: "Codes of rows, e.g. 10.11" })
  code?: string[] | null

  @Field(() => [Int], { nullable: true, description: "Horizon years, e.g. 2030" })
  horizon?: number[] | null

  @Field(() => [ID], {
    nullable: true,
    description: "Agencies that follow and evaluate, by identifier or code",
  })
  lead?: string[] | null

  @Field(() => [TargetKind], { nullable: true })
  targetKind?: TargetKind[] | null

  @Field(() => [AssessmentState], { nullable: true, description: "As of the day `asOf`" })
  assessment?: AssessmentState[] | null

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which assessment is meant; today when absent",
  })
  asOf?: CalendarDate | null

  @Field(() => Boolean, { nullable: true, description: "true: numbered rows only; false: sub-rows only" })
  topLevel?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: "Also what is given to a group that the agency belonged to",
  })
  throughGroups?: boolean | null

  @Field(() => Boolean, { nullable: true, description: "Also what the agency's predecessors were given" })
  inherited?: boolean | null
}

export enum IndicatorOrderField {
  PLAN_ORDER = "PLAN_ORDER",
  NAME = "NAME",
  HORIZON = "HORIZON",
}
registerEnumType(IndicatorOrderField, { name: "IndicatorOrderField" })

@InputType()
export class IndicatorOrder {
  @Field(() => IndicatorOrderField)
  field!: IndicatorOrderField

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC })
  direction!: OrderDirection
}
