import { EvidenceFile } from "@plan43/evidence"
import { authored, payloadOf, type RequestContext, RequiresScopes } from "@plan43/subgraph"
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql"
import { filesOf } from "../evidence/files-of-reporting.ts"
import { AgencyReport } from "../report/agency-report.ts"
import { AgencyReportPayload, MoveAgencyReportInput } from "../report/report.input.ts"
import { workbookById } from "../report-form/find-workbooks.ts"
import { ReportWorkbook } from "../report-form/report-workbook.ts"
import { enterReport } from "./enter-report.ts"
import { EnterReceivedReportInput } from "./entry.input.ts"
import { entryById } from "./find-entries.ts"
import { ReportEntry } from "./report-entry.ts"

/** Reports that did not come by the platform. */
@Resolver(() => AgencyReport)
export class EntryOfReportResolver {
  @RequiresScopes("reports:write")
  @Mutation(() => AgencyReportPayload, {
    description:
      "Sends a report on behalf of its agency, as its Excel file or paper has it, approved by the head whom that names",
  })
  async enterReceivedReport(
    @Arg("input", () => EnterReceivedReportInput) input: EnterReceivedReportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AgencyReportPayload> {
    return payloadOf("report", await enterReport(authored(ctx), input, input, input))
  }

  @RequiresScopes("reports:write")
  @Mutation(() => AgencyReportPayload, {
    description: "The same of an Excel file that reached the Department today",
    deprecationReason: "enterReceivedReport says on which day the report came",
  })
  async enterAgencyReport(
    @Arg("input", () => MoveAgencyReportInput) input: MoveAgencyReportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AgencyReportPayload> {
    const receipt = { receivedOn: ctx.today, paper: null }
    return payloadOf("report", await enterReport(authored(ctx), input, input, receipt))
  }

  @RequiresScopes("reports:read", "reports:read:own")
  @FieldResolver(() => ReportEntry, {
    nullable: true,
    description:
      "How it came, where it was entered on behalf of its agency; null: approved on the platform, not at all, or entered before that was kept",
  })
  entry(@Root() { entryId }: AgencyReport, @Ctx() ctx: RequestContext): Promise<ReportEntry | null> {
    return entryId === null ? Promise.resolve(null) : entryById(ctx, entryId)
  }
}

@Resolver(() => ReportEntry)
export class ReportEntryResolver {
  @FieldResolver(() => ReportWorkbook, {
    nullable: true,
    description: "The Excel file that it came as; null: it came on paper",
  })
  workbook(@Root() { workbookId }: ReportEntry, @Ctx() ctx: RequestContext): Promise<ReportWorkbook | null> {
    return workbookId === null ? Promise.resolve(null) : workbookById(ctx, workbookId)
  }

  @FieldResolver(() => [EvidenceFile], { description: "Scans of the paper; none where it came as a file" })
  scans(@Root() { fileIds }: ReportEntry, @Ctx() ctx: RequestContext): Promise<EvidenceFile[]> {
    return filesOf(ctx, fileIds)
  }
}
