import { agencyTables } from "@plan43/agency-scope/plan-import"
import type { PublishedSource, PublishedTable, SubgraphImport } from "@plan43/published-rows"
import { planTables } from "./plan-rows.ts"
import { taskTables } from "./task-rows.ts"

/** What an import writes into the tables of this subgraph. */
export const planImport: SubgraphImport = {
  schema: "tasks",
  tablesOf: (source: PublishedSource): PublishedTable[] => [
    ...planTables(source.plan),
    ...taskTables(source),
    ...agencyTables(source.register),
  ],
}
