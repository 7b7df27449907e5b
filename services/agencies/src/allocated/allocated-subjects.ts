import { Directive, Field, ID, ObjectType } from "type-graphql"

/** A task, known here by its identifier; the tasks subgraph knows the rest. */
@Directive('@key(fields: "id")')
@ObjectType("Task", { simpleResolvers: true })
export class Task {
  @Field(() => ID)
  id!: string
}

/** An indicator, known here by its identifier; the indicators subgraph knows the rest. */
@Directive('@key(fields: "id")')
@ObjectType("Indicator", { simpleResolvers: true })
export class Indicator {
  @Field(() => ID)
  id!: string
}
