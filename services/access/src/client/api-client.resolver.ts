import {
  authored,
  type Change,
  ChangeConnection,
  type Connection,
  DateTimeScalar,
  PageArguments,
  payloadOf,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql"
import { historyOfClient } from "../history/history-of-client.ts"
import { ApiClientSecret } from "../secret/api-client-secret.ts"
import { rotateSecret } from "../secret/rotate-secret.ts"
import { secretsOfClient } from "../secret/secrets-of-client.ts"
import { ApiClientUse } from "../use/api-client-use.ts"
import { lastUseOfClient, useOfClient } from "../use/use-of-client.ts"
import { ApiClient } from "./api-client.ts"
import {
  ApiClientPayload,
  ApiClientSecretPayload,
  ChangeApiClientInput,
  RegisterApiClientInput,
  RevokeApiClientInput,
  RotateApiClientSecretInput,
} from "./api-client-inputs.ts"
import { ApiClientState, stateOn } from "./api-client-state.ts"
import { changeClient } from "./change-client.ts"
import {
  ApiClientConnection,
  ApiClientFilter,
  ApiClientOrder,
  apiClientById,
  findClients,
} from "./find-clients.ts"
import { registerClient } from "./register-client.ts"
import { revokeClient } from "./revoke-client.ts"

@Resolver(() => ApiClient)
export class ApiClientResolver {
  @RequiresScopes("clients:read")
  @Query(() => ApiClient, { nullable: true })
  apiClient(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<ApiClient | null> {
    return apiClientById(ctx, id)
  }

  @RequiresScopes("clients:read")
  @Query(() => ApiClientConnection)
  apiClients(
    @Arg("filter", () => ApiClientFilter, { nullable: true }) filter: ApiClientFilter | null,
    @Arg("orderBy", () => ApiClientOrder, { nullable: true }) orderBy: ApiClientOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ApiClient>> {
    return findClients(ctx, filter ?? {}, orderBy, page)
  }

  @FieldResolver(() => ApiClientState)
  state(@Root() client: ApiClient, @Ctx() { today }: RequestContext): ApiClientState {
    return stateOn(today, client)
  }

  @FieldResolver(() => [ApiClientSecret], { description: "Those that work, at most two, the newest first" })
  secrets(@Root() client: ApiClient, @Ctx() ctx: RequestContext): Promise<ApiClientSecret[]> {
    return secretsOfClient(ctx, client.id)
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: "null when it never asked" })
  lastUsedAt(@Root() client: ApiClient, @Ctx() ctx: RequestContext): Promise<Date | null> {
    return lastUseOfClient(ctx, client.id)
  }

  @FieldResolver(() => [ApiClientUse], {
    description: "Of the last days, the oldest first, also of days on which it did not ask; 1 to 366 days",
  })
  use(
    @Root() client: ApiClient,
    @Arg("days", () => Int, { defaultValue: 30 }) days: number,
    @Ctx() ctx: RequestContext,
  ): Promise<ApiClientUse[]> {
    return useOfClient(ctx, client.id, days)
  }

  @RequiresScopes("clients:write")
  @Mutation(() => ApiClientSecretPayload, { description: "Registers a system; its secret is told this once" })
  async registerApiClient(
    @Arg("input", () => RegisterApiClientInput) input: RegisterApiClientInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ApiClientSecretPayload> {
    const outcome = await registerClient(authored(ctx), input, input)
    return { ...payloadOf("client", outcome), secret: outcome.secret }
  }

  @RequiresScopes("clients:write")
  @Mutation(() => ApiClientPayload, { description: "Replaces what is decided about a system" })
  async changeApiClient(
    @Arg("input", () => ChangeApiClientInput) input: ChangeApiClientInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ApiClientPayload> {
    return payloadOf("client", await changeClient(authored(ctx), input, input, input))
  }

  @RequiresScopes("clients:write")
  @Mutation(() => ApiClientSecretPayload, { description: "Gives a system a new secret, told this once" })
  async rotateApiClientSecret(
    @Arg("input", () => RotateApiClientSecretInput) input: RotateApiClientSecretInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ApiClientSecretPayload> {
    const outcome = await rotateSecret(authored(ctx), input, input, input.keepFormerForHours)
    return { ...payloadOf("client", outcome), secret: outcome.secret }
  }

  @RequiresScopes("clients:write")
  @Mutation(() => ApiClientPayload, {
    description: "Takes a system its access, within a minute and for good; needs a reason",
  })
  async revokeApiClient(
    @Arg("input", () => RevokeApiClientInput) input: RevokeApiClientInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ApiClientPayload> {
    return payloadOf("client", await revokeClient(authored(ctx), input, input))
  }

  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() client: ApiClient,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfClient(ctx, client.id, page)
  }
}
