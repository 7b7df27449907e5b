import { DateTimeScalar, RequiresScopes } from "@plan43/subgraph"
import { Field, ID, ObjectType } from "type-graphql"

/** A secret that works, by what may be said of it. */
@RequiresScopes("clients:read")
@ObjectType({ simpleResolvers: true, description: "A secret that works, by what may be said of it" })
export class ApiClientSecret {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: "Its last four characters" })
  hint!: string

  @Field(() => DateTimeScalar)
  createdAt!: Date

  @Field(() => DateTimeScalar, { description: "When it stops working, at the latest with its system" })
  expiresAt!: Date
}
