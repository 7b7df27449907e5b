import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { batched, grouped } from "@plan43/subgraph"
import { Field, ObjectType } from "type-graphql"
import { Agency, agencyReference } from "./agency.ts"

/** A piece of the cell “Cơ quan chủ trì theo dõi, đánh giá”, in printed order. */
@Entity({ tableName: "indicator_agency" })
@ObjectType({ description: "A piece of an agency cell, verbatim, and the agency that it was understood as" })
export class IndicatorAgencyMention {
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  indicatorId!: string

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

/** All pieces of the agency cell of an indicator, in printed order. */
export const mentionsOfIndicator = batched(async (ctx, indicatorIds: readonly string[]) => {
  const mentions = await ctx.em.find(
    IndicatorAgencyMention,
    { indicatorId: { $in: [...indicatorIds] } },
    { orderBy: { position: "ASC" } },
  )
  return grouped(indicatorIds, mentions, (mention) => mention.indicatorId)
})
