import type { RequestContext } from "@plan43/subgraph"
import { Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from "type-graphql"
import { agencyById } from "../agency/agency.loader.ts"
import { Agency } from "../agency/agency.ts"

@ObjectType({ simpleResolvers: true, description: "Whoever is asking" })
export class Viewer {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  name!: string

  agencyId!: string | null
}

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: "null when anonymous" })
  viewer(@Ctx() ctx: RequestContext): Viewer | null {
    return ctx.viewer
  }

  @FieldResolver(() => Agency, { nullable: true })
  async agency(@Root() viewer: Viewer, @Ctx() ctx: RequestContext): Promise<Agency | null> {
    return viewer.agencyId === null ? null : agencyById(ctx, viewer.agencyId)
  }
}
