import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, RequiresScopes, UserError } from "@plan43/subgraph"
import { Field, ID, ObjectType } from "type-graphql"
import { Agency } from "../agency/agency.ts"
import { AgencyKind } from "../agency/agency-kind.ts"
import { PersonAssignment } from "../assignment/person-assignment.ts"
import { AllocatedKind } from "./agency-change-kind.ts"

@ObjectType({ simpleResolvers: true, description: "A body that answers from the first day on" })
export class ProposedSuccessor {
  @Field(() => String)
  code!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true })
  shortName!: string | null

  @Field(() => AgencyKind)
  kind!: AgencyKind

  @Field(() => Agency, { nullable: true, description: "null: it begins with the change" })
  agency!: Agency | null

  @Field(() => [Agency], { description: "The groups that it belongs to from the first day on" })
  groups!: Agency[]

  @Field(() => [Agency], { description: "Of a group: those that join it on the first day" })
  members!: Agency[]
}

@ObjectType({ simpleResolvers: true, description: "A body that ends, and what it was given goes to whom" })
export class AgencyMove {
  @Field(() => Agency)
  agency!: Agency

  @Field(() => DateScalar)
  lastDay!: CalendarDate

  @Field(() => [ProposedSuccessor], { description: "Empty: nobody answers for it from then on" })
  successors!: ProposedSuccessor[]
}

@ObjectType({ simpleResolvers: true, description: "A person of a body that ends" })
export class PersonMove {
  @Field(() => PersonAssignment)
  assignment!: PersonAssignment

  @Field(() => ID, { nullable: true, description: "Code of the body that the person goes to; null: none" })
  to!: string | null

  @Field(() => Boolean, {
    description: "Several bodies follow: one must be chosen, or that the assignment ends",
  })
  undecided!: boolean
}

@ObjectType({ simpleResolvers: true, description: "What one of several that follow gets by name" })
export class ProposedAllocation {
  @Field(() => AllocatedKind)
  kind!: AllocatedKind

  @Field(() => ID, { description: "Of the task, indicator or obstacle" })
  id!: string

  @Field(() => ID, { description: "Code of the body that follows" })
  to!: string
}

@ObjectType({ simpleResolvers: true, description: "What a change would do; nothing is recorded" })
export class AgencyChangePreview {
  @Field(() => [UserError], { description: "Why it would be refused; empty: it would be recorded" })
  userErrors!: readonly UserError[]

  @Field(() => [AgencyMove])
  moves!: AgencyMove[]

  @Field(() => [ProposedSuccessor])
  successors!: ProposedSuccessor[]

  @RequiresScopes("assignments:read")
  @Field(() => [PersonMove])
  people!: PersonMove[]

  @Field(() => ID, {
    nullable: true,
    description: "Code of who gets what is allocated to none; null: all that follow",
  })
  rest!: string | null

  @Field(() => [ProposedAllocation])
  allocations!: ProposedAllocation[]

  @Field(() => [Agency], { description: "Those that join the group" })
  joining!: Agency[]

  @Field(() => [Agency], { description: "Those that leave the group" })
  leaving!: Agency[]
}
