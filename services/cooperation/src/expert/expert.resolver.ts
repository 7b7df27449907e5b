import {
  authored,
  type Change,
  ChangeConnection,
  type Connection,
  PageArguments,
  payloadOf,
  type RequestContext,
  RequiresScopes,
  RowsReadableWith,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql"
import { historyOfExpert } from "../history/history.ts"
import { EXPERTS } from "../reading/readable.ts"
import { WithdrawInput } from "../withdrawal/withdraw.input.ts"
import { CreateExpertInput, ExpertPayload, UpdateExpertInput } from "./expert.input.ts"
import { Expert } from "./expert.ts"
import { ExpertConnection, ExpertFilter, ExpertOrder, expertById, findExperts } from "./find-experts.ts"
import { createExpert, updateExpert, withdrawExpert } from "./record-expert.ts"

@Resolver(() => Expert)
export class ExpertResolver {
  @Query(() => Expert, {
    nullable: true,
    description: "null also for one whom you may not read",
  })
  expert(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<Expert | null> {
    return expertById(ctx, id)
  }

  @Query(() => ExpertConnection, { description: "Experts who consented to be listed and whom you may read" })
  experts(
    @Arg("filter", () => ExpertFilter, { nullable: true }) filter: ExpertFilter | null,
    @Arg("orderBy", () => ExpertOrder, { nullable: true }) orderBy: ExpertOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Expert>> {
    return findExperts(ctx, filter ?? {}, orderBy, page)
  }

  @RequiresScopes("experts:write")
  @Mutation(() => ExpertPayload)
  async createExpert(
    @Arg("input", () => CreateExpertInput) input: CreateExpertInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ExpertPayload> {
    return payloadOf("expert", await createExpert(authored(ctx), input, input))
  }

  @RequiresScopes("experts:write")
  @Mutation(() => ExpertPayload)
  async updateExpert(
    @Arg("input", () => UpdateExpertInput) input: UpdateExpertInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ExpertPayload> {
    return payloadOf("expert", await updateExpert(authored(ctx), input, input, input))
  }

  @RequiresScopes("experts:write")
  @Mutation(() => ExpertPayload, { description: "For instance when the consent is withdrawn" })
  async withdrawExpert(
    @Arg("input", () => WithdrawInput) input: WithdrawInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ExpertPayload> {
    return payloadOf("expert", await withdrawExpert(authored(ctx), input, input))
  }

  @RowsReadableWith(EXPERTS)
  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() expert: Expert,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfExpert(ctx, expert.id, page)
  }
}
