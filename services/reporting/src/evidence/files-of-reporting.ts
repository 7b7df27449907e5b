import { type EvidenceRules, evidence, evidenceFiles } from "@plan43/evidence"
import { hasScope, type RequestContext } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { CITY_FIGURES, recordedOf } from "../reading/readable.ts"

type Viewer = RequestContext["viewer"]

/** The files (alias `f`) that belong to rows which somebody may read; one condition for each table that points to files. */
const READABLE: readonly ((viewer: Viewer) => RawBuilder<SqlBool>)[] = [
  // What an agency sent besides the words of its lines is not published with them
  (viewer) =>
    sql<SqlBool>`exists (select 1 from report_line l join agency_report r on r.id = l.report_id
      where l.file_ids @> array[f.id] and ${recordedOf.report(viewer)})`,
  (viewer) =>
    sql<SqlBool>`exists (select 1 from report_workbook w join agency_report r on r.id = w.report_id
      where w.id = f.id and ${recordedOf.report(viewer)})`,
  (viewer) =>
    sql<SqlBool>`exists (select 1 from report_entry entered join agency_report r on r.id = entered.report_id
      where entered.file_ids @> array[f.id] and ${recordedOf.report(viewer)})`,
  (viewer) =>
    sql<SqlBool>`(${readsCity(viewer)} and exists (select 1 from signed_copy c where c.file_ids @> array[f.id]))`,
  (viewer) =>
    sql<SqlBool>`(${readsCity(viewer)} and exists (select 1 from dispatch d where d.file_ids @> array[f.id]))`,
]

/** What the City reports is for those who read all reports: what of it is public is published by itself. */
function readsCity(viewer: Viewer): RawBuilder<SqlBool> {
  return sql<SqlBool>`${hasScope(viewer, CITY_FIGURES.all)}::boolean`
}

/** Files (alias `f`) that are attached to something that somebody may read. */
export function readableFiles(viewer: Viewer): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.join(
    READABLE.map((condition) => condition(viewer)),
    sql` or `,
  )})`
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
