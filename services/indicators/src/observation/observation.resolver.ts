import type { RequestContext } from "@plan43/subgraph"
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql"
import { indicatorById } from "../indicator/indicator.loader.ts"
import { Indicator } from "../indicator/indicator.ts"
import { Observation } from "./observation.ts"

@Resolver(() => Observation)
export class ObservationResolver {
  @FieldResolver(() => Indicator)
  indicator(@Root() observation: Observation, @Ctx() ctx: RequestContext): Promise<Indicator | null> {
    return indicatorById(ctx, observation.indicatorId)
  }
}
