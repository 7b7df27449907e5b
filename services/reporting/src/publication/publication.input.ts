import { ChangeInput } from "@plan43/subgraph"
import { Field, InputType, Int } from "type-graphql"
import { PublishedPart } from "./published-part.ts"
import type { PublicationDetails } from "./record-publication.ts"

@InputType({ description: "What of a locked round the public is shown; `id` and `version` are the round's" })
export class PublishPartsInput extends ChangeInput implements PublicationDetails {
  @Field(() => [PublishedPart])
  parts!: PublishedPart[]

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "What the City says of it in its own words: the part TEXT",
  })
  text!: string | null

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "What it corrects, for the public; needed of every version but the first",
  })
  note!: string | null
}

@InputType({
  description:
    "Which round's publication is taken back; the reason is shown in its place. `id` and `version` are the round's",
})
export class WithdrawPublicationInput extends ChangeInput {
  @Field(() => Int, {
    nullable: true,
    defaultValue: null,
    description: "Which version of it; null: the one that came last",
  })
  publicationVersion!: number | null
}
