import type { CalendarDate } from "@plan43/calendar"
import {
  type Change,
  ChangeConnection,
  type Connection,
  DateScalar,
  PageArguments,
  pageRequestOf,
  type RequestContext,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql"
import { historyOfAgency } from "../history/history.ts"
import { groupsOf, membersOf } from "../membership/group-membership.ts"
import { AgencySuccession } from "../succession/agency-succession.ts"
import { successionsOf, successorsOf } from "../succession/succession.loader.ts"
import { AgencyConnection, agencyByCode, agencyById } from "./agency.loader.ts"
import { Agency, isActive } from "./agency.ts"
import { AgencyFilter, AgencyOrder, findAgencies } from "./find-agencies.ts"

@Resolver(() => Agency)
export class AgencyResolver {
  @Query(() => Agency, { nullable: true, description: "By identifier or code, e.g. so-khcn" })
  async agency(
    @Arg("id", () => ID, { nullable: true }) id: string | null,
    @Arg("code", () => String, { nullable: true }) code: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Agency | null> {
    if (id != null) return agencyById(ctx, id)
    return code == null ? null : agencyByCode(ctx, code)
  }

  @Query(() => AgencyConnection)
  agencies(
    @Arg("filter", () => AgencyFilter, { nullable: true }) filter: AgencyFilter | null,
    @Arg("orderBy", () => AgencyOrder, { nullable: true }) orderBy: AgencyOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Agency>> {
    return findAgencies(ctx, filter ?? {}, orderBy, page)
  }

  @FieldResolver(() => Boolean, { description: "Whether it exists on the day `asOf`; today when absent" })
  active(
    @Root() agency: Agency,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): boolean {
    return isActive(agency, asOf ?? ctx.today)
  }

  @FieldResolver(() => [Agency], {
    description: "Who answers for it on the day `asOf`; none while it exists",
  })
  successors(
    @Root() agency: Agency,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Agency[]> {
    return successorsOf(ctx, { agencyId: agency.id, asOf: asOf ?? ctx.today })
  }

  @FieldResolver(() => [Agency], { description: "The bodies that it followed directly" })
  async predecessors(@Root() agency: Agency, @Ctx() ctx: RequestContext): Promise<Agency[]> {
    const successions = await successionsOf(ctx, agency.id)
    const before = successions.filter(({ successorId }) => successorId === agency.id)
    return present(await Promise.all(before.map(({ predecessorId }) => agencyById(ctx, predecessorId))))
  }

  @FieldResolver(() => [AgencySuccession], {
    description: "Every succession it took part in, earliest first",
  })
  successions(@Root() agency: Agency, @Ctx() ctx: RequestContext): Promise<AgencySuccession[]> {
    return successionsOf(ctx, agency.id)
  }

  @FieldResolver(() => AgencyConnection, { description: "Of a GROUP, on the day `asOf`; today when absent" })
  members(
    @Root() agency: Agency,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Agency>> {
    return membersOf(ctx, agency.id, { asOf: asOf ?? ctx.today, page: pageRequestOf(page) })
  }

  @FieldResolver(() => [Agency], {
    description: "The groups it belongs to on the day `asOf`; today when absent",
  })
  groups(
    @Root() agency: Agency,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Agency[]> {
    return groupsOf(ctx, { agencyId: agency.id, asOf: asOf ?? ctx.today })
  }

  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() agency: Agency,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfAgency(ctx, agency.id, page)
  }
}

@Resolver(() => AgencySuccession)
export class AgencySuccessionResolver {
  @FieldResolver(() => Agency)
  predecessor(@Root() succession: AgencySuccession, @Ctx() ctx: RequestContext): Promise<Agency | null> {
    return agencyById(ctx, succession.predecessorId)
  }

  @FieldResolver(() => Agency)
  successor(@Root() succession: AgencySuccession, @Ctx() ctx: RequestContext): Promise<Agency | null> {
    return agencyById(ctx, succession.successorId)
  }
}

function present(agencies: readonly (Agency | null)[]): Agency[] {
  return agencies.filter((agency) => agency !== null)
}
