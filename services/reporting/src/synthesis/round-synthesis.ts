import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar, RequiresScopes } from "@plan43/subgraph"
import { Field, ObjectType } from "type-graphql"
import type { FoundSynthesis } from "./find-synthesis.ts"

/** A file within an answer of the graph: the report of the whole city is some hundred kilobytes. */
@ObjectType({ simpleResolvers: true, description: "A file that is made of a round" })
export class RoundFile {
  @Field(() => String)
  name!: string

  @Field(() => String)
  mediaType!: string

  @Field(() => String, { description: "Its bytes" })
  base64!: string
}

/** The City's report of a round. Its files are made when they are asked for. */
@RequiresScopes("reports:read")
@ObjectType({
  simpleResolvers: true,
  description:
    "The report of a round: a draft of what is there now, or what the locked round was reported from",
})
export class RoundSynthesis implements Pick<FoundSynthesis, "sha256" | "frozenAt"> {
  roundId!: string

  found!: FoundSynthesis

  @Field(() => DateScalar, { description: "The day up to which everything is told" })
  asOf!: CalendarDate

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 of what it is written from, in hexadecimals; null while the round is open",
  })
  sha256!: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: "When the round was locked; null before" })
  frozenAt!: Date | null
}
