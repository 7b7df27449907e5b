import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, RequiresScopes } from "@plan43/subgraph"
import { Field, ID, Int, ObjectType } from "type-graphql"
import type { CheckedForm } from "./check-form.ts"
import { type FormProblem, ProblemReach } from "./form-problem.ts"
import type { ReportForm } from "./report-form.ts"

@RequiresScopes("reports:write")
@ObjectType({ simpleResolvers: true, description: "Something in a filled-in form that is not right" })
export class WorkbookProblem implements Omit<FormProblem, "key"> {
  @Field(() => String, { description: "Stable, e.g. PERCENTAGE_NOT_WHOLE" })
  code!: string

  @Field(() => ProblemReach)
  reach!: ProblemReach

  @Field(() => String, { nullable: true, description: "e.g. NhiemVu; null: the file as a whole" })
  sheet!: string | null

  @Field(() => String, { nullable: true, description: "e.g. F12" })
  cell!: string | null

  @Field(() => ID, { nullable: true, description: "The line that it keeps from being taken" })
  lineId!: string | null

  @Field(() => String, { description: "In Vietnamese: what is wrong and what would be right" })
  message!: string
}

/** What a file that a coordinator uploaded would bring into a report. Nothing is recorded by looking. */
@RequiresScopes("reports:write")
@ObjectType({
  simpleResolvers: true,
  description: "What a file would bring into a report, and all that is wrong in it; nothing is recorded",
})
export class WorkbookCheck {
  form!: ReportForm
  checked!: CheckedForm

  @Field(() => [WorkbookProblem], { description: "Empty: all of it can be taken" })
  problems!: readonly FormProblem[]

  @Field(() => Int, { description: "How many lines the report has" })
  lineCount!: number

  @Field(() => Int, { description: "How many of them are right in the file" })
  rightCount!: number

  @Field(() => Int, { description: "How many of those say something else than the report does now" })
  changedCount!: number

  @Field(() => String, { nullable: true, description: "The head who approved the report, as the file says" })
  approvedBy!: string | null

  @Field(() => DateScalar, { nullable: true })
  approvedOn!: CalendarDate | null
}
