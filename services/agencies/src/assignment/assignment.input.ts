import type { CalendarDate } from "@plan43/calendar"
import { ChangeInput, DateScalar, RecordingInput, RecordingPayload, Role } from "@plan43/subgraph"
import { Field, ID, InputType, Int, ObjectType } from "type-graphql"
import { PersonAssignment } from "./person-assignment.ts"
import type { AssignmentDetails } from "./record-assignment.ts"

@InputType()
export class AssignPersonInput extends RecordingInput implements AssignmentDetails {
  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "The person's identifier at the issuer of sign-ins; this or the e-mail must be given",
  })
  subject!: string | null

  @Field(() => String, { nullable: true, defaultValue: null, description: "As the issuer has verified it" })
  email!: string | null

  @Field(() => String)
  name!: string

  @Field(() => Role)
  role!: Role

  @Field(() => ID, {
    nullable: true,
    defaultValue: null,
    description: "Given exactly for AGENCY_OFFICER and AGENCY_HEAD",
  })
  agencyId!: string | null

  @Field(() => DateScalar, { description: "The first day" })
  validFrom!: CalendarDate

  @Field(() => DateScalar, {
    nullable: true,
    defaultValue: null,
    description: "The last day; null sets none",
  })
  validTo!: CalendarDate | null

  @Field(() => String, { nullable: true, defaultValue: null })
  note!: string | null
}

@InputType({ description: "Replaces all that is recorded" })
export class ChangeAssignmentInput extends AssignPersonInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: "The version that the change is based on" })
  version!: number
}

@InputType({ description: "The reason must be given" })
export class EndAssignmentInput extends ChangeInput {
  @Field(() => DateScalar, {
    description: "The last day; a day before the first takes the assignment back as if never given",
  })
  lastDay!: CalendarDate
}

@ObjectType({ simpleResolvers: true })
export class PersonAssignmentPayload extends RecordingPayload {
  @Field(() => PersonAssignment, { nullable: true })
  assignment!: PersonAssignment | null
}
