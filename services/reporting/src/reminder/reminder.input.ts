import { RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, ObjectType } from "type-graphql"
import { ReportReminder } from "./report-reminder.ts"

@InputType()
export class RemindOfReportsInput extends RecordingInput {
  @Field(() => ID)
  roundId!: string

  @Field(() => [ID], {
    defaultValue: [],
    description: "Which reports of it; none named: all that have not come and were not asked for today",
  })
  reportIds!: string[]
}

@ObjectType({ simpleResolvers: true })
export class ReportReminderPayload extends RecordingPayload {
  @Field(() => ReportReminder, { nullable: true })
  reminder!: ReportReminder | null
}
