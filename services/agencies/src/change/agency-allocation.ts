import { batched, grouped, hasScope } from "@plan43/subgraph"
import { sql } from "kysely"
import { Field, ObjectType } from "type-graphql"
import { AllocatedKind } from "./agency-change-kind.ts"

@ObjectType({
  simpleResolvers: true,
  description:
    "What one of several bodies got by name when they followed another: an obstacle is named to nobody here",
})
export class AgencyAllocation {
  @Field(() => AllocatedKind)
  kind!: AllocatedKind

  changeId!: string
  subjectId!: string
  successorId!: string
}

/** What a change gave to whom by name. That there is an obstacle is for those to know who read all of them. */
export const allocationsOf = batched(
  async (ctx, changeIds: readonly string[]): Promise<AgencyAllocation[][]> => {
    const kinds = hasScope(ctx.viewer, "obstacles:read") ? Object.keys(AllocatedKind) : ["TASK", "INDICATOR"]
    const { rows } = await sql<AgencyAllocation>`
    select change_id as "changeId", subject_kind as kind, subject_id as "subjectId", successor_id as "successorId"
    from agency_change_allocation
    where change_id = any(${[...changeIds]}::uuid[]) and subject_kind = any(${kinds}::text[])
    order by subject_kind desc, subject_id`.execute(ctx.em.getKysely<unknown>())
    return grouped(
      changeIds,
      rows.map((row) => Object.assign(new AgencyAllocation(), row)),
      ({ changeId }) => changeId,
    )
  },
)
