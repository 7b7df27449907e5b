import "reflect-metadata"

export { auditAuthorSql, auditSearchSql, auditTableSql } from "./audit/audit-table.ts"
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
  SCHEMAS,
  type Schema,
} from "./provision/provision.ts"
