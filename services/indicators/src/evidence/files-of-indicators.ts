import { type EvidenceRules, evidence, evidenceFiles } from "@plan43/evidence"
import type { RequestContext } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { readableData } from "../reading/readable-data.ts"

/** The files (alias `f`) that belong to rows which somebody may read; one condition for each table that points to files. */
const READABLE: readonly ((viewer: RequestContext["viewer"]) => RawBuilder<SqlBool>)[] = [
  (viewer) =>
    sql<SqlBool>`exists (select 1 from observation o where o.file_ids @> array[f.id] and ${readableData(viewer, "o")})`,
]

/** Files (alias `f`) that are attached to something that somebody may read. */
export function readableFiles(viewer: RequestContext["viewer"]): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.join([sql`false`, ...READABLE.map((condition) => condition(viewer))], sql` or `)})`
}

const rules: EvidenceRules = {
  subgraph: "indicators",
  scopes: ["observations:report:own", "observations:write"],
  readable: readableFiles,
}

/** The routes and the worker of files. */
export const files = evidence(rules)

/** The files that a row points to. */
export const filesOf = evidenceFiles(rules.subgraph)
