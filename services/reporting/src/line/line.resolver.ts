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
import { itemById } from "../item/find-items.ts"
import { ReportItem } from "../item/report-item.ts"
import { prefillOf } from "../prefill/find-prefill.ts"
import { LinePrefill } from "../prefill/line-prefill.ts"
import { REPORTS } from "../reading/readable.ts"
import { reportById } from "../report/find-reports.ts"
import { historyOfLine, lineById, previousLineOf, returnedFieldsOf, wasReturned } from "./find-lines.ts"
import { AttachReportLineFilesInput, ReportLinePayload, SaveReportLineInput } from "./line.input.ts"
import { ReportLineField } from "./line-field.ts"
import { openFields } from "./open-fields.ts"
import { ReportLine, ReturnedReportField } from "./report-line.ts"
import { attachLineFiles, saveLine } from "./save-line.ts"

@Resolver(() => ReportLine)
export class ReportLineResolver {
  @Query(() => ReportLine, { nullable: true })
  reportLine(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<ReportLine | null> {
    return lineById(ctx, id)
  }

  @RequiresScopes("reports:draft:own", "reports:write")
  @Mutation(() => ReportLinePayload, {
    description:
      "Of the own agency's report, while it is open to it; or by a coordinator, from the paper on which an agency reported",
  })
  async saveReportLine(
    @Arg("input", () => SaveReportLineInput) input: SaveReportLineInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ReportLinePayload> {
    return payloadOf("line", await saveLine(authored(ctx), input, input, input))
  }

  @RequiresScopes("reports:draft:own", "reports:write")
  @Mutation(() => ReportLinePayload, {
    description:
      "Of the own agency's report, while they are open to it; or by a coordinator, as they came with the paper",
  })
  async attachReportLineFiles(
    @Arg("input", () => AttachReportLineFilesInput) input: AttachReportLineFilesInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ReportLinePayload> {
    return payloadOf("line", await attachLineFiles(authored(ctx), input, input, input.fileIds))
  }

  @FieldResolver(() => ReportItem)
  async item(@Root() { itemId }: ReportLine, @Ctx() ctx: RequestContext): Promise<ReportItem> {
    return (await itemById(ctx, itemId)) as ReportItem
  }

  @FieldResolver(() => ReportLine, {
    nullable: true,
    description:
      "What was last answered on it in a report of an earlier round that was sent, also by an agency that this one follows; null for whoever reads only what was published",
  })
  previous(@Root() { id }: ReportLine, @Ctx() ctx: RequestContext): Promise<ReportLine | null> {
    return previousLineOf(ctx, id)
  }

  @FieldResolver(() => LinePrefill, {
    nullable: true,
    description:
      "What was recorded of it by the cut-off, to start from; null for whoever reads only what was published",
  })
  prefill(@Root() { id }: ReportLine, @Ctx() ctx: RequestContext): Promise<LinePrefill | null> {
    return prefillOf(ctx, id)
  }

  @FieldResolver(() => [ReturnedReportField], {
    description:
      "What the coordinator returned last, and why; nothing for whoever reads only what was published",
  })
  returnedFields(@Root() { id }: ReportLine, @Ctx() ctx: RequestContext): Promise<ReturnedReportField[]> {
    return returnedFieldsOf(ctx, id)
  }

  @FieldResolver(() => [ReportLineField], { description: "What its agency may change now" })
  async openFields(
    @Root() { id, reportId, itemId }: ReportLine,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly ReportLineField[]> {
    const [report, item, returned, fields] = await Promise.all([
      reportById(ctx, reportId),
      itemById(ctx, itemId) as Promise<ReportItem>,
      wasReturned(ctx, reportId),
      returnedFieldsOf(ctx, id),
    ])
    if (report === null) return []
    return openFields(report.state, returned ? fields.map(({ field }) => field) : null, item.kind)
  }

  @RowsReadableWith(REPORTS)
  @FieldResolver(() => ChangeConnection, { description: "Who filled in what, and when; newest first" })
  history(
    @Root() { id }: ReportLine,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfLine(ctx, id, page)
  }
}
