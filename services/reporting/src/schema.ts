import { subgraphSchema } from "@plan43/subgraph"
import { ReportItemResolver } from "./item/report-item.resolver.ts"
import { ReportLineResolver } from "./line/line.resolver.ts"
import { reportById } from "./report/find-reports.ts"
import { AgencyReportResolver } from "./report/report.resolver.ts"
import {
  AgencyReportWorkbookResolver,
  ReportLineFilesResolver,
  ReportWorkbookResolver,
  WorkbookCheckResolver,
} from "./report-form/workbook.resolver.ts"
import { roundById } from "./round/find-rounds.ts"
import { RoundResolver } from "./round/round.resolver.ts"
import {
  RoundAgencyFiguresResolver,
  RoundFiguresResolver,
  RoundSynthesisResolver,
} from "./synthesis/synthesis.resolver.ts"

/** The graph of reporting rounds. */
export const reportingSchema = subgraphSchema({
  resolvers: [
    AgencyReportResolver,
    AgencyReportWorkbookResolver,
    ReportItemResolver,
    ReportLineFilesResolver,
    ReportLineResolver,
    ReportWorkbookResolver,
    RoundAgencyFiguresResolver,
    RoundFiguresResolver,
    RoundResolver,
    RoundSynthesisResolver,
    WorkbookCheckResolver,
  ],
  references: {
    AgencyReport: ({ id }, ctx) => reportById(ctx, id),
    Round: ({ id }, ctx) => roundById(ctx, id),
  },
})
