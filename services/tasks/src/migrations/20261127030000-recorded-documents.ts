import { Migration } from "@mikro-orm/migrations"

const TRIGGER_KINDS = `'LAW', 'RESOLUTION', 'DECREE', 'DECISION', 'SCHEME', 'PROGRAMME', 'STRATEGY', 'CRITERIA', 'POLICY', 'REGULATION', 'GUIDANCE'`

/** What is recorded of the documents that tasks wait for, which were merged, and when each task thereby starts. */
export class Migration20261127030000 extends Migration {
  override up(): void {
    // Whatever an import does not write: it compares and sets the columns of the plan alone.
    this.addSql(`
      alter table awaited_document
        add column merged_into uuid references awaited_document,
        add column merged_at timestamptz,
        add column due_days integer not null default 60 check (due_days between 1 and 3650),
        add column effective_on date,
        add column event_on date,
        add column recorded_on date,
        add column ended text check (ended in ('REPLACED', 'REPEALED')),
        add column watcher_id text,
        add column watcher_name text,
        add column last_checked_on date,
        add column last_checked_by text,
        add column version integer not null default 1,
        add column updated_at timestamptz not null default now()`)
    this.addSql(`
      create index on awaited_document (
        (case when issued_on is null then 0 else 1 end), (coalesce(last_checked_on, '-infinity'::date)), position, id
      ) where merged_into is null`)
    this.addSql("create index on awaited_document (merged_into) where merged_into is not null")
    this.addSql(`
      create table document_recording (
        id bigint generated always as identity primary key,
        document_id uuid not null references awaited_document,
        act text not null check (act in ('ISSUED', 'CORRECTED', 'REVOKED', 'REPLACED', 'REPEALED', 'REINSTATED')),
        kind text check (kind in (${TRIGGER_KINDS})),
        number text,
        name text,
        issuer text,
        issued_on date,
        effective_on date,
        link text,
        file_ids uuid[] not null default '{}',
        due_days integer,
        ended_on date,
        successor_number text,
        successor_name text,
        successor_link text,
        reason text,
        recorded_on date not null,
        recorded_at timestamptz not null default now(),
        recorded_by text not null,
        recorded_by_name text,
        check ((act = 'REVOKED') = (issued_on is null)),
        check ((act in ('REPLACED', 'REPEALED')) = (ended_on is not null))
      )`)
    this.addSql("create index on document_recording (document_id, id)")
    this.addSql(`
      create table task_start (
        id bigint generated always as identity primary key,
        task_id uuid not null references task,
        document_id uuid not null references awaited_document,
        event_on date,
        starts_on date check (starts_on >= event_on),
        due_on date check (due_on >= starts_on),
        recorded_on date not null,
        recorded_at timestamptz not null default now(),
        check (num_nulls(event_on, starts_on, due_on) in (0, 3))
      )`)
    this.addSql("create index on task_start (task_id, id desc)")
    this.addSql(`
      create table declined_proposal (
        id uuid primary key,
        reason text,
        recorded_on date not null,
        recorded_at timestamptz not null default now(),
        recorded_by text not null,
        recorded_by_name text
      )`)
  }
}
