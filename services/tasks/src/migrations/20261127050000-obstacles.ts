import { Migration } from "@mikro-orm/migrations"
import { recordedRequestTableSql } from "@plan43/subgraph"

const STATES =
  "'RAISED', 'RETURNED', 'ACCEPTED', 'SENT_UP', 'DECIDED', 'ANSWERED', 'DECLINED', 'MERGED', 'WITHDRAWN'"

const WORDS = `
  words text,
  document_number text,
  document_issued_on date,
  document_issuer text,
  document_link text`

/**
 * Obstacles as they stand, every step that was taken with them, and how long each step may take. The steps are only
 * added to: what an obstacle was on a past day follows from those recorded by then.
 */
export class Migration20261127050000 extends Migration {
  override up(): void {
    // Whatever else is recorded in this schema needs the same table
    this.addSql(recordedRequestTableSql)
    this.addSql(`
      create table obstacle_term (
        id uuid primary key default gen_random_uuid(),
        state text not null unique check (state in ('RAISED', 'RETURNED', 'ACCEPTED', 'SENT_UP', 'DECIDED')),
        position integer not null,
        days integer not null check (days between 1 and 365),
        version integer not null default 1 check (version >= 1),
        updated_at timestamptz not null default now(),
        withdrawn_at timestamptz
      )`)
    this.addSql(`
      insert into obstacle_term (state, position, days)
      values ('RAISED', 1, 5), ('RETURNED', 2, 10), ('ACCEPTED', 3, 10), ('SENT_UP', 4, 15), ('DECIDED', 5, 3)`)
    this.addSql(`
      create table obstacle (
        id uuid primary key,
        number integer generated always as identity unique,
        agency_id uuid not null,
        on_behalf boolean not null,
        task_id uuid references task,
        indicator_id uuid check (task_id is null or indicator_id is null),
        title text not null check (title <> ''),
        description text not null check (description <> ''),
        category text not null check (category in
          ('LEGAL', 'FUNDING', 'PEOPLE', 'PROCUREMENT', 'DATA_AND_INFRASTRUCTURE', 'COORDINATION', 'OTHER')),
        proposal text not null check (proposal <> ''),
        addressee text not null check (addressee in ('DEPARTMENT', 'CITY', 'AGENCY', 'CENTRAL_GOVERNMENT')),
        addressed_agency_id uuid check ((addressee = 'AGENCY') = (addressed_agency_id is not null)),
        state text not null default 'RAISED' check (state in (${STATES})),
        state_before text check (state_before in (${STATES})),
        state_since date,
        due_on date,
        merged_into uuid references obstacle check (merged_into <> id),
        ${WORDS},
        version integer not null default 1 check (version >= 1),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        withdrawn_at timestamptz,
        check ((state = 'MERGED') = (merged_into is not null)),
        search_text text generated always as (public.search_text(title || ' ' || description || ' ' || proposal)) stored
      )`)
    this.addSql("create index on obstacle ((coalesce(due_on, 'infinity'::date)), number)")
    this.addSql("create index on obstacle (agency_id, number)")
    this.addSql("create index on obstacle (task_id, number)")
    this.addSql("create index on obstacle (indicator_id, number)")
    this.addSql("create index on obstacle (state, number)")
    this.addSql("create index on obstacle (merged_into)")
    this.addSql("create index on obstacle using gin (search_text gin_trgm_ops)")
    this.addSql(`
      create table obstacle_step (
        id bigint generated always as identity primary key,
        obstacle_id uuid not null references obstacle,
        action text not null check (action in
          ('RAISE', 'ACCEPT', 'RETURN', 'REPLY', 'DECLINE', 'SEND_UP', 'DECIDE', 'ANSWER', 'MERGE', 'UNMERGE', 'WITHDRAW')),
        state text not null check (state in (${STATES})),
        due_on date,
        merged_into uuid references obstacle,
        ${WORDS},
        recorded_on date not null,
        recorded_at timestamptz not null default now(),
        actor_name text,
        actor_agency_id uuid
      )`)
    this.addSql("create index on obstacle_step (obstacle_id, id)")
  }
}
