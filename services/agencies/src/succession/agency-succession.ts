import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { SuccessionKind as RegisteredSuccessionKind } from "@plan43/agency-register"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar } from "@plan43/subgraph"
import { Field, ID, ObjectType, registerEnumType } from "type-graphql"

/** How one body followed another. */
export const SuccessionKind = {
  MERGER: "MERGER",
  SPLIT: "SPLIT",
  RENAMING: "RENAMING",
  REPLACEMENT: "REPLACEMENT",
} as const satisfies { [K in RegisteredSuccessionKind]: K }
export type SuccessionKind = RegisteredSuccessionKind
registerEnumType(SuccessionKind, { name: "SuccessionKind", description: "How one body followed another" })

/** From a day on, one body answers for what another was given. */
@Entity({ tableName: "agency_succession" })
@ObjectType({
  simpleResolvers: true,
  description: "From a day on, one body answers for what another was given",
})
export class AgencySuccession {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => SuccessionKind)
  @Property({ type: "text" })
  kind!: SuccessionKind

  @Field(() => DateScalar, { description: "The first day on which the successor answers" })
  @Property({ type: "date", fieldName: "on_day" })
  on!: CalendarDate

  @Property({ type: "uuid" })
  predecessorId!: string

  @Property({ type: "uuid" })
  successorId!: string

  @Field(() => String, { nullable: true, description: "Document or source, in words" })
  @Property({ type: "text", nullable: true })
  basis!: string | null

  @Property({ type: "uuid", nullable: true })
  changeId!: string | null
}
