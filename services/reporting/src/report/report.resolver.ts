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
import { linesOfReport } from "../line/find-lines.ts"
import type { ReportLine } from "../line/report-line.ts"
import { REPORTS } from "../reading/readable.ts"
import { Agency, referenceTo } from "../reference/references.ts"
import { roundById } from "../round/find-rounds.ts"
import { ReportingRound } from "../round/round.ts"
import { AgencyReport } from "./agency-report.ts"
import {
  AgencyReportConnection,
  AgencyReportsFilter,
  answeredOf,
  findReports,
  historyOfReport,
  ReportLineConnection,
  reportById,
} from "./find-reports.ts"
import { moveReport } from "./move-report.ts"
import { AgencyReportPayload, MoveAgencyReportInput, ReturnAgencyReportInput } from "./report.input.ts"
import { isLate } from "./report-state.ts"

@Resolver(() => AgencyReport)
export class AgencyReportResolver {
  @Query(() => AgencyReport, { nullable: true })
  agencyReport(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<AgencyReport | null> {
    return reportById(ctx, id)
  }

  @Query(() => AgencyReportConnection, { description: "Reports of all rounds, the soonest due first" })
  agencyReports(
    @Arg("filter", () => AgencyReportsFilter, { nullable: true }) filter: AgencyReportsFilter | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<AgencyReport>> {
    return findReports(ctx, filter ?? {}, page)
  }

  @RequiresScopes("reports:draft:own")
  @Mutation(() => AgencyReportPayload, { description: "Hands it to the head; every line must be answered" })
  async submitAgencyReport(
    @Arg("input", () => MoveAgencyReportInput) input: MoveAgencyReportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AgencyReportPayload> {
    return payloadOf("report", await moveReport(authored(ctx), input, input, "SUBMIT"))
  }

  @RequiresScopes("reports:approve:own")
  @Mutation(() => AgencyReportPayload, { description: "Gives it back to whoever drafts it" })
  async sendAgencyReportBack(
    @Arg("input", () => MoveAgencyReportInput) input: MoveAgencyReportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AgencyReportPayload> {
    return payloadOf("report", await moveReport(authored(ctx), input, input, "SEND_BACK"))
  }

  @RequiresScopes("reports:approve:own")
  @Mutation(() => AgencyReportPayload, { description: "By the head, with name and time" })
  async approveAgencyReport(
    @Arg("input", () => MoveAgencyReportInput) input: MoveAgencyReportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AgencyReportPayload> {
    return payloadOf("report", await moveReport(authored(ctx), input, input, "APPROVE"))
  }

  @RequiresScopes("reports:draft:own", "reports:approve:own")
  @Mutation(() => AgencyReportPayload, { description: "Sends what was approved to the Department" })
  async sendAgencyReport(
    @Arg("input", () => MoveAgencyReportInput) input: MoveAgencyReportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AgencyReportPayload> {
    return payloadOf("report", await moveReport(authored(ctx), input, input, "SEND"))
  }

  @RequiresScopes("reports:write")
  @Mutation(() => AgencyReportPayload)
  async acceptAgencyReport(
    @Arg("input", () => MoveAgencyReportInput) input: MoveAgencyReportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AgencyReportPayload> {
    return payloadOf("report", await moveReport(authored(ctx), input, input, "ACCEPT"))
  }

  @RequiresScopes("reports:write")
  @Mutation(() => AgencyReportPayload)
  async returnAgencyReport(
    @Arg("input", () => ReturnAgencyReportInput) input: ReturnAgencyReportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AgencyReportPayload> {
    return payloadOf("report", await moveReport(authored(ctx), input, input, "RETURN", input.toCorrect))
  }

  @FieldResolver(() => Agency, { nullable: true, description: "null while agencies do not answer" })
  agency(@Root() { agencyId }: AgencyReport): Agency {
    return referenceTo(Agency, agencyId)
  }

  @FieldResolver(() => ReportingRound)
  async round(@Root() { roundId }: AgencyReport, @Ctx() ctx: RequestContext): Promise<ReportingRound> {
    return (await roundById(ctx, roundId)) as ReportingRound
  }

  @FieldResolver(() => Boolean, { description: "Whether it came, or is still missing, after its day" })
  async late(@Root() report: AgencyReport, @Ctx() ctx: RequestContext): Promise<boolean> {
    const round = await roundById(ctx, report.roundId)
    return round !== null && isLate(report, round.agenciesDueOn, ctx.today)
  }

  @FieldResolver(() => Int)
  async lineCount(@Root() { id }: AgencyReport, @Ctx() ctx: RequestContext): Promise<number> {
    return (await answeredOf(ctx, id)).lines
  }

  @FieldResolver(() => Int, { description: "Of the lines; none of them: the agency is silent" })
  async answeredCount(@Root() { id }: AgencyReport, @Ctx() ctx: RequestContext): Promise<number> {
    return (await answeredOf(ctx, id)).answered
  }

  @FieldResolver(() => ReportLineConnection, {
    description:
      "Those of which something changed since the round before come first; then in the plan's order",
  })
  lines(
    @Root() { id }: AgencyReport,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ReportLine>> {
    return linesOfReport(ctx, id, pageRequestOf(page))
  }

  @RowsReadableWith(REPORTS)
  @FieldResolver(() => ChangeConnection, { description: "Who moved it on, when and why; newest first" })
  history(
    @Root() { id }: AgencyReport,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfReport(ctx, id, page)
  }
}
