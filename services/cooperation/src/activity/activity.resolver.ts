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
import { Agreement } from "../agreement/agreement.ts"
import { agreementById } from "../agreement/find-agreements.ts"
import { historyOfActivity } from "../history/history.ts"
import { partnersOfActivity } from "../partner/find-partners.ts"
import { Partner } from "../partner/partner.ts"
import { CooperationProgramme } from "../programme/cooperation-programme.ts"
import { programmeById } from "../programme/find-programmes.ts"
import { COOPERATION } from "../reading/readable.ts"
import { Agency, referenceTo } from "../reference/references.ts"
import { WithdrawInput } from "../withdrawal/withdraw.input.ts"
import {
  CooperationActivityPayload,
  CreateCooperationActivityInput,
  UpdateCooperationActivityInput,
} from "./activity.input.ts"
import { CooperationActivity } from "./cooperation-activity.ts"
import {
  activityById,
  CooperationActivityConnection,
  CooperationActivityFilter,
  CooperationActivityOrder,
  findActivities,
} from "./find-activities.ts"
import { createActivity, updateActivity, withdrawActivity } from "./record-activity.ts"

@Resolver(() => CooperationActivity)
export class CooperationActivityResolver {
  @Query(() => CooperationActivity, { nullable: true })
  cooperationActivity(
    @Arg("id", () => ID) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<CooperationActivity | null> {
    return activityById(ctx, id)
  }

  @Query(() => CooperationActivityConnection)
  cooperationActivities(
    @Arg("filter", () => CooperationActivityFilter, { nullable: true })
    filter: CooperationActivityFilter | null,
    @Arg("orderBy", () => CooperationActivityOrder, { nullable: true })
    orderBy: CooperationActivityOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<CooperationActivity>> {
    return findActivities(ctx, filter ?? {}, orderBy, page)
  }

  @RequiresScopes("cooperation:write")
  @Mutation(() => CooperationActivityPayload)
  async createCooperationActivity(
    @Arg("input", () => CreateCooperationActivityInput) input: CreateCooperationActivityInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CooperationActivityPayload> {
    return payloadOf("activity", await createActivity(authored(ctx), input, input))
  }

  @RequiresScopes("cooperation:write")
  @Mutation(() => CooperationActivityPayload)
  async updateCooperationActivity(
    @Arg("input", () => UpdateCooperationActivityInput) input: UpdateCooperationActivityInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CooperationActivityPayload> {
    return payloadOf("activity", await updateActivity(authored(ctx), input, input, input))
  }

  @RequiresScopes("cooperation:write")
  @Mutation(() => CooperationActivityPayload, { description: "Takes it out of every list" })
  async withdrawCooperationActivity(
    @Arg("input", () => WithdrawInput) input: WithdrawInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CooperationActivityPayload> {
    return payloadOf("activity", await withdrawActivity(authored(ctx), input, input))
  }

  @FieldResolver(() => [Partner])
  partners(@Root() activity: CooperationActivity, @Ctx() ctx: RequestContext): Promise<Partner[]> {
    return partnersOfActivity(ctx, activity.id)
  }

  @FieldResolver(() => Agreement, { nullable: true })
  async agreement(
    @Root() { agreementId }: CooperationActivity,
    @Ctx() ctx: RequestContext,
  ): Promise<Agreement | null> {
    return agreementId === null ? null : agreementById(ctx, agreementId)
  }

  @FieldResolver(() => CooperationProgramme, { nullable: true })
  async programme(
    @Root() { programmeId }: CooperationActivity,
    @Ctx() ctx: RequestContext,
  ): Promise<CooperationProgramme | null> {
    return programmeId === null ? null : programmeById(ctx, programmeId)
  }

  @FieldResolver(() => Agency, { nullable: true })
  responsibleAgency(@Root() { responsibleAgencyId }: CooperationActivity): Agency | null {
    return responsibleAgencyId === null ? null : referenceTo(Agency, responsibleAgencyId)
  }

  @RowsReadableWith(COOPERATION)
  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() activity: CooperationActivity,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfActivity(ctx, activity.id, page)
  }
}
