import { type EvidenceRules, evidence, evidenceFiles } from "@plan43/evidence"
import type { RequestContext } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { FactTable } from "../fact/fact-table.ts"
import { readableData } from "../reading/readable-data.ts"

/** Tables of what is recorded about indicators whose rows point to files. */
const TABLES = [
  "observation",
  "judgement",
  "indicator_baseline",
  "indicator_milestone",
  "directed_target",
] as const satisfies readonly FactTable[]

/** Files (alias `f`) that are attached to something that somebody may read. */
export function readableFiles(viewer: RequestContext["viewer"]): RawBuilder<SqlBool> {
  const attached = TABLES.map(
    (table) =>
      sql`exists (select 1 from ${sql.table(table)} fact where fact.file_ids @> array[f.id] and ${readableData(viewer, "fact")})`,
  )
  return sql<SqlBool>`(${sql.join(attached, sql` or `)})`
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
