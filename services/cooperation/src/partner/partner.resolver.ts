import {
  authored,
  type Change,
  ChangeConnection,
  type Connection,
  PageArguments,
  pageRequestOf,
  payloadOf,
  type RequestContext,
  RequiresScopes,
  RowsReadableWith,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql"
import type { CooperationActivity } from "../activity/cooperation-activity.ts"
import { activitiesOfPartner, CooperationActivityConnection } from "../activity/find-activities.ts"
import type { Agreement } from "../agreement/agreement.ts"
import { AgreementConnection, agreementsOfPartner } from "../agreement/find-agreements.ts"
import { historyOfPartner } from "../history/history.ts"
import { COOPERATION } from "../reading/readable.ts"
import { WithdrawInput } from "../withdrawal/withdraw.input.ts"
import { findPartners, PartnerConnection, PartnerFilter, PartnerOrder, partnerById } from "./find-partners.ts"
import { CreatePartnerInput, PartnerPayload, UpdatePartnerInput } from "./partner.input.ts"
import { Partner } from "./partner.ts"
import { createPartner, updatePartner, withdrawPartner } from "./record-partner.ts"

@Resolver(() => Partner)
export class PartnerResolver {
  @Query(() => Partner, { nullable: true })
  partner(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<Partner | null> {
    return partnerById(ctx, id)
  }

  @Query(() => PartnerConnection)
  partners(
    @Arg("filter", () => PartnerFilter, { nullable: true }) filter: PartnerFilter | null,
    @Arg("orderBy", () => PartnerOrder, { nullable: true }) orderBy: PartnerOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Partner>> {
    return findPartners(ctx, filter ?? {}, orderBy, page)
  }

  @RequiresScopes("cooperation:write")
  @Mutation(() => PartnerPayload)
  async createPartner(
    @Arg("input", () => CreatePartnerInput) input: CreatePartnerInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PartnerPayload> {
    return payloadOf("partner", await createPartner(authored(ctx), input, input))
  }

  @RequiresScopes("cooperation:write")
  @Mutation(() => PartnerPayload)
  async updatePartner(
    @Arg("input", () => UpdatePartnerInput) input: UpdatePartnerInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PartnerPayload> {
    return payloadOf("partner", await updatePartner(authored(ctx), input, input, input))
  }

  @RequiresScopes("cooperation:write")
  @Mutation(() => PartnerPayload, { description: "Refused while a standing agreement or activity names it" })
  async withdrawPartner(
    @Arg("input", () => WithdrawInput) input: WithdrawInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PartnerPayload> {
    return payloadOf("partner", await withdrawPartner(authored(ctx), input, input))
  }

  @FieldResolver(() => AgreementConnection)
  agreements(
    @Root() partner: Partner,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Agreement>> {
    return agreementsOfPartner(ctx, partner.id, pageRequestOf(page))
  }

  @FieldResolver(() => CooperationActivityConnection)
  activities(
    @Root() partner: Partner,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<CooperationActivity>> {
    return activitiesOfPartner(ctx, partner.id, pageRequestOf(page))
  }

  @RowsReadableWith(COOPERATION)
  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() partner: Partner,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfPartner(ctx, partner.id, page)
  }
}
