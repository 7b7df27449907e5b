import { Migration } from "@mikro-orm/migrations"
import { agencyScopeTablesSql } from "@plan43/agency-scope"
import { auditTableSql } from "@plan43/database"

const DEADLINE_KINDS = `'MONTH', 'QUARTER', 'YEAR', 'YEAR_RANGE', 'OPEN_ENDED', 'CONTINUOUS', 'ANNUAL', 'AFTER_TRIGGER', 'ON_GUIDANCE', 'PHASED'`

/** Plans and all that stands in them, the documents that tasks wait for, and what is reported of tasks. */
export class Migration20261124000000 extends Migration {
  override up(): void {
    this.addSql(`
      create table plan (
        id uuid primary key,
        number text not null,
        title text not null,
        issued_on date not null,
        effective_on date not null,
        issuer text not null,
        signer text not null,
        withdrawn_at timestamptz,
        unique (number, issued_on, issuer)
      )`)
    this.addSql(`
      create table plan_import (
        id bigint generated always as identity primary key,
        plan_id uuid not null references plan,
        text_sha256 text not null,
        rows_sha256 text not null,
        imported_at timestamptz not null default now(),
        added integer not null,
        changed integer not null,
        withdrawn integer not null
      )`)
    this.addSql("create index on plan_import (plan_id, id)")
    this.addSql(`
      create table plan_section (
        id uuid primary key,
        plan_id uuid not null references plan,
        numeral text not null,
        title text not null,
        position integer not null,
        line integer not null,
        last_line integer not null,
        withdrawn_at timestamptz
      )`)
    this.addSql("create index on plan_section (plan_id, position)")
    this.addSql(`
      create table plan_measure (
        id uuid primary key,
        plan_id uuid not null references plan,
        number text not null,
        heading text not null,
        text text not null,
        position integer not null,
        line integer not null,
        last_line integer not null,
        withdrawn_at timestamptz
      )`)
    this.addSql("create index on plan_measure (plan_id, position)")
    this.addSql(`
      create table plan_obligation (
        id uuid primary key,
        plan_id uuid not null references plan,
        number text not null,
        text text not null,
        position integer not null,
        line integer not null,
        last_line integer not null,
        withdrawn_at timestamptz
      )`)
    this.addSql("create index on plan_obligation (plan_id, position)")

    this.addSql(`
      create table task (
        id uuid primary key,
        plan_id uuid not null references plan,
        section_id uuid not null references plan_section,
        code text not null,
        number text,
        position integer not null,
        title text not null,
        lead_text text not null,
        coordinator_text text not null,
        expected_result text,
        deadline_text text not null,
        deadline_kind text not null check (deadline_kind in (${DEADLINE_KINDS})),
        deadline_starts_on date,
        deadline_due_on date,
        contribution_text text,
        implementation_text text,
        sensitive boolean not null,
        line integer not null,
        last_line integer not null,
        withdrawn_at timestamptz,
        search_text text generated always as (
          public.search_text(code || ' ' || title || ' ' || lead_text || ' ' || coordinator_text || ' ' || coalesce(expected_result, ''))
        ) stored,
        unique (plan_id, code)
      )`)
    this.addSql("create index on task (plan_id, position, id)")
    this.addSql("create index on task (section_id, position)")
    this.addSql("create index on task (deadline_due_on)")
    this.addSql(`create index on task ((title collate "vi-x-icu"), id)`)
    this.addSql("create index on task using gin (search_text gin_trgm_ops)")
    this.addSql(`
      create table task_phase (
        id uuid primary key,
        task_id uuid not null references task,
        position integer not null,
        name text not null,
        expected_result text,
        deadline_text text not null,
        deadline_kind text not null check (deadline_kind in (${DEADLINE_KINDS})),
        deadline_starts_on date,
        deadline_due_on date,
        line integer not null,
        last_line integer not null,
        withdrawn_at timestamptz
      )`)
    this.addSql("create index on task_phase (task_id, position)")
    this.addSql(`
      create table task_agency (
        id uuid primary key,
        task_id uuid not null references task,
        role text not null check (role in ('LEAD', 'COORDINATOR')),
        position integer not null,
        text text not null,
        agency_id uuid
      )`)
    this.addSql("create index on task_agency (task_id, role, position)")
    this.addSql("create index on task_agency (agency_id, role, task_id)")

    this.addSql(`
      create table awaited_document (
        id uuid primary key,
        plan_id uuid not null references plan,
        kind text not null,
        title text not null,
        issuer text,
        event text not null,
        not_before date,
        position integer not null,
        issued_on date,
        number text,
        withdrawn_at timestamptz,
        search_text text generated always as (public.search_text(title || ' ' || coalesce(issuer, ''))) stored
      )`)
    this.addSql("create index on awaited_document (plan_id, position, id)")
    this.addSql(`create index on awaited_document ((title collate "vi-x-icu"), id)`)
    this.addSql("create index on awaited_document using gin (search_text gin_trgm_ops)")
    this.addSql(`
      create table task_trigger (
        task_id uuid not null references task,
        trigger_id uuid not null references awaited_document,
        primary key (task_id, trigger_id)
      )`)
    this.addSql("create index on task_trigger (trigger_id)")

    this.addSql(`
      create table progress_report (
        id bigint generated always as identity primary key,
        task_id uuid not null references task,
        state text not null check (state in ('NOT_STARTED', 'IN_PROGRESS', 'COMPLETED', 'SUSPENDED', 'CANCELLED')),
        effective_on date not null,
        completed_on date check ((state = 'COMPLETED') = (completed_on is not null)),
        confirmed_on date,
        recorded_at timestamptz not null default now()
      )`)
    this.addSql("create index on progress_report (task_id, effective_on desc, id desc)")

    this.addSql(agencyScopeTablesSql)
    this.addSql(auditTableSql)
  }
}
