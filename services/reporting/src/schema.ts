import { subgraphSchema } from "@plan43/subgraph"
import { ReportItemResolver } from "./item/report-item.resolver.ts"
import { ReportLineResolver } from "./line/line.resolver.ts"
import { PublicationResolver, RoundPublicationResolver } from "./publication/publication.resolver.ts"
import { reportById } from "./report/find-reports.ts"
import { AgencyReportResolver } from "./report/report.resolver.ts"
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
    PublicationResolver,
    ReportItemResolver,
    ReportLineResolver,
    RoundAgencyFiguresResolver,
    RoundFiguresResolver,
    RoundPublicationResolver,
    RoundResolver,
    RoundSynthesisResolver,
  ],
  references: {
    AgencyReport: ({ id }, ctx) => reportById(ctx, id),
    Round: ({ id }, ctx) => roundById(ctx, id),
  },
})
