import "reflect-metadata"
import type { SubgraphDefinition } from "@plan43/subgraph"
import { ApiClient } from "./client/api-client.ts"
import { AuditEntry } from "./history/audit-entry.ts"
import { Migration20261126000000 } from "./migrations/20261126000000-access.ts"
import { Migration20261126120000 } from "./migrations/20261126120000-audit-search.ts"
import { Migration20261127073000 } from "./migrations/20261127073000-audit-chain.ts"
import { accessSchema } from "./schema.ts"

/** The access subgraph: credentials of other teams' systems, their use, and the history of every change. */
export const access: SubgraphDefinition = {
  name: "access",
  schema: accessSchema,
  entities: [ApiClient, AuditEntry],
  migrations: [Migration20261126000000, Migration20261126120000, Migration20261127073000],
}
