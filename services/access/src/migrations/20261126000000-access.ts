import { Migration } from "@mikro-orm/migrations"
import { auditAuthorSql, auditTableSql } from "@plan43/database"
import { recordedRequestTableSql } from "@plan43/subgraph"

/** Credentials of other teams' systems, their secrets as hashes, and how much they were used. */
export class Migration20261126000000 extends Migration {
  override up(): void {
    this.addSql(`
      create table api_client (
        id uuid primary key,
        client_id text not null unique default 'sys-' || left(replace(gen_random_uuid()::text, '-', ''), 12),
        name text not null check (name <> ''),
        owner text not null check (owner <> ''),
        contact text not null check (contact <> ''),
        purpose text not null check (purpose <> ''),
        scopes text[] not null,
        quota_per_minute integer not null check (quota_per_minute >= 1),
        expires_on date not null,
        registered_at timestamptz not null default now(),
        registered_by text not null,
        secret_replaced_at timestamptz,
        former_secret_hours integer check (former_secret_hours >= 0),
        revoked_at timestamptz,
        revocation_reason text,
        version integer not null default 1 check (version >= 1),
        updated_at timestamptz not null default now(),
        withdrawn_at timestamptz,
        search_text text generated always as (
          public.search_text(name || ' ' || owner || ' ' || purpose || ' ' || client_id)
        ) stored,
        check ((revoked_at is null) = (revocation_reason is null))
      )`)
    this.addSql(`create index on api_client ((name collate "vi-x-icu"), id)`)
    this.addSql("create index on api_client (registered_at, id)")
    this.addSql("create index on api_client (expires_on, id)")
    this.addSql("create index on api_client using gin (search_text gin_trgm_ops)")
    this.addSql(`
      create table api_client_secret (
        id uuid primary key default gen_random_uuid(),
        api_client_id uuid not null references api_client,
        sha256 bytea not null check (octet_length(sha256) = 32),
        hint text not null check (length(hint) = 4),
        created_at timestamptz not null default now(),
        ends_at timestamptz
      )`)
    this.addSql("create index on api_client_secret (api_client_id, created_at)")
    this.addSql(`
      create table api_client_use (
        api_client_id uuid not null references api_client,
        day date not null,
        requests integer not null check (requests >= 0),
        refused integer not null check (refused >= 0),
        last_at timestamptz not null,
        primary key (api_client_id, day)
      )`)
    this.addSql(`
      create table recorded_use (
        batch uuid primary key,
        at timestamptz not null default now()
      )`)
    this.addSql("create index on recorded_use (at)")
    this.addSql(recordedRequestTableSql)
    this.addSql(auditTableSql)
    this.addSql(auditAuthorSql)
  }
}
