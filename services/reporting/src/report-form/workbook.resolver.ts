import { EvidenceFile } from "@plan43/evidence"
import {
  authored,
  type Connection,
  PageArguments,
  pageRequestOf,
  payloadOf,
  Refused,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql"
import { filesOf } from "../evidence/files-of-reporting.ts"
import { ReportLine } from "../line/report-line.ts"
import { AgencyReport } from "../report/agency-report.ts"
import { AgencyReportPayload } from "../report/report.input.ts"
import { WRITABLE } from "../report/report-state.ts"
import { roundById } from "../round/find-rounds.ts"
import { ReportingRound } from "../round/round.ts"
import { stageOf } from "../round/round-stage.ts"
import { RoundFile } from "../synthesis/round-synthesis.ts"
import { ReportWorkbookConnection, workbookById, workbooksOfReport } from "./find-workbooks.ts"
import { annotatedFile, formFile } from "./form-files.ts"
import { gatherForm } from "./gather-form.ts"
import { lookAtUpload } from "./look-at-upload.ts"
import { recogniseUpload } from "./recognise-upload.ts"
import { RecognisedWorkbook } from "./recognised-workbook.ts"
import { ReportWorkbook } from "./report-workbook.ts"
import { takeWorkbook } from "./take-workbook.ts"
import { TakeReportWorkbookInput } from "./workbook.input.ts"
import { WorkbookCheck } from "./workbook-check.ts"

/** Reports of agencies without accounts: an Excel form that goes out, what comes back, and what was taken of it. */
@Resolver(() => AgencyReport)
export class AgencyReportWorkbookResolver {
  @RequiresScopes("reports:write")
  @Mutation(() => AgencyReportPayload, {
    description: "Takes the lines of a report from the Excel file that its agency filled in, on its behalf",
  })
  async takeReportWorkbook(
    @Arg("input", () => TakeReportWorkbookInput) input: TakeReportWorkbookInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AgencyReportPayload> {
    return payloadOf("report", await takeWorkbook(authored(ctx), input, input, input))
  }

  @RequiresScopes("reports:write")
  @FieldResolver(() => RoundFile, {
    nullable: true,
    description:
      "An Excel form with its lines, for an agency without accounts; null while its agency may not write in it",
  })
  async fillableWorkbook(
    @Root() report: AgencyReport,
    @Ctx() ctx: RequestContext,
  ): Promise<RoundFile | null> {
    const round = await roundById(ctx, report.roundId)
    if (round === null || stageOf(round) !== "OPEN" || !WRITABLE.includes(report.state)) return null
    const form = await gatherForm(ctx.em, report.id)
    return form && formFile(form, ctx.today)
  }

  @RequiresScopes("reports:write")
  @FieldResolver(() => WorkbookCheck, {
    nullable: true,
    description:
      "What a file that one uploaded would bring into it; null where there is no such file of one's own that waits",
  })
  checkedWorkbook(
    @Root() { id }: AgencyReport,
    @Arg("fileId", () => ID) fileId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<WorkbookCheck | null> {
    return orNull(lookAtUpload(authored(ctx), id, fileId))
  }

  @RequiresScopes("reports:read", "reports:read:own")
  @FieldResolver(() => ReportWorkbookConnection, {
    description: "The Excel files that were taken for it, the last first",
  })
  workbooks(
    @Root() { id }: AgencyReport,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ReportWorkbook>> {
    return workbooksOfReport(ctx, id, pageRequestOf(page))
  }

  @RequiresScopes("reports:read", "reports:read:own")
  @FieldResolver(() => ReportWorkbook, {
    nullable: true,
    description: "The file that says who approved it; null: approved on the platform, or not at all",
  })
  approvedIn(
    @Root() { approvedInId }: AgencyReport,
    @Ctx() ctx: RequestContext,
  ): Promise<ReportWorkbook | null> {
    return approvedInId === null ? Promise.resolve(null) : workbookById(ctx, approvedInId)
  }
}

/** Files that came back, before it is known whose they are. */
@Resolver(() => ReportingRound)
export class RoundWorkbookResolver {
  @RequiresScopes("reports:write")
  @FieldResolver(() => RecognisedWorkbook, {
    nullable: true,
    description:
      "Whose report of this round a file is that one uploaded, and what it would bring into it; null where there is no such file of one's own that waits",
  })
  recognisedWorkbook(
    @Root() round: ReportingRound,
    @Arg("fileId", () => ID) fileId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<RecognisedWorkbook | null> {
    return orNull(recogniseUpload(ctx, round, fileId))
  }
}

/** What was found; null where that was refused. */
async function orNull<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

@Resolver(() => ReportLine)
export class ReportLineFilesResolver {
  @FieldResolver(() => [EvidenceFile], {
    description: "Files that prove what it says; none of them is published",
  })
  files(@Root() { fileIds }: ReportLine, @Ctx() ctx: RequestContext): Promise<EvidenceFile[]> {
    return filesOf(ctx, fileIds ?? [])
  }

  @RequiresScopes("reports:read", "reports:read:own")
  @FieldResolver(() => ReportWorkbook, {
    nullable: true,
    description:
      "The Excel file that it was taken from; null: it was filled in on the platform, or not at all",
  })
  workbook(@Root() { workbookId }: ReportLine, @Ctx() ctx: RequestContext): Promise<ReportWorkbook | null> {
    return workbookId === null ? Promise.resolve(null) : workbookById(ctx, workbookId)
  }
}

@Resolver(() => ReportWorkbook)
export class ReportWorkbookResolver {
  @FieldResolver(() => EvidenceFile, { nullable: true, description: "As it came, to be fetched" })
  async file(@Root() { id }: ReportWorkbook, @Ctx() ctx: RequestContext): Promise<EvidenceFile | null> {
    const [file] = await filesOf(ctx, [id])
    return file ?? null
  }
}

@Resolver(() => WorkbookCheck)
export class WorkbookCheckResolver {
  @FieldResolver(() => RoundFile, {
    nullable: true,
    description:
      "The form with what came in it, and remarks beside what is to be corrected; null where nothing of the file could be read",
  })
  async annotated(
    @Root() { form, checked }: WorkbookCheck,
    @Ctx() ctx: RequestContext,
  ): Promise<RoundFile | null> {
    if (checked.problems.some(({ reach }) => reach === "FILE")) return null
    return annotatedFile(form, checked, ctx.today)
  }
}
