import { Migration } from "@mikro-orm/migrations"
import { agencyScopeTablesSql } from "@plan43/agency-scope"
import { auditTableSql } from "@plan43/database"

/** Indicators, and what people will observe, judge and set for them. */
export class Migration20261124000000 extends Migration {
  override up(): void {
    this.addSql(`
      create table plan_reference (
        id uuid primary key,
        number text not null,
        issued_on date not null,
        withdrawn_at timestamptz
      )`)
    this.addSql(`
      create table indicator (
        id uuid primary key,
        plan_id uuid not null references plan_reference,
        parent_id uuid references indicator deferrable initially deferred,
        counterpart_id uuid references indicator deferrable initially deferred,
        code text not null,
        position integer not null,
        name text not null,
        unit text,
        target_text text not null,
        target_kind text not null check (target_kind in ('AT_LEAST', 'MORE_THAN', 'AT_MOST', 'VALUE', 'RANGE', 'RANK_GROUP', 'QUALITATIVE', 'DIRECTIVE', 'NONE')),
        target_minimum numeric,
        target_maximum numeric check (target_maximum >= target_minimum),
        target_note text,
        horizon_year integer not null,
        yearly boolean not null,
        lead_text text not null,
        line integer not null,
        last_line integer not null,
        withdrawn_at timestamptz,
        search_text text generated always as (
          public.search_text(code || ' ' || name || ' ' || coalesce(unit, '') || ' ' || target_text || ' ' || lead_text)
        ) stored,
        unique (plan_id, code)
      )`)
    this.addSql("create index on indicator (plan_id, position, id)")
    this.addSql("create index on indicator (horizon_year, plan_id, position, id)")
    this.addSql("create index on indicator (parent_id, position)")
    this.addSql(`create index on indicator ((name collate "vi-x-icu"), id)`)
    this.addSql("create index on indicator using gin (search_text gin_trgm_ops)")
    this.addSql(`
      create table indicator_agency (
        id uuid primary key,
        indicator_id uuid not null references indicator,
        position integer not null,
        text text not null,
        agency_id uuid
      )`)
    this.addSql("create index on indicator_agency (indicator_id, position)")
    this.addSql("create index on indicator_agency (agency_id, indicator_id)")

    this.addSql(`
      create table observation (
        id uuid primary key,
        indicator_id uuid not null references indicator,
        period_start date not null,
        period_end date not null check (period_end >= period_start),
        value numeric,
        provisional boolean not null,
        source text not null,
        evidence text,
        note text,
        recorded_at timestamptz not null default now(),
        superseded_at timestamptz check (superseded_at >= recorded_at)
      )`)
    this.addSql("create index on observation (indicator_id, period_end desc, period_start desc, id desc)")
    this.addSql(`
      create table judgement (
        id uuid primary key,
        indicator_id uuid not null references indicator,
        state text not null,
        judged_on date not null,
        evidence text not null,
        source text not null,
        recorded_at timestamptz not null default now(),
        superseded_at timestamptz check (superseded_at >= recorded_at)
      )`)
    this.addSql("create index on judgement (indicator_id, judged_on desc)")
    this.addSql(`
      create table indicator_baseline (
        indicator_id uuid primary key references indicator,
        measured_on date not null,
        value numeric not null,
        source text not null
      )`)
    this.addSql(`
      create table indicator_milestone (
        id uuid primary key,
        indicator_id uuid not null references indicator,
        due_on date not null,
        value numeric not null,
        unique (indicator_id, due_on)
      )`)
    this.addSql(agencyScopeTablesSql)
    this.addSql(auditTableSql)
  }
}
