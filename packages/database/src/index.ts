import "reflect-metadata"

export { auditChainSql } from "./audit/audit-chain.ts"
export { auditAuthorSql, auditSearchSql, auditTableSql } from "./audit/audit-table.ts"
export {
  type BrokenEntry,
  type ChainAnchor,
  type ChainFault,
  schemasWithHistory,
  type VerifiedChain,
  verifyChain,
} from "./audit/verify-chain.ts"
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
  connectionTo,
  DatabaseUnusable,
  type DatabaseUrls,
  provision,
  SCHEMAS,
} from "./provision/provision.ts"
