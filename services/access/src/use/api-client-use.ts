import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, RequiresScopes } from "@plan43/subgraph"
import { Field, Int, ObjectType } from "type-graphql"

/** How much a system asked on a day. */
@RequiresScopes("clients:read")
@ObjectType({ simpleResolvers: true, description: "How much a system asked on a day" })
export class ApiClientUse {
  @Field(() => DateScalar)
  day!: CalendarDate

  @Field(() => Int)
  requests!: number

  @Field(() => Int, { description: "Of the requests, those beyond its quota" })
  refused!: number
}
