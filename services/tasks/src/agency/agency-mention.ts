import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { batched, grouped } from "@plan43/subgraph"
import { Field, ObjectType } from "type-graphql"
import { Agency, agencyReference } from "./agency.ts"

/** A piece of a lead or coordinating cell, in printed order. */
@Entity({ tableName: "task_agency" })
@ObjectType({ description: "A piece of an agency cell, verbatim, and the agency that it was understood as" })
export class AgencyMention {
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  taskId!: string

  @Property({ type: "text" })
  role!: "LEAD" | "COORDINATOR"

  @Property({ type: "integer" })
  position!: number

  @Field(() => String, { simple: true })
  @Property({ type: "text" })
  text!: string

  @Property({ type: "uuid", nullable: true })
  agencyId!: string | null

  @Field(() => Agency, { nullable: true, description: "null where the words could not be resolved" })
  agency(): Agency | null {
    return this.agencyId === null ? null : agencyReference(this.agencyId)
  }
}

/** All pieces of both agency cells of a task, in printed order. */
export const mentionsOfTask = batched(async (ctx, taskIds: readonly string[]) => {
  const mentions = await ctx.em.find(
    AgencyMention,
    { taskId: { $in: [...taskIds] } },
    { orderBy: { role: "ASC", position: "ASC" } },
  )
  return grouped(taskIds, mentions, (mention) => mention.taskId)
})
