import { ChangeInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, Int, ObjectType } from "type-graphql"
import { LineAnswer, type LineDetails } from "./line-field.ts"
import { ReportLine } from "./report-line.ts"

@InputType({ description: "Replaces all that is filled in on a line" })
export class SaveReportLineInput extends ChangeInput implements LineDetails {
  @Field(() => LineAnswer, { nullable: true, defaultValue: null })
  answer!: LineAnswer | null

  @Field(() => String, { nullable: true, defaultValue: null })
  progress!: string | null

  @Field(() => String, { nullable: true, defaultValue: null })
  resultDocument!: string | null

  @Field(() => Int, { nullable: true, defaultValue: null, description: "0 to 100" })
  percentage!: number | null

  @Field(() => String, { nullable: true, defaultValue: null })
  difficulties!: string | null

  @Field(() => String, { nullable: true, defaultValue: null })
  proposal!: string | null

  @Field(() => String, { nullable: true, defaultValue: null })
  nextPlan!: string | null
}

@InputType({ description: "Replaces the files that prove what a line says" })
export class AttachReportLineFilesInput extends ChangeInput {
  @Field(() => [ID], { description: "Of files that were uploaded before, or are there already" })
  fileIds!: string[]
}

@ObjectType({ simpleResolvers: true })
export class ReportLinePayload extends RecordingPayload {
  @Field(() => ReportLine, { nullable: true })
  line!: ReportLine | null
}
