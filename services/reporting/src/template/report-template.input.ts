import { ChangeInput, RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, Int, ObjectType } from "type-graphql"
import { PlanItemKind } from "../item/report-item.ts"
import type { TemplateDetails } from "./record-template.ts"
import { ReportTemplate } from "./report-template.ts"

@InputType()
export class CreateReportTemplateInput extends RecordingInput implements TemplateDetails {
  @Field(() => String)
  name!: string

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "On what it rests, or what it is for",
  })
  note!: string | null

  @Field(() => [PlanItemKind], {
    defaultValue: [PlanItemKind.TASK, PlanItemKind.INDICATOR],
    description: "Of which a line each is asked for; none: questions alone",
  })
  itemKinds!: PlanItemKind[]

  @Field(() => [String], {
    defaultValue: [],
    description: "Numerals of the sections whose tasks are asked for; none named: all",
  })
  sections!: string[]

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "A question on each line; needed where nothing of the plan is asked for",
  })
  questions!: string | null

  @Field(() => [ID], {
    defaultValue: [],
    description: "Who is asked; nobody named: everybody who leads something",
  })
  agencyIds!: string[]
}

@InputType({
  description:
    "Replaces all that is recorded of a template; rounds that were filled in from it stay as they are",
})
export class UpdateReportTemplateInput extends CreateReportTemplateInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: "The version that the change is based on" })
  version!: number
}

@InputType({ description: "Which template is withdrawn; the reason must be given" })
export class WithdrawReportTemplateInput extends ChangeInput {}

@ObjectType({ simpleResolvers: true })
export class ReportTemplatePayload extends RecordingPayload {
  @Field(() => ReportTemplate, { nullable: true })
  template!: ReportTemplate | null
}
