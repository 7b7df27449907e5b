export { auditChainSql } from "../audit/audit-chain.ts"
export { auditAuthorSql, auditSearchSql, auditTableSql } from "../audit/audit-table.ts"
export { migrateWithSql, type SqlMigration } from "./migrate-with-sql.ts"
