import { ChangeInput } from "@plan43/subgraph"
import { InputType } from "type-graphql"

@InputType({ description: "Which row is taken out of every list; the reason must be given" })
export class WithdrawInput extends ChangeInput {}
