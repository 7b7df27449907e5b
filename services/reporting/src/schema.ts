import { subgraphSchema } from "@plan43/subgraph"
import { CommentaryResolver } from "./commentary/commentary.resolver.ts"
import { ReportItemResolver } from "./item/report-item.resolver.ts"
import { ReportLineResolver } from "./line/line.resolver.ts"
import { reportById } from "./report/find-reports.ts"
import { AgencyReportResolver } from "./report/report.resolver.ts"
import { roundById } from "./round/find-rounds.ts"
import { RoundResolver } from "./round/round.resolver.ts"
import {
  RoundAgencyFiguresResolver,
  RoundFiguresResolver,
  RoundSynthesisResolver,
  SynthesisSectionResolver,
} from "./synthesis/synthesis.resolver.ts"

/** The graph of reporting rounds. */
export const reportingSchema = subgraphSchema({
  resolvers: [
    AgencyReportResolver,
    CommentaryResolver,
    ReportItemResolver,
    ReportLineResolver,
    RoundAgencyFiguresResolver,
    RoundFiguresResolver,
    RoundResolver,
    RoundSynthesisResolver,
    SynthesisSectionResolver,
  ],
  references: {
    AgencyReport: ({ id }, ctx) => reportById(ctx, id),
    Round: ({ id }, ctx) => roundById(ctx, id),
  },
})
