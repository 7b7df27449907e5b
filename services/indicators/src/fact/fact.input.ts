import { ChangeInput } from "@plan43/subgraph"
import { Field, InputType } from "type-graphql"

@InputType({ description: "Which row is withdrawn with all it corrected; the reason must be given" })
export class WithdrawRecordInput extends ChangeInput {}

@InputType()
export class PublishRecordInput extends ChangeInput {
  @Field(() => Boolean, {
    description: "true shows the row to the public, false hides it and what it corrected",
  })
  published!: boolean
}
