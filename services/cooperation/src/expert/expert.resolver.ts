import { type Connection, PageArguments, type RequestContext } from "@plan43/subgraph"
import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql"
import { Expert } from "./expert.ts"
import { ExpertConnection, ExpertFilter, ExpertOrder, expertById, findExperts } from "./find-experts.ts"

@Resolver(() => Expert)
export class ExpertResolver {
  @Query(() => Expert, {
    nullable: true,
    description: "null also for one who has not consented to be listed",
  })
  expert(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<Expert | null> {
    return expertById(ctx, id)
  }

  @Query(() => ExpertConnection, { description: "Experts who consented to be listed" })
  experts(
    @Arg("filter", () => ExpertFilter, { nullable: true }) filter: ExpertFilter | null,
    @Arg("orderBy", () => ExpertOrder, { nullable: true }) orderBy: ExpertOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Expert>> {
    return findExperts(ctx, filter ?? {}, orderBy, page)
  }
}
