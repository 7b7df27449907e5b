import type { CalendarDate } from "@plan43/calendar"
import { ChangeInput, DateScalar, RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, ObjectType } from "type-graphql"
import { AgencyKind } from "../agency/agency-kind.ts"
import { AgencyChange } from "./agency-change.ts"
import { AgencyChangeKind, AllocatedKind } from "./agency-change-kind.ts"

@InputType()
export class AgencyChangeDocumentInput {
  @Field(() => String, { description: "Number and symbol, e.g. 21/NQ-HĐND" })
  number!: string

  @Field(() => DateScalar)
  issuedOn!: CalendarDate

  @Field(() => String)
  issuer!: string

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "Where it can be read: an https address",
  })
  link!: string | null
}

@InputType({ description: "A body that begins with the change" })
export class FoundedAgencyInput {
  @Field(() => String, { description: "Short readable slug, e.g. so-khcn; never given twice" })
  code!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true, defaultValue: null })
  shortName!: string | null

  @Field(() => AgencyKind)
  kind!: AgencyKind

  @Field(() => [ID], {
    nullable: true,
    defaultValue: null,
    description: "Groups that it belongs to, by identifier or code; null: those of the bodies before it",
  })
  groups!: string[] | null
}

@InputType({ description: "Exactly one of `agency` and `founded`" })
export class AgencySuccessorInput {
  @Field(() => ID, {
    nullable: true,
    defaultValue: null,
    description: "One that exists, by identifier or code",
  })
  agency!: string | null

  @Field(() => FoundedAgencyInput, { nullable: true, defaultValue: null })
  founded!: FoundedAgencyInput | null

  @Field(() => [ID], {
    nullable: true,
    defaultValue: null,
    description:
      "Of a group: who joins it, by identifier or code; null: the members of the groups before it, which a split must name",
  })
  members!: string[] | null
}

@InputType({ description: "What one of several successors gets by name" })
export class AllocationInput {
  @Field(() => AllocatedKind)
  kind!: AllocatedKind

  @Field(() => ID, { description: "Of the task, indicator or obstacle" })
  id!: string

  @Field(() => ID, { description: "Identifier or code of a body that follows" })
  to!: string
}

@InputType({ description: "Where the assignment of a person goes" })
export class PersonMoveInput {
  @Field(() => ID)
  assignmentId!: string

  @Field(() => ID, {
    nullable: true,
    defaultValue: null,
    description: "Identifier or code of a body that follows; null: the assignment ends with the body",
  })
  to!: string | null
}

@InputType({
  description: "A merger, split, renaming, dissolution, founding, or a change of a group's members",
})
export class AgencyChangeInput {
  @Field(() => AgencyChangeKind)
  kind!: AgencyChangeKind

  @Field(() => DateScalar, { description: "The first day; those that end, end the day before" })
  effectiveOn!: CalendarDate

  @Field(() => AgencyChangeDocumentInput)
  document!: AgencyChangeDocumentInput

  @Field(() => [ID], { description: "Those that end, by identifier or code" })
  predecessors!: string[]

  @Field(() => [AgencySuccessorInput], { description: "Those that answer from the first day on" })
  successors!: AgencySuccessorInput[]

  @Field(() => [PersonMoveInput], {
    defaultValue: [],
    description: "People who are not named go to the only body that follows; of several, one must be chosen",
  })
  people!: PersonMoveInput[]

  @Field(() => ID, {
    nullable: true,
    defaultValue: null,
    description: "Of several that follow, who gets what is allocated to none; null: all of them do",
  })
  rest!: string | null

  @Field(() => [AllocationInput], {
    defaultValue: [],
    description: "What goes to one of several that follow",
  })
  allocations!: AllocationInput[]

  @Field(() => [ID], {
    defaultValue: [],
    description: "Of a change of members: who joins the group, by identifier or code",
  })
  joining!: string[]

  @Field(() => [ID], { defaultValue: [], description: "Of a change of members: who leaves the group" })
  leaving!: string[]
}

@InputType()
export class RecordAgencyChangeInput extends RecordingInput {
  @Field(() => AgencyChangeInput)
  change!: AgencyChangeInput
}

@InputType({ description: "Takes back what was recorded by mistake; the reason must be given" })
export class RevokeAgencyChangeInput extends ChangeInput {}

@ObjectType({ simpleResolvers: true })
export class AgencyChangePayload extends RecordingPayload {
  @Field(() => AgencyChange, { nullable: true })
  change!: AgencyChange | null
}
