import {
  auditAuthorSql,
  auditChainSql,
  auditSearchSql,
  auditTableSql,
  type SqlMigration,
} from "@plan43/database/sql"

/** The provider's schema, oldest first. */
export const migrations: readonly SqlMigration[] = [
  {
    name: "20261126-provider",
    sql: `
      create table provider_record (
        model text not null,
        id text not null,
        payload jsonb not null,
        grant_id text,
        uid text,
        expires_at timestamptz,
        primary key (model, id)
      );
      create index on provider_record (grant_id) where grant_id is not null;
      create index on provider_record (model, uid) where uid is not null;
      create index on provider_record (expires_at);
      create table provider_key (
        purpose text primary key check (purpose in ('tokens', 'cookies')),
        value jsonb not null,
        made_at timestamptz not null default now()
      );
    `,
  },
  { name: "20261126-history", sql: `${auditTableSql}${auditAuthorSql}${auditSearchSql}` },
  { name: "20261127-history-chain", sql: auditChainSql },
]
