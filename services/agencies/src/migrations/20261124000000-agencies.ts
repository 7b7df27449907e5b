import { Migration } from "@mikro-orm/migrations"
import { auditTableSql } from "@plan43/database"

/** Agencies, who belongs to which group, who followed whom. */
export class Migration20261124000000 extends Migration {
  override up(): void {
    this.addSql(`
      create function names_of(aliases text[]) returns text
      language sql immutable strict parallel safe return array_to_string(aliases, ' ')`)
    this.addSql(`
      create table agency (
        id uuid primary key,
        code text not null unique,
        name text not null,
        short_name text,
        aliases text[] not null,
        kind text not null,
        valid_from date,
        valid_to date check (valid_to >= valid_from),
        note text,
        withdrawn_at timestamptz,
        search_text text generated always as (
          public.search_text(code || ' ' || name || ' ' || coalesce(short_name, '') || ' ' || names_of(aliases))
        ) stored
      )`)
    this.addSql(`create index on agency ((name collate "vi-x-icu"), id)`)
    this.addSql("create index on agency (kind)")
    this.addSql("create index on agency using gin (search_text gin_trgm_ops)")
    this.addSql(`
      create table agency_succession (
        id uuid primary key,
        kind text not null check (kind in ('MERGER', 'SPLIT', 'RENAMING', 'REPLACEMENT')),
        on_day date not null,
        predecessor_id uuid not null references agency,
        successor_id uuid not null references agency,
        basis text,
        check (predecessor_id <> successor_id)
      )`)
    this.addSql("create index on agency_succession (predecessor_id)")
    this.addSql("create index on agency_succession (successor_id)")
    this.addSql(`
      create table group_membership (
        id uuid primary key,
        group_id uuid not null references agency,
        member_id uuid not null references agency,
        valid_from date,
        valid_to date check (valid_to >= valid_from)
      )`)
    this.addSql("create index on group_membership (group_id, member_id)")
    this.addSql("create index on group_membership (member_id)")
    this.addSql(auditTableSql)
  }
}
