import {
  authored,
  type Change,
  ChangeConnection,
  type Connection,
  entityById,
  PageArguments,
  payloadOf,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql"
import { historyOfObstacleTerm } from "../history/history-of-obstacle-term.ts"
import { ObstacleTermPayload, SetObstacleTermInput } from "./obstacle.input.ts"
import { ObstacleTerm, obstacleTerms, setObstacleTerm } from "./obstacle-term.ts"

const termById = entityById(ObstacleTerm)

@Resolver(() => ObstacleTerm)
export class ObstacleTermResolver {
  @RequiresScopes("obstacles:read", "obstacles:read:own")
  @Query(() => [ObstacleTerm], { description: "How long each step may take, in the order of the steps" })
  obstacleTerms(@Ctx() ctx: RequestContext): Promise<ObstacleTerm[]> {
    return obstacleTerms(ctx)
  }

  @RequiresScopes("obstacles:read", "obstacles:read:own")
  @Query(() => ObstacleTerm, { nullable: true })
  obstacleTerm(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<ObstacleTerm | null> {
    return termById(ctx, id)
  }

  @RequiresScopes("obstacles:write")
  @Mutation(() => ObstacleTermPayload, { description: "Counts for steps that begin from then on" })
  async setObstacleTerm(
    @Arg("input", () => SetObstacleTermInput) input: SetObstacleTermInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ObstacleTermPayload> {
    return payloadOf("term", await setObstacleTerm(authored(ctx), input, input, input.days))
  }

  @FieldResolver(() => ChangeConnection, {
    description: "Who set how many days, when and why; newest first",
  })
  history(
    @Root() { id }: ObstacleTerm,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfObstacleTerm(ctx, id, page)
  }
}
