import { Directive, Field, ID, ObjectType } from "type-graphql"

/** An agency, known here by its identifier; what this subgraph adds to it stands in `src/scorecard/`. */
@Directive('@key(fields: "id")')
@ObjectType("Agency", { simpleResolvers: true })
export class Agency {
  @Field(() => ID)
  id!: string
}

/** A task, known here by its identifier. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType("Task", { simpleResolvers: true })
export class Task {
  @Field(() => ID)
  id!: string
}

/** An indicator, known here by its identifier. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType("Indicator", { simpleResolvers: true })
export class Indicator {
  @Field(() => ID)
  id!: string
}

/** The reference by which the graph finds an object of another subgraph. */
export function referenceTo<T extends { id: string }>(type: new () => T, id: string): T {
  return Object.assign(new type(), { id })
}
