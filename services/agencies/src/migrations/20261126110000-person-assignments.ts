import { Migration } from "@mikro-orm/migrations"
import { AGENCY_ROLES, ROLES } from "@plan43/authorization"
import { recordedRequestTableSql } from "@plan43/subgraph"

const listed = (words: readonly string[]) => words.map((word) => `'${word}'`).join(", ")

/** Which people act in which role, for which agency, between which days. */
export class Migration20261126110000 extends Migration {
  override up(): void {
    const noTwoAtOnce = (column: string) =>
      `exclude using gist (${column} with =, daterange(valid_from, valid_to, '[]') with &&)
          where (${column} is not null and withdrawn_at is null)`
    this.addSql(`
      create table person_assignment (
        id uuid primary key,
        subject text,
        email text check (email = lower(email)),
        name text not null check (name <> ''),
        role text not null check (role in (${listed(ROLES)})),
        agency_id uuid references agency,
        valid_from date not null,
        valid_to date check (valid_to >= valid_from),
        note text,
        version integer not null default 1 check (version >= 1),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        withdrawn_at timestamptz,
        search_text text generated always as (
          public.search_text(name || ' ' || coalesce(email, '') || ' ' || coalesce(subject, ''))
        ) stored,
        check (subject is not null or email is not null),
        check ((agency_id is not null) = (role in (${listed(AGENCY_ROLES)}))),
        ${noTwoAtOnce("subject")},
        ${noTwoAtOnce("email")}
      )`)
    this.addSql(`create index on person_assignment ((name collate "vi-x-icu"), id)`)
    this.addSql("create index on person_assignment (valid_from, id)")
    this.addSql("create index on person_assignment (agency_id)")
    this.addSql("create index on person_assignment using gin (search_text gin_trgm_ops)")
    this.addSql(recordedRequestTableSql)
  }
}
