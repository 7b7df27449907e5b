import { Migration } from "@mikro-orm/migrations"
import { recordedRequestTableSql } from "@plan43/subgraph"

/** Document that something rests on: its columns, each under a prefix. */
const documentColumns = (prefix: string) => `
  ${prefix}_number text,
  ${prefix}_issued_on date,
  ${prefix}_issuer text,
  ${prefix}_link text`

/** What is known of every fact besides what it says. */
const FACT = `
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by text,
  recorded_by_name text`

/**
 * What agencies report of tasks, what the Department makes of it, and what was decided about tasks and their deadlines.
 * All of it is added and never changed; `position` is the order in which it was recorded, over all tables.
 */
export class Migration20261127010000 extends Migration {
  override up(): void {
    this.addSql(recordedRequestTableSql)
    this.addSql("create sequence fact_position")

    // Nothing before this version could record a report.
    this.addSql("drop index progress_report_task_id_effective_on_id_idx")
    this.addSql("alter table progress_report drop constraint progress_report_state_check")
    this.addSql("alter table progress_report drop constraint progress_report_pkey")
    this.addSql("alter table progress_report drop column confirmed_on")
    this.addSql("alter table progress_report rename column id to position")
    this.addSql("alter table progress_report alter column position drop identity")
    this.addSql(`
      alter table progress_report
        alter column position set default nextval('fact_position'),
        alter column effective_on set not null,
        add column id uuid primary key default gen_random_uuid(),
        add column agency_id uuid not null,
        add column answer text not null default 'PROGRESS' check (answer in ('PROGRESS', 'NO_CHANGE', 'NOTHING_TO_REPORT')),
        add column percentage integer check (percentage between 0 and 100),
        add column done text,
        add column result_number text,
        add column result_issued_on date,
        add column result_issuer text,
        add column result_link text,
        add column file_ids uuid[] not null default '{}',
        add column difficulties text,
        add column next_step text,
        add column period_key text,
        add column phase_id uuid references task_phase,
        add column corrects_id uuid references progress_report (id),
        add column on_behalf boolean not null default false,
        add column recorded_by text,
        add column recorded_by_name text,
        add column version integer not null default 1,
        add constraint progress_report_state_check check (state in ('NOT_STARTED', 'IN_PROGRESS', 'COMPLETED'))`)
    this.addSql("create index on progress_report (task_id, agency_id, position desc)")

    this.addSql(`
      create table report_verification (
        id uuid primary key default gen_random_uuid(),
        position bigint not null default nextval('fact_position'),
        report_id uuid not null references progress_report (id),
        outcome text not null check (outcome in ('CONFIRMED', 'RETURNED')),
        reason text,
        returned_fields text[] not null default '{}',
        returned_reasons text[] not null default '{}',
        ${FACT},
        version integer not null default 1,
        check ((outcome = 'RETURNED') = (cardinality(returned_fields) > 0)),
        check (cardinality(returned_fields) = cardinality(returned_reasons))
      )`)
    this.addSql("create index on report_verification (report_id, position desc)")

    this.addSql(`
      create table task_decision (
        id uuid primary key default gen_random_uuid(),
        position bigint not null default nextval('fact_position'),
        task_id uuid not null references task,
        kind text not null check (kind in ('SUSPENDED', 'CANCELLED', 'REOPENED')),
        reopens_completion boolean not null default false check (kind = 'REOPENED' or not reopens_completion),
        basis text not null,
        ${documentColumns("document")},
        file_ids uuid[] not null default '{}',
        ${FACT},
        published_at timestamptz,
        version integer not null default 1
      )`)
    this.addSql("create index on task_decision (task_id, position desc)")

    this.addSql(`
      create table deadline_extension (
        id uuid primary key default gen_random_uuid(),
        position bigint not null default nextval('fact_position'),
        task_id uuid not null references task,
        agency_id uuid not null,
        period_key text,
        phase_id uuid references task_phase,
        original_due_on date not null,
        asked_due_on date not null,
        asked_reason text not null,
        on_behalf boolean not null default false,
        ${FACT},
        granted boolean,
        granted_due_on date check ((granted is true) = (granted_due_on is not null)),
        decided_reason text,
        decided_on date check ((granted is null) = (decided_on is null)),
        decided_at timestamptz,
        decided_by text,
        decided_by_name text,
        published_at timestamptz,
        version integer not null default 1
      )`)
    this.addSql("create index on deadline_extension (task_id, agency_id, position desc)")
    this.addSql("create index on deadline_extension (granted_due_on) where granted")

    this.addSql(`
      create table task_responsible (
        id uuid primary key default gen_random_uuid(),
        position bigint not null default nextval('fact_position'),
        task_id uuid not null references task,
        agency_id uuid not null,
        ${FACT},
        version integer not null default 1
      )`)
    this.addSql("create index on task_responsible (task_id, position desc)")
  }
}
