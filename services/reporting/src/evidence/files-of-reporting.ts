import { type EvidenceRules, evidence, evidenceFiles } from "@plan43/evidence"
import type { RequestContext } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { readableReports, recordedOf } from "../reading/readable.ts"

/** The files (alias `f`) that belong to rows which somebody may read; one condition for each table that points to files. */
const READABLE: readonly ((viewer: RequestContext["viewer"]) => RawBuilder<SqlBool>)[] = [
  (viewer) =>
    sql<SqlBool>`exists (select 1 from report_line l join agency_report r on r.id = l.report_id
      where l.file_ids @> array[f.id] and ${readableReports(viewer)})`,
  // What an agency sent besides its lines is not published with them
  (viewer) =>
    sql<SqlBool>`exists (select 1 from report_workbook w join agency_report r on r.id = w.report_id
      where w.id = f.id and ${recordedOf.report(viewer)})`,
]

/** Files (alias `f`) that are attached to something that somebody may read. */
export function readableFiles(viewer: RequestContext["viewer"]): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.join([sql`false`, ...READABLE.map((condition) => condition(viewer))], sql` or `)})`
}

const rules: EvidenceRules = {
  subgraph: "reporting",
  scopes: ["reports:draft:own", "reports:write"],
  readable: readableFiles,
}

/** The routes and the worker of files, and what reads one. */
export const files = evidence(rules)

/** The files that a row points to. */
export const filesOf = evidenceFiles(rules.subgraph)
