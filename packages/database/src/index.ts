import "reflect-metadata"

export { auditTableSql } from "./audit/audit-table.ts"
export { NoEmbeddedPostgres } from "./embedded/binaries.ts"
export {
  type EmbeddedPostgres,
  EmbeddedPostgresFailed,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from "./embedded/embedded-postgres.ts"
export { migrateForward } from "./orm/migrate-forward.ts"
export { type OrmParts, ormOptions } from "./orm/orm-options.ts"
export {
  DatabaseUnusable,
  type DatabaseUrls,
  provision,
  SUBGRAPH_SCHEMAS,
  type SubgraphSchema,
} from "./provision/provision.ts"
