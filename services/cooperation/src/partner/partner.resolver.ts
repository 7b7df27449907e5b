import { type Connection, PageArguments, pageRequestOf, type RequestContext } from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql"
import type { CooperationActivity } from "../activity/cooperation-activity.ts"
import { activitiesOfPartner, CooperationActivityConnection } from "../activity/find-activities.ts"
import type { Agreement } from "../agreement/agreement.ts"
import { AgreementConnection, agreementsOfPartner } from "../agreement/find-agreements.ts"
import { findPartners, PartnerConnection, PartnerFilter, PartnerOrder, partnerById } from "./find-partners.ts"
import { Partner } from "./partner.ts"

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
}
