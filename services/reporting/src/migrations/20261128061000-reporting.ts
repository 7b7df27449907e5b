import { Migration } from "@mikro-orm/migrations"
import { agencyScopeTablesSql, datedAgenciesSql, dividedAgenciesSql } from "@plan43/agency-scope"
import { auditAuthorSql, auditChainSql, auditSearchSql, auditTableSql } from "@plan43/database"
import {
  auditSignalSql,
  outboxPlaceSeenSql,
  outboxPlaceTableSql,
  outboxSignalSql,
  outboxTableSql,
} from "@plan43/outbox"
import { recordedRequestTableSql } from "@plan43/subgraph"

/** The values of these columns on the day of this migration: later ones come with later migrations. */
const ITEM_KINDS = ["TASK", "INDICATOR"]
const ROUND_KINDS = ["REGULAR", "AD_HOC"]
const REPORT_STATES = [
  "DRAFT",
  "SUBMITTED_FOR_APPROVAL",
  "APPROVED",
  "SENT",
  "ACCEPTED",
  "RETURNED",
  "INCLUDED",
]
const LINE_ANSWERS = ["REPORTED", "NO_CHANGE", "NOTHING_TO_REPORT"]
const LINE_FIELDS = [
  "ANSWER",
  "PROGRESS",
  "RESULT_DOCUMENT",
  "PERCENTAGE",
  "DIFFICULTIES",
  "PROPOSAL",
  "NEXT_PLAN",
]

/** What every table has that people record in. */
const RECORDED = `
  version integer not null default 1 check (version >= 1),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  withdrawn_at timestamptz`

function quoted(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(", ")
}

function oneOf(column: string, values: readonly string[]): string {
  return `${column} text not null check (${column} in (${quoted(values)}))`
}

/**
 * Rounds, the reports of agencies in them and their lines; what the plan asks to be reported on; the history of it, told to those who follow; which agencies there are; which requests were
 * carried out already.
 */
export class Migration20261128061000 extends Migration {
  override up(): void {
    for (const statement of [
      auditTableSql,
      auditAuthorSql,
      auditSearchSql,
      auditChainSql,
      outboxTableSql,
      outboxPlaceTableSql,
      outboxPlaceSeenSql,
      outboxSignalSql,
      auditSignalSql,
      recordedRequestTableSql,
      agencyScopeTablesSql,
      datedAgenciesSql,
      dividedAgenciesSql,
    ])
      this.addSql(statement)
    this.addSql(`
      create table report_item (
        id uuid primary key,
        plan_id uuid not null,
        ${oneOf("kind", ITEM_KINDS)},
        code text not null,
        name text not null,
        position integer not null,
        withdrawn_at timestamptz
      )`)
    this.addSql(`
      create table report_item_agency (
        id uuid primary key,
        item_id uuid not null references report_item,
        position integer not null,
        agency_id uuid not null
      )`)
    this.addSql("create index on report_item_agency (item_id)")
    this.addSql(`
      create table round (
        id uuid primary key,
        ${oneOf("kind", ROUND_KINDS)},
        name text not null check (name <> ''),
        questions text,
        cut_off_on date not null,
        agencies_due_on date not null check (agencies_due_on >= cut_off_on),
        city_due_on date not null check (city_due_on >= agencies_due_on),
        government_due_on date check (government_due_on >= city_due_on),
        agency_ids uuid[] not null default '{}',
        opened_on date,
        locked_at timestamptz,
        published_at timestamptz check (published_at is null or locked_at is not null),
        ${RECORDED},
        search_text text generated always as (public.search_text(name)) stored,
        check (locked_at is null or opened_on is not null),
        check (withdrawn_at is null or opened_on is null)
      )`)
    this.addSql("create index on round (agencies_due_on, id)")
    this.addSql("create index on round using gin (search_text gin_trgm_ops)")
    this.addSql(`
      create table agency_report (
        id uuid primary key,
        round_id uuid not null references round,
        agency_id uuid not null,
        ${oneOf("state", REPORT_STATES)} default 'DRAFT',
        approved_by text,
        approved_at timestamptz,
        sent_on date,
        ${RECORDED},
        unique (round_id, agency_id)
      )`)
    this.addSql("create index on agency_report (agency_id)")
    this.addSql(`
      create table report_line (
        id uuid primary key,
        report_id uuid not null references agency_report,
        item_id uuid not null references report_item,
        answer text check (answer in (${quoted(LINE_ANSWERS)})),
        progress text,
        result_document text,
        percentage integer check (percentage between 0 and 100),
        difficulties text,
        proposal text,
        next_plan text,
        ${RECORDED},
        unique (report_id, item_id)
      )`)
    this.addSql("create index on report_line (item_id)")
    this.addSql(`
      create table report_return (
        id uuid primary key,
        report_id uuid not null references agency_report,
        position integer generated always as identity,
        recorded_on date not null
      )`)
    this.addSql("create index on report_return (report_id, position)")
    this.addSql(`
      create table returned_field (
        return_id uuid not null references report_return,
        line_id uuid not null references report_line,
        ${oneOf("field", LINE_FIELDS)},
        reason text not null check (reason <> ''),
        primary key (return_id, line_id, field)
      )`)
  }
}
