import type { CalendarDate } from "@plan43/calendar"
import { ChangeInput, DateScalar } from "@plan43/subgraph"
import { Field, ID, InputType } from "type-graphql"
import type { Receipt, ReceivedPaper } from "./entry-refusals.ts"

@InputType({ description: "A report on paper: who signed it, and its scans" })
export class ReceivedPaperInput implements ReceivedPaper {
  @Field(() => String, { description: "The head who signed it" })
  approvedBy!: string

  @Field(() => DateScalar, { nullable: true, defaultValue: null, description: "The day that it bears" })
  approvedOn!: CalendarDate | null

  @Field(() => [ID], { description: "Of its scans, which one uploaded oneself" })
  fileIds!: string[]
}

@InputType({ description: "Which report reached the Department, when and as what" })
export class EnterReceivedReportInput extends ChangeInput implements Receipt {
  @Field(() => DateScalar, {
    description:
      "The day on which the file or paper reached the Department: neither before the round was opened, nor before the report was returned, nor in the future",
  })
  receivedOn!: CalendarDate

  @Field(() => ReceivedPaperInput, {
    nullable: true,
    defaultValue: null,
    description: "null: it came as the Excel file that was taken last",
  })
  paper!: ReceivedPaperInput | null
}
