import type { CalendarDate } from "@plan43/calendar"
import { DateScalar } from "@plan43/subgraph"
import { Field, ID, ObjectType } from "type-graphql"
import { Task } from "../../task/task.ts"
import { Trigger } from "../trigger.ts"
import { TriggerKind } from "../trigger-kind.ts"

@ObjectType({ simpleResolvers: true, description: "Where something was read" })
export class PublicSource {
  @Field(() => String)
  title!: string

  @Field(() => String, { description: "Address of a page" })
  link!: string
}

@ObjectType({
  simpleResolvers: true,
  description:
    "A document known to have been issued since the plan; nothing is started by it until somebody records it",
})
export class KnownDocument {
  @Field(() => ID)
  id!: string

  @Field(() => TriggerKind)
  kind!: TriggerKind

  @Field(() => String, { nullable: true, description: "null where the source gives none" })
  number!: string | null

  @Field(() => String)
  name!: string

  @Field(() => String)
  issuer!: string

  @Field(() => DateScalar, { nullable: true, description: "null where the source does not say" })
  issuedOn!: CalendarDate | null

  @Field(() => DateScalar, { nullable: true, description: "null where the source does not say" })
  effectiveOn!: CalendarDate | null

  @Field(() => PublicSource)
  source!: PublicSource

  taskCodes!: readonly string[]

  @Field(() => [Task], { description: "The tasks that it probably concerns, in the plan's order" })
  tasks!: Task[]
}

@ObjectType({ simpleResolvers: true, description: "That a known document is the one that tasks wait for" })
export class DocumentSuggestion {
  @Field(() => ID)
  id!: string

  @Field(() => KnownDocument)
  document!: KnownDocument

  @Field(() => Trigger)
  trigger!: Trigger

  @Field(() => DateScalar, { nullable: true, description: "The day on which a coordinator declined it" })
  declinedOn!: CalendarDate | null
}
