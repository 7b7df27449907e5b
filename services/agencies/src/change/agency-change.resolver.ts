import {
  authored,
  type Change,
  ChangeConnection,
  type Connection,
  PageArguments,
  payloadOf,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql"
import { agencyById } from "../agency/agency.loader.ts"
import { Agency } from "../agency/agency.ts"
import { Indicator, Task } from "../allocated/allocated-subjects.ts"
import { historyOfChange } from "../history/history.ts"
import { AgencySuccession } from "../succession/agency-succession.ts"
import { AgencyAllocation, allocationsOf } from "./agency-allocation.ts"
import {
  AgencyChangeInput,
  AgencyChangePayload,
  RecordAgencyChangeInput,
  RevokeAgencyChangeInput,
} from "./agency-change.input.ts"
import { AgencyChange } from "./agency-change.ts"
import { AgencyChangePreview, type ProposedSuccessor } from "./agency-change-preview.ts"
import { lastDayBefore } from "./change-rules.ts"
import { AgencyChangeConnection, changeById, changesOfAgency, findChanges } from "./find-changes.ts"
import { type FollowingBody, proposeChange } from "./propose-change.ts"
import { recordAgencyChange } from "./record-change.ts"
import { revokeAgencyChange } from "./revoke-change.ts"

@Resolver(() => AgencyChange)
export class AgencyChangeResolver {
  @Query(() => AgencyChange, { nullable: true })
  agencyChange(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<AgencyChange | null> {
    return changeById(ctx, id)
  }

  @Query(() => AgencyChangeConnection, {
    description: "Latest first day first; those that were taken back among them",
  })
  agencyChanges(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<AgencyChange>> {
    return findChanges(ctx, page)
  }

  @RequiresScopes("agencies:write")
  @Query(() => AgencyChangePreview, { description: "What a change would do; nothing is recorded" })
  async previewAgencyChange(
    @Arg("change", () => AgencyChangeInput) input: AgencyChangeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AgencyChangePreview> {
    const { change, predecessors, successors, people, rest, allocations, joining, leaving, refusals } =
      await proposeChange(ctx.em, ctx.today, input)
    const proposed = successors.map(proposedSuccessor)
    return {
      userErrors: refusals,
      successors: proposed,
      moves: predecessors.map((agency) => ({
        agency,
        lastDay: lastDayBefore(change.effectiveOn),
        successors: proposed,
      })),
      people: people.map(({ assignment, to }) => ({
        assignment,
        to: to?.code ?? null,
        undecided: to === undefined,
      })),
      rest: rest?.code ?? null,
      allocations: allocations.map(({ kind, id, to }) => ({ kind, id, to: to.code })),
      joining,
      leaving,
    }
  }

  @RequiresScopes("agencies:write")
  @Mutation(() => AgencyChangePayload, {
    description: "Records the change and does all that it means, in one step",
  })
  async recordAgencyChange(
    @Arg("input", () => RecordAgencyChangeInput) input: RecordAgencyChangeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AgencyChangePayload> {
    return payloadOf("change", await recordAgencyChange(authored(ctx), input, input.change))
  }

  @RequiresScopes("agencies:write")
  @Mutation(() => AgencyChangePayload, {
    description: "Takes back what was recorded by mistake, while nothing has come to depend on it",
  })
  async revokeAgencyChange(
    @Arg("input", () => RevokeAgencyChangeInput) input: RevokeAgencyChangeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AgencyChangePayload> {
    return payloadOf("change", await revokeAgencyChange(authored(ctx), input, input))
  }

  @FieldResolver(() => [Agency], { description: "Those that end" })
  predecessors(@Root() { predecessorIds }: AgencyChange, @Ctx() ctx: RequestContext): Promise<Agency[]> {
    return agenciesOf(ctx, predecessorIds)
  }

  @FieldResolver(() => [Agency], { description: "Those that answer from the first day on" })
  successors(@Root() { successorIds }: AgencyChange, @Ctx() ctx: RequestContext): Promise<Agency[]> {
    return agenciesOf(ctx, successorIds)
  }

  @FieldResolver(() => [Agency], { description: "Those that begin with it" })
  founded(@Root() { foundedIds }: AgencyChange, @Ctx() ctx: RequestContext): Promise<Agency[]> {
    return agenciesOf(ctx, foundedIds)
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: "Of several that follow, who gets what is allocated to none; null: all of them do",
  })
  rest(@Root() { restId }: AgencyChange, @Ctx() ctx: RequestContext): Promise<Agency | null> {
    return restId === null ? Promise.resolve(null) : agencyById(ctx, restId)
  }

  @FieldResolver(() => [Agency], { description: "Those that join the group of a change of members" })
  joined(@Root() { joinedIds }: AgencyChange, @Ctx() ctx: RequestContext): Promise<Agency[]> {
    return agenciesOf(ctx, joinedIds)
  }

  @FieldResolver(() => [Agency], { description: "Those that leave the group of a change of members" })
  left(@Root() { leftIds }: AgencyChange, @Ctx() ctx: RequestContext): Promise<Agency[]> {
    return agenciesOf(ctx, leftIds)
  }

  @FieldResolver(() => [AgencyAllocation], {
    description: "What went to one of several by name; obstacles for those who read all of them",
  })
  allocations(@Root() { id }: AgencyChange, @Ctx() ctx: RequestContext): Promise<AgencyAllocation[]> {
    return allocationsOf(ctx, id)
  }

  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() change: AgencyChange,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfChange(ctx, change.id, page)
  }
}

@Resolver(() => AgencyAllocation)
export class AgencyAllocationResolver {
  @FieldResolver(() => Agency)
  to(@Root() { successorId }: AgencyAllocation, @Ctx() ctx: RequestContext): Promise<Agency | null> {
    return agencyById(ctx, successorId)
  }

  @FieldResolver(() => Task, { nullable: true })
  task(@Root() { kind, subjectId }: AgencyAllocation): Task | null {
    return kind === "TASK" ? Object.assign(new Task(), { id: subjectId }) : null
  }

  @FieldResolver(() => Indicator, { nullable: true })
  indicator(@Root() { kind, subjectId }: AgencyAllocation): Indicator | null {
    return kind === "INDICATOR" ? Object.assign(new Indicator(), { id: subjectId }) : null
  }
}

@Resolver(() => Agency)
export class ChangesOfAgencyResolver {
  @FieldResolver(() => [AgencyChange], {
    description: "What was recorded of it, on either side, earliest first; what was taken back is left out",
  })
  changes(@Root() agency: Agency, @Ctx() ctx: RequestContext): Promise<AgencyChange[]> {
    return changesOfAgency(ctx, agency.id)
  }
}

@Resolver(() => AgencySuccession)
export class ChangeOfSuccessionResolver {
  @FieldResolver(() => AgencyChange, {
    nullable: true,
    description: "The change that it was recorded with; null where it is the register's",
  })
  async change(
    @Root() { changeId }: AgencySuccession,
    @Ctx() ctx: RequestContext,
  ): Promise<AgencyChange | null> {
    return changeId === null ? null : changeById(ctx, changeId)
  }
}

async function agenciesOf(ctx: RequestContext, ids: readonly string[]): Promise<Agency[]> {
  const agencies = await Promise.all(ids.map((id) => agencyById(ctx, id)))
  return agencies.filter((agency) => agency !== null)
}

function proposedSuccessor({
  code,
  name,
  shortName,
  kind,
  standing,
  groups,
  members,
}: FollowingBody): ProposedSuccessor {
  return { code, name, shortName, kind, agency: standing, groups, members }
}
