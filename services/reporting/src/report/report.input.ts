import { ChangeInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, ObjectType } from "type-graphql"
import { ReportLineField } from "../line/line-field.ts"
import { AgencyReport } from "./agency-report.ts"
import type { FieldToCorrect } from "./move-report.ts"

@InputType({ description: "Which report is moved on" })
export class MoveAgencyReportInput extends ChangeInput {}

@InputType({ description: "A field that is to be corrected, and why" })
export class FieldToCorrectInput implements FieldToCorrect {
  @Field(() => ID)
  lineId!: string

  @Field(() => ReportLineField)
  field!: ReportLineField

  @Field(() => String, { description: "What is wrong with it" })
  reason!: string
}

@InputType({ description: "Which report is returned; only what is named here is open to its agency again" })
export class ReturnAgencyReportInput extends ChangeInput {
  @Field(() => [FieldToCorrectInput])
  toCorrect!: FieldToCorrectInput[]
}

@ObjectType({ simpleResolvers: true })
export class AgencyReportPayload extends RecordingPayload {
  @Field(() => AgencyReport, { nullable: true })
  report!: AgencyReport | null
}
