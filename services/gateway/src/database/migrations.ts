import {
  auditAuthorSql,
  auditChainSql,
  auditSearchSql,
  auditTableSql,
  type SqlMigration,
} from "@plan43/database/sql"
import { sessionTableSql } from "../session/session-table.ts"
import { tokenKeyTableSql } from "../token/token-key-table.ts"

/** The gateway's schema, oldest first. */
export const migrations: readonly SqlMigration[] = [
  { name: "20261126-audit", sql: `${auditTableSql}${auditAuthorSql}` },
  { name: "20261126-sessions", sql: sessionTableSql },
  { name: "20261126-token-keys", sql: tokenKeyTableSql },
  { name: "20261126-audit-search", sql: auditSearchSql },
  { name: "20261127-audit-chain", sql: auditChainSql },
]
