import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { Directive, Field, ID, ObjectType } from "type-graphql"

/** What one agency owes of a task. Worked out from the lead cell and from who belongs to what on a day, never stored: rows come from statements, there is no table of that name. */
@Entity({ tableName: "task_obligation" })
@Directive('@key(fields: "id")')
@ObjectType({
  simpleResolvers: true,
  description:
    "What one agency owes of a task; a task given to a class is owed by each member of the class on that day",
})
export class TaskObligation {
  @Field(() => ID)
  @PrimaryKey({ type: "text" })
  id!: string

  @Property({ type: "uuid" })
  taskId!: string

  @Property({ type: "uuid" })
  agencyId!: string

  /** The agency or the class of agencies that the lead cell names. */
  @Property({ type: "uuid" })
  givenToId!: string
}
