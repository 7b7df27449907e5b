import { type EvidenceRules, evidence, evidenceFiles } from "@plan43/evidence"
import type { RequestContext } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { readableObstacles, readableSteps } from "../obstacle/readable-obstacles.ts"
import { readableFacts, readableReports } from "../progress/readable-reports.ts"

/** The files (alias `f`) that belong to rows which somebody may read; one condition for each table that points to files. */
const READABLE: readonly ((viewer: RequestContext["viewer"]) => RawBuilder<SqlBool>)[] = [
  (viewer) =>
    sql<SqlBool>`exists (select 1 from progress_report r where r.result_file_ids @> array[f.id] and ${readableReports(viewer)})`,
  (viewer) =>
    sql<SqlBool>`exists (select 1 from task_decision d where d.document_file_ids @> array[f.id] and ${readableFacts(viewer, "d")})`,
  (viewer) =>
    sql<SqlBool>`exists (select 1 from obstacle o where o.file_ids @> array[f.id] and ${readableObstacles(viewer)})`,
  (viewer) =>
    sql<SqlBool>`exists (select 1 from obstacle_step s where s.document_file_ids @> array[f.id] and ${readableSteps(viewer)})`,
  (viewer) =>
    sql<SqlBool>`exists (select 1 from deadline_extension x
      where (x.asked_file_ids @> array[f.id] or x.decided_file_ids @> array[f.id]) and ${readableFacts(viewer, "x")})`,
  // What was recorded of awaited documents is public
  () =>
    sql<SqlBool>`exists (select 1 from document_recording r join awaited_document g on g.id = r.document_id
      where r.file_ids @> array[f.id] and g.withdrawn_at is null)`,
]

/** Files (alias `f`) that are attached to something that somebody may read. */
export function readableFiles(viewer: RequestContext["viewer"]): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.join([sql`false`, ...READABLE.map((condition) => condition(viewer))], sql` or `)})`
}

const rules: EvidenceRules = {
  subgraph: "tasks",
  scopes: [
    "progress:report:own",
    "progress:write",
    "documents:write",
    "obstacles:raise:own",
    "obstacles:write",
    "obstacles:decide",
  ],
  readable: readableFiles,
}

/** The routes and the worker of files. */
export const files = evidence(rules)

/** The files that a row points to. */
export const filesOf = evidenceFiles(rules.subgraph)
