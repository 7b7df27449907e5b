import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, Int, ObjectType } from "type-graphql"
import { ReportedTaskState } from "../status/work.ts"
import { ProgressAnswer, ProgressReport } from "./progress-report.ts"
import type { ReportDetails } from "./report-progress.ts"
import { ResultDocumentInput } from "./result-document.ts"

@InputType({
  description: "An answer to an obligation; only the one about progress says how the work stands",
})
export class ReportProgressInput extends RecordingInput implements ReportDetails {
  @Field(() => ID)
  obligationId!: string

  @Field(() => Int, { description: "The version of the obligation that the answer is based on" })
  version!: number

  @Field(() => ProgressAnswer)
  answer!: ProgressAnswer

  @Field(() => ReportedTaskState, { nullable: true, defaultValue: null })
  state!: ReportedTaskState | null

  @Field(() => Int, { nullable: true, defaultValue: null, description: "From 0 to 100" })
  percentage!: number | null

  @Field(() => String, { nullable: true, defaultValue: null })
  done!: string | null

  @Field(() => ResultDocumentInput, { nullable: true, defaultValue: null })
  result!: ResultDocumentInput | null

  @Field(() => DateScalar, { nullable: true, defaultValue: null })
  completedOn!: CalendarDate | null

  @Field(() => String, { nullable: true, defaultValue: null })
  difficulties!: string | null

  @Field(() => String, { nullable: true, defaultValue: null })
  nextStep!: string | null

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "The period that is answered; the one in which today lies when absent",
  })
  periodKey!: string | null

  @Field(() => ID, { nullable: true, defaultValue: null, description: "Of a task in phases: which one" })
  phaseId!: string | null
}

@ObjectType({ simpleResolvers: true })
export class ProgressReportPayload extends RecordingPayload {
  @Field(() => ProgressReport, { nullable: true })
  report!: ProgressReport | null
}
