import { ChangeInput } from "@plan43/subgraph"
import { Field, ID, InputType, registerEnumType } from "type-graphql"

/** How much of a filled-in form is taken. */
export const WorkbookTaking = { ALL: "ALL", RIGHT_LINES: "RIGHT_LINES" } as const
export type WorkbookTaking = keyof typeof WorkbookTaking
registerEnumType(WorkbookTaking, {
  name: "WorkbookTaking",
  description:
    "ALL: nothing of it unless all of it is right; RIGHT_LINES: the lines that are right, without the rest",
})

@InputType({ description: "Which report takes its lines from which file" })
export class TakeReportWorkbookInput extends ChangeInput {
  @Field(() => ID, { description: "Of a file that one uploaded oneself and has not used yet" })
  fileId!: string

  @Field(() => WorkbookTaking)
  taking!: WorkbookTaking
}
