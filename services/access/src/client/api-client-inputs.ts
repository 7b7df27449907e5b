import type { CalendarDate } from "@plan43/calendar"
import { ChangeInput, DateScalar, RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, InputType, Int, ObjectType } from "type-graphql"
import { ApiClient } from "./api-client.ts"
import type { ApiClientDetails } from "./api-client-details.ts"

@InputType()
export class RegisterApiClientInput extends RecordingInput implements ApiClientDetails {
  @Field(() => String)
  name!: string

  @Field(() => String, { description: "The body that answers for it" })
  owner!: string

  @Field(() => String, { description: "Whom to reach, and how" })
  contact!: string

  @Field(() => String, { description: "What it asks for, and why" })
  purpose!: string

  @Field(() => [String], { description: "progress:read, observations:read, cooperation:read, or none" })
  scopes!: string[]

  @Field(() => Int, { description: "1 to 6000" })
  quotaPerMinute!: number

  @Field(() => DateScalar, {
    description: "The last day on which it may ask; two years from now at the latest",
  })
  expiresOn!: CalendarDate
}

@InputType()
export class ChangeApiClientInput extends ChangeInput implements ApiClientDetails {
  @Field(() => String)
  name!: string

  @Field(() => String)
  owner!: string

  @Field(() => String)
  contact!: string

  @Field(() => String)
  purpose!: string

  @Field(() => [String])
  scopes!: string[]

  @Field(() => Int)
  quotaPerMinute!: number

  @Field(() => DateScalar)
  expiresOn!: CalendarDate
}

@InputType()
export class RotateApiClientSecretInput extends ChangeInput {
  @Field(() => Int, {
    description: "How long the secret that is replaced still works, 0 to 168; any older one ends at once",
  })
  keepFormerForHours!: number
}

@InputType()
export class RevokeApiClientInput extends ChangeInput {}

@ObjectType({ simpleResolvers: true })
export class ApiClientPayload extends RecordingPayload {
  @Field(() => ApiClient, { nullable: true })
  client!: ApiClient | null
}

@ObjectType({ simpleResolvers: true })
export class ApiClientSecretPayload extends RecordingPayload {
  @Field(() => ApiClient, { nullable: true })
  client!: ApiClient | null

  @Field(() => String, {
    nullable: true,
    description: "The new secret, this once; null when the same key is sent again",
  })
  secret!: string | null
}
