import "reflect-metadata"
import { followAgencies } from "@plan43/agency-scope"
import { forgettingTaken } from "@plan43/outbox"
import type { SubgraphDefinition } from "@plan43/subgraph"
import { Commentary, CommentaryVersion } from "./commentary/commentary.ts"
import { Dispatch } from "./dispatch/dispatch.ts"
import { reportDueNotices } from "./due-notice/report-due-notices.ts"
import { ReportEntry } from "./entry/report-entry.ts"
import { files } from "./evidence/files-of-reporting.ts"
import { ReportItem } from "./item/report-item.ts"
import { ReportLine } from "./line/report-line.ts"
import { Migration20261128061000 } from "./migrations/20261128061000-reporting.ts"
import { Migration20261128070000 } from "./migrations/20261128070000-prefilled-lines.ts"
import { Migration20261128070100 } from "./migrations/20261128070100-frozen-syntheses.ts"
import { Migration20261129010000 } from "./migrations/20261129010000-files-and-workbooks.ts"
import { Migration20261129020100 } from "./migrations/20261129020100-commentary.ts"
import { Migration20261129030000 } from "./migrations/20261129030000-publications.ts"
import { Migration20261129040300 } from "./migrations/20261129040300-scorecards.ts"
import { Migration20261129050000 } from "./migrations/20261129050000-report-reminders.ts"
import { Migration20261130010000 } from "./migrations/20261130010000-templates-scope-questions.ts"
import { Migration20261130020000 } from "./migrations/20261130020000-entered-reports.ts"
import { Migration20261130020200 } from "./migrations/20261130020200-due-notices.ts"
import { Migration20261201000000 } from "./migrations/20261201000000-halves-of-rounds.ts"
import { LinePrefill } from "./prefill/line-prefill.ts"
import { publicPages } from "./public-page/public-routes.tsx"
import { Publication } from "./publication/publication.ts"
import { ReportReminder } from "./reminder/report-reminder.ts"
import { AgencyReport } from "./report/agency-report.ts"
import { ReportWorkbook } from "./report-form/report-workbook.ts"
import { ReportingRound } from "./round/round.ts"
import { reportingSchema } from "./schema.ts"
import { RecordedMethod } from "./scorecard/recorded-method.ts"
import { ScorecardFreeze } from "./scorecard/scorecard-freeze.ts"
import { SignedCopy } from "./signed-copy/signed-copy.ts"
import { ReportTemplate } from "./template/report-template.ts"

/** The reporting subgraph: rounds, what each agency reports in them, and how far it has come. */
export const reporting: SubgraphDefinition = {
  name: "reporting",
  schema: reportingSchema,
  entities: [
    AgencyReport,
    Commentary,
    CommentaryVersion,
    Dispatch,
    LinePrefill,
    Publication,
    RecordedMethod,
    ReportEntry,
    ReportItem,
    ReportLine,
    ReportReminder,
    ReportTemplate,
    ReportWorkbook,
    ReportingRound,
    ScorecardFreeze,
    SignedCopy,
  ],
  migrations: [
    Migration20261128061000,
    Migration20261128070000,
    Migration20261128070100,
    Migration20261129010000,
    Migration20261129020100,
    Migration20261129030000,
    Migration20261129040300,
    Migration20261129050000,
    Migration20261130010000,
    Migration20261130020000,
    Migration20261130020200,
    Migration20261201000000,
  ],
  routes: [...files.routes, publicPages],
  workers: [followAgencies, forgettingTaken(), reportDueNotices, ...files.workers],
}
