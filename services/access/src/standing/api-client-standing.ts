import { Directive, Field, Int, ObjectType } from "type-graphql"
import { ApiClientState } from "../client/api-client-state.ts"

/** What the gateway must know of a system to answer it. */
@Directive("@inaccessible")
@ObjectType({ simpleResolvers: true, description: "What the gateway must know of a system to answer it" })
export class ApiClientStanding {
  @Field(() => String)
  clientId!: string

  @Field(() => String)
  name!: string

  @Field(() => [String])
  scopes!: string[]

  @Field(() => Int)
  quotaPerMinute!: number

  @Field(() => ApiClientState)
  state!: ApiClientState
}

/** Why a secret does not prove who is asking; for the history, never for who tried. */
export type SecretFault =
  | "UNKNOWN_CLIENT"
  | "WRONG_SECRET"
  | "SECRET_EXPIRED"
  | "CLIENT_EXPIRED"
  | "CLIENT_REVOKED"

/** What came of looking at a secret: the system that it proves, or the fault. */
@Directive("@inaccessible")
@ObjectType({ simpleResolvers: true, description: "The system that a secret proves, or why it proves none" })
export class ApiClientCheck {
  @Field(() => ApiClientStanding, { nullable: true })
  standing!: ApiClientStanding | null

  @Field(() => String, { nullable: true, description: "Stable code, e.g. WRONG_SECRET" })
  fault!: SecretFault | null
}
