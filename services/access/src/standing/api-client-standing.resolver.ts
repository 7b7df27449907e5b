import { ForGatewayOnly, type RequestContext } from "@plan43/subgraph"
import { Arg, Ctx, Query, Resolver } from "type-graphql"
import { ApiClientCheck, ApiClientStanding } from "./api-client-standing.ts"
import { checkSecret } from "./check-secret.ts"
import { findStandings } from "./find-standings.ts"

@Resolver()
export class ApiClientStandingResolver {
  @ForGatewayOnly()
  @Query(() => ApiClientCheck, { description: "Which system a secret proves" })
  apiClientBySecret(
    @Arg("clientId", () => String) clientId: string,
    @Arg("secret", () => String) secret: string,
    @Ctx() ctx: RequestContext,
  ): Promise<ApiClientCheck> {
    return checkSecret(ctx, clientId, secret)
  }

  @ForGatewayOnly()
  @Query(() => [ApiClientStanding], { description: "How systems stand today; unknown ones are left out" })
  apiClientStandings(
    @Arg("clientIds", () => [String]) clientIds: string[],
    @Ctx() ctx: RequestContext,
  ): Promise<ApiClientStanding[]> {
    return findStandings(ctx, clientIds)
  }
}
