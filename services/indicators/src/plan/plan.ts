import { Directive, Field, ID, ObjectType } from "type-graphql"

/** A plan, known here by its identifier; the tasks subgraph knows the rest. */
@Directive('@key(fields: "id")')
@ObjectType("Plan", { simpleResolvers: true })
export class Plan {
  @Field(() => ID)
  id!: string
}

/** The reference by which the graph finds a plan. */
export function planOf(id: string): Plan {
  return Object.assign(new Plan(), { id })
}
