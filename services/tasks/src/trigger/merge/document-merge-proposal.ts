import type { CalendarDate } from "@plan43/calendar"
import { DateScalar } from "@plan43/subgraph"
import { Field, ID, ObjectType, registerEnumType } from "type-graphql"
import { Trigger } from "../trigger.ts"
import { MergeReason } from "./merge-proposals.ts"

registerEnumType(MergeReason, {
  name: "MergeReason",
  description: "Why documents are taken to be the same",
  valuesConfig: {
    SAME_NAME: { description: "The plan calls them by the same name, which says which document is meant" },
    SAME_BASIS: { description: "They amend or replace the same numbered document" },
    SAME_KNOWN_DOCUMENT: { description: "A document known to have been issued probably is each of them" },
  },
})

@ObjectType({
  simpleResolvers: true,
  description: "That awaited documents are the same one; merged only when a coordinator does so",
})
export class DocumentMergeProposal {
  @Field(() => ID)
  id!: string

  @Field(() => MergeReason)
  reason!: MergeReason

  @Field(() => String, { description: "What they have in common, in words" })
  common!: string

  @Field(() => [Trigger], { description: "At least two, in the plan's order" })
  documents!: Trigger[]

  @Field(() => DateScalar, { nullable: true, description: "The day on which a coordinator declined it" })
  declinedOn!: CalendarDate | null

  @Field(() => String, { nullable: true })
  declinedBecause!: string | null
}
