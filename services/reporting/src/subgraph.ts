import "reflect-metadata"
import { followAgencies } from "@plan43/agency-scope"
import { forgettingTaken } from "@plan43/outbox"
import type { SubgraphDefinition } from "@plan43/subgraph"
import { files } from "./evidence/files-of-reporting.ts"
import { ReportItem } from "./item/report-item.ts"
import { ReportLine } from "./line/report-line.ts"
import { Migration20261128061000 } from "./migrations/20261128061000-reporting.ts"
import { Migration20261128070000 } from "./migrations/20261128070000-prefilled-lines.ts"
import { Migration20261128070100 } from "./migrations/20261128070100-frozen-syntheses.ts"
import { Migration20261129010000 } from "./migrations/20261129010000-files-and-workbooks.ts"
import { LinePrefill } from "./prefill/line-prefill.ts"
import { AgencyReport } from "./report/agency-report.ts"
import { ReportWorkbook } from "./report-form/report-workbook.ts"
import { Round } from "./round/round.ts"
import { reportingSchema } from "./schema.ts"

/** The reporting subgraph: rounds, what each agency reports in them, and how far it has come. */
export const reporting: SubgraphDefinition = {
  name: "reporting",
  schema: reportingSchema,
  entities: [AgencyReport, LinePrefill, ReportItem, ReportLine, ReportWorkbook, Round],
  migrations: [
    Migration20261128061000,
    Migration20261128070000,
    Migration20261128070100,
    Migration20261129010000,
  ],
  routes: [...files.routes],
  workers: [followAgencies, forgettingTaken(), ...files.workers],
}
