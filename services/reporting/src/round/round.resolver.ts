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
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql"
import { itemsWithoutReport } from "../item/find-items.ts"
import { ReportItem } from "../item/report-item.ts"
import { publishRound } from "../publication/record-publication.ts"
import { REPORTS } from "../reading/readable.ts"
import { Agency, referenceTo } from "../reference/references.ts"
import type { AgencyReport } from "../report/agency-report.ts"
import {
  AgencyReportConnection,
  AgencyReportFilter,
  ReportTally,
  reportsOfRound,
  tallyOfRound,
} from "../report/find-reports.ts"
import { templateOfRound } from "../template/find-templates.ts"
import { ReportTemplate } from "../template/report-template.ts"
import {
  findRounds,
  historyOfRound,
  ReportingRoundConnection,
  ReportingRoundOrder,
  RoundFilter,
  roundById,
  roundOfHalf,
} from "./find-rounds.ts"
import { lockRound, openRound, recordRound, refillRound, withdrawRound } from "./record-round.ts"
import { CreateRoundInput, MoveRoundInput, RoundPayload, UpdateRoundInput } from "./round.input.ts"
import { ReportingRound } from "./round.ts"
import { RoundStage, stageOf } from "./round-stage.ts"

@Resolver(() => ReportingRound)
export class RoundResolver {
  @Query(() => ReportingRound, {
    nullable: true,
    description:
      "By identifier, or by the year and the half of it (1 or 2) for which the plan asks; of several regular rounds of that half the last cut off",
  })
  async reportingRound(
    @Arg("id", () => ID, { nullable: true }) id: string | null,
    @Arg("year", () => Int, { nullable: true }) year: number | null,
    @Arg("half", () => Int, { nullable: true }) half: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<ReportingRound | null> {
    if (id != null) return roundById(ctx, id)
    return year == null && half == null ? null : roundOfHalf(ctx, { year, half })
  }

  @Query(() => ReportingRoundConnection, {
    description: "Reporting rounds; without an order the last due first",
  })
  reportingRounds(
    @Arg("filter", () => RoundFilter, { nullable: true }) filter: RoundFilter | null,
    @Arg("orderBy", () => ReportingRoundOrder, { nullable: true }) orderBy: ReportingRoundOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ReportingRound>> {
    return findRounds(ctx, filter ?? {}, orderBy, page)
  }

  @RequiresScopes("reports:write")
  @Mutation(() => RoundPayload)
  async createRound(
    @Arg("input", () => CreateRoundInput) input: CreateRoundInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RoundPayload> {
    return payloadOf("round", await recordRound(authored(ctx), input, null, input))
  }

  @RequiresScopes("reports:write")
  @Mutation(() => RoundPayload, { description: "Until it opens" })
  async updateRound(
    @Arg("input", () => UpdateRoundInput) input: UpdateRoundInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RoundPayload> {
    return payloadOf("round", await recordRound(authored(ctx), input, input, input))
  }

  @RequiresScopes("reports:write")
  @Mutation(() => RoundPayload, { description: "Prepares a report for each agency that is asked" })
  async openRound(
    @Arg("input", () => MoveRoundInput) input: MoveRoundInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RoundPayload> {
    return payloadOf("round", await openRound(authored(ctx), input, input))
  }

  @RequiresScopes("reports:write")
  @Mutation(() => RoundPayload, {
    description:
      "Fills lines of reports that are being written with what was recorded since; answers stay as they are",
  })
  async refillRound(
    @Arg("input", () => MoveRoundInput) input: MoveRoundInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RoundPayload> {
    return payloadOf("round", await refillRound(authored(ctx), input, input))
  }

  @RequiresScopes("reports:write")
  @Mutation(() => RoundPayload, {
    description: "Includes what was accepted; nothing of it changes afterwards",
  })
  async lockRound(
    @Arg("input", () => MoveRoundInput) input: MoveRoundInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RoundPayload> {
    return payloadOf("round", await lockRound(authored(ctx), input, input))
  }

  @RequiresScopes("reports:write")
  @Mutation(() => RoundPayload, {
    description: "Shows a locked round to the public, with all its parts; see publishParts for some of them",
  })
  async publishRound(
    @Arg("input", () => MoveRoundInput) input: MoveRoundInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RoundPayload> {
    return payloadOf("round", await publishRound(authored(ctx), input, input))
  }

  @RequiresScopes("reports:write")
  @Mutation(() => RoundPayload, { description: "Takes one that was never opened out of every list" })
  async withdrawRound(
    @Arg("input", () => MoveRoundInput) input: MoveRoundInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RoundPayload> {
    return payloadOf("round", await withdrawRound(authored(ctx), input, input))
  }

  @FieldResolver(() => RoundStage)
  stage(@Root() round: ReportingRound): RoundStage {
    return stageOf(round)
  }

  @FieldResolver(() => [Agency], { description: "Who is asked; nobody named: everybody who leads something" })
  agencies(@Root() { agencyIds }: ReportingRound): Agency[] {
    return agencyIds.map((id) => referenceTo(Agency, id))
  }

  @RequiresScopes("reports:read")
  @FieldResolver(() => ReportTemplate, {
    nullable: true,
    description: "What it was filled in from; null: nothing",
  })
  async template(
    @Root() { templateId }: ReportingRound,
    @Ctx() ctx: RequestContext,
  ): Promise<ReportTemplate | null> {
    return templateId === null ? null : templateOfRound(ctx, templateId)
  }

  @FieldResolver(() => AgencyReportConnection, {
    description: "The silent first, then those that have come least far",
  })
  reports(
    @Root() { id }: ReportingRound,
    @Arg("filter", () => AgencyReportFilter, { nullable: true }) filter: AgencyReportFilter | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<AgencyReport>> {
    return reportsOfRound(ctx, id, { filter: filter ?? {}, page: pageRequestOf(page) })
  }

  @FieldResolver(() => [ReportTally], { description: "How many of its reports stand where" })
  tally(@Root() { id }: ReportingRound, @Ctx() ctx: RequestContext): Promise<ReportTally[]> {
    return tallyOfRound(ctx, id)
  }

  @FieldResolver(() => [ReportItem], {
    description:
      "What of its scope nobody reports on although all are asked: it is led by classes whose members nobody listed",
  })
  itemsWithoutReport(@Root() { id }: ReportingRound, @Ctx() ctx: RequestContext): Promise<ReportItem[]> {
    return itemsWithoutReport(ctx, id)
  }

  @RowsReadableWith(REPORTS)
  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() { id }: ReportingRound,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfRound(ctx, id, page)
  }
}
