import { subgraphSchema } from "@plan43/subgraph"
import { CommentaryOfRoundResolver, CommentaryResolver } from "./commentary/commentary.resolver.ts"
import { DispatchesOfRoundResolver, DispatchResolver } from "./dispatch/dispatch.resolver.ts"
import { EntryOfReportResolver, ReportEntryResolver } from "./entry/entry.resolver.ts"
import { ReportItemResolver } from "./item/report-item.resolver.ts"
import { ReportLineResolver } from "./line/line.resolver.ts"
import { PublicationResolver, RoundPublicationResolver } from "./publication/publication.resolver.ts"
import { FormsOfSynthesisResolver, RecipientFormResolver } from "./recipient/recipient-form.resolver.ts"
import { Agency, referenceTo } from "./reference/references.ts"
import { ReportReminderResolver } from "./reminder/reminder.resolver.ts"
import { reportById } from "./report/find-reports.ts"
import { AgencyReportResolver } from "./report/report.resolver.ts"
import {
  AgencyReportWorkbookResolver,
  ReportLineFilesResolver,
  ReportWorkbookResolver,
  RoundWorkbookResolver,
  WorkbookCheckResolver,
} from "./report-form/workbook.resolver.ts"
import { roundById } from "./round/find-rounds.ts"
import { RoundResolver } from "./round/round.resolver.ts"
import {
  ScorecardFigureResolver,
  ScorecardFreezeResolver,
  ScorecardMethodResolver,
  ScorecardResolver,
  ScorecardRowResolver,
  ScorecardsResolver,
} from "./scorecard/scorecard.resolver.ts"
import { freezeById } from "./scorecard/scorecard-freeze.ts"
import { ScorecardOfAgencyResolver } from "./scorecard/scorecard-of-agency.resolver.ts"
import { SignedCopiesOfRoundResolver, SignedCopyResolver } from "./signed-copy/signed-copy.resolver.ts"
import {
  RoundAgencyFiguresResolver,
  RoundFiguresResolver,
  RoundSynthesisResolver,
  SynthesisSectionResolver,
} from "./synthesis/synthesis.resolver.ts"
import { templateById } from "./template/find-templates.ts"
import { ReportTemplateResolver } from "./template/report-template.resolver.ts"

/** The graph of reporting rounds. */
export const reportingSchema = subgraphSchema({
  resolvers: [
    AgencyReportResolver,
    CommentaryOfRoundResolver,
    CommentaryResolver,
    DispatchResolver,
    DispatchesOfRoundResolver,
    EntryOfReportResolver,
    FormsOfSynthesisResolver,
    RecipientFormResolver,
    PublicationResolver,
    AgencyReportWorkbookResolver,
    ReportEntryResolver,
    ReportItemResolver,
    ReportLineFilesResolver,
    ReportLineResolver,
    ReportReminderResolver,
    ReportTemplateResolver,
    ReportWorkbookResolver,
    RoundAgencyFiguresResolver,
    RoundFiguresResolver,
    RoundPublicationResolver,
    RoundResolver,
    RoundSynthesisResolver,
    RoundWorkbookResolver,
    SignedCopiesOfRoundResolver,
    SignedCopyResolver,
    SynthesisSectionResolver,
    ScorecardFigureResolver,
    ScorecardFreezeResolver,
    ScorecardMethodResolver,
    ScorecardOfAgencyResolver,
    ScorecardResolver,
    ScorecardRowResolver,
    ScorecardsResolver,
    WorkbookCheckResolver,
  ],
  references: {
    Agency: ({ id }) => referenceTo(Agency, id),
    AgencyReport: ({ id }, ctx) => reportById(ctx, id),
    ReportTemplate: ({ id }, ctx) => templateById(ctx, id),
    ReportingRound: ({ id }, ctx) => roundById(ctx, id),
    ScorecardFreeze: ({ id }, ctx) => freezeById(ctx, id),
  },
})
