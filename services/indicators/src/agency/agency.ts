import { Directive, Field, ID, ObjectType } from "type-graphql"

/** An agency, known here by its identifier; the agencies subgraph knows the rest. */
@Directive('@key(fields: "id")')
@ObjectType("Agency", { simpleResolvers: true })
export class Agency {
  @Field(() => ID)
  id!: string
}

/** The reference by which the graph finds an agency. */
export function agencyReference(id: string): Agency {
  return Object.assign(new Agency(), { id })
}
