import { Directive, Field, ID, ObjectType } from "type-graphql"

/** An indicator, known here by its identifier; the indicators subgraph knows the rest. */
@Directive('@key(fields: "id")')
@ObjectType("Indicator", { simpleResolvers: true })
export class Indicator {
  @Field(() => ID)
  id!: string
}

/** The reference by which the graph finds an indicator. */
export function indicatorReference(id: string): Indicator {
  return Object.assign(new Indicator(), { id })
}
