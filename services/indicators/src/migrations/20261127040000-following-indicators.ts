import { Migration } from "@mikro-orm/migrations"
import { recordedRequestTableSql } from "@plan43/subgraph"

const HANOI_TODAY = "(now() at time zone 'Asia/Ho_Chi_Minh')::date"

/** What every row has that people record about an indicator, see `src/fact`. */
const FACT_COLUMNS = `
  chain_id uuid not null default gen_random_uuid(),
  revision integer not null default 1,
  recorded_on date not null default ${HANOI_TODAY},
  recorded_by text,
  agency_id uuid,
  on_behalf boolean not null default false,
  reason text,
  withdrawn_on date,
  withdrawal_reason text,
  version integer not null default 1`

const FACT_TABLES = ["observation", "judgement", "indicator_baseline", "indicator_milestone"]

/**
 * Recording what is observed, judged and set: every row says who recorded it and on which day, what it corrects, and
 * when it was withdrawn; how often an indicator is measured; what an authority directed; closed periods.
 */
export class Migration20261127040000 extends Migration {
  override up(): void {
    this.addSql(recordedRequestTableSql)
    this.addSql("alter table indicator_baseline drop constraint indicator_baseline_pkey")
    this.addSql("alter table indicator_milestone drop constraint indicator_milestone_indicator_id_due_on_key")
    for (const table of ["indicator_baseline", "indicator_milestone"])
      this.addSql(`alter table ${table}
        add column recorded_at timestamptz not null default now(),
        add column superseded_at timestamptz`)
    this.addSql("alter table indicator_baseline add column id uuid primary key default gen_random_uuid()")
    this.addSql("alter table indicator_baseline add column evidence text")
    this.addSql("alter table indicator_milestone add column source text")
    this.addSql(`
      create table directed_target (
        id uuid primary key,
        indicator_id uuid not null references indicator,
        kind text not null check (kind in ('AT_LEAST', 'MORE_THAN', 'AT_MOST', 'VALUE', 'RANGE', 'QUALITATIVE')),
        minimum numeric,
        maximum numeric check (maximum >= minimum),
        note text,
        document_number text not null,
        document_issued_on date not null,
        document_issuer text not null,
        document_link text,
        published_at timestamptz,
        recorded_at timestamptz not null default now(),
        superseded_at timestamptz,
        ${FACT_COLUMNS}
      )`)
    for (const table of FACT_TABLES) {
      this.addSql(
        `alter table ${table} ${FACT_COLUMNS.trim()
          .split(",\n")
          .map((column) => `add column ${column.trim()}`)
          .join(", ")}`,
      )
      // What was there before counts as recorded on the day on which it was
      this.addSql(
        `update ${table} set chain_id = id, recorded_on = (recorded_at at time zone 'Asia/Ho_Chi_Minh')::date`,
      )
    }
    for (const table of [...FACT_TABLES, "directed_target"])
      this.addSql(`create unique index on ${table} (chain_id, revision)`)
    const standing = "where superseded_at is null and withdrawn_on is null"
    this.addSql(
      `create unique index observation_of_period on observation (indicator_id, period_start, period_end) ${standing}`,
    )
    this.addSql(`create unique index baseline_of_indicator on indicator_baseline (indicator_id) ${standing}`)
    this.addSql(
      `create unique index milestone_of_day on indicator_milestone (indicator_id, due_on) ${standing}`,
    )
    this.addSql(
      `create unique index directed_target_of_indicator on directed_target (indicator_id) ${standing}`,
    )
    for (const table of ["indicator_baseline", "indicator_milestone", "directed_target"])
      this.addSql(`create index on ${table} (indicator_id)`)
    this.addSql(`
      alter table indicator
        add column frequency text not null default 'YEAR' check (frequency in ('YEAR', 'HALF', 'QUARTER', 'MONTH')),
        add column version integer not null default 1,
        add column updated_at timestamptz not null default now()`)
    this.addSql(`
      create table closed_period (
        id uuid primary key,
        period_key text not null,
        period_start date not null,
        period_end date not null check (period_end >= period_start),
        closed_on date not null,
        closed_by text,
        version integer not null default 1,
        updated_at timestamptz not null default now(),
        withdrawn_at timestamptz
      )`)
    this.addSql(
      "create unique index closed_period_once on closed_period (period_key) where withdrawn_at is null",
    )
  }
}
