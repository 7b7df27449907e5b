import { Migration } from "@mikro-orm/migrations"
import { auditTableSql } from "@plan43/database"
import { recordedRequestTableSql } from "@plan43/subgraph"

/** What every table has that people record in. */
const RECORDED = `
  version integer not null default 1 check (version >= 1),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  withdrawn_at timestamptz`

const COUNTRY = "country_code text check (country_code ~ '^[A-Z]{2}$')"

function oneOf(column: string, ...values: string[]): string {
  return `${column} text not null check (${column} in (${values.map((value) => `'${value}'`).join(", ")}))`
}

/**
 * The plan's programmes of cooperation; partners, agreements, activities and experts to be recorded by people; which
 * requests were carried out already, so that a repeated one changes nothing.
 */
export class Migration20261124000000 extends Migration {
  override up(): void {
    this.addSql(`
      create function words_of(words text[]) returns text
      language sql immutable strict parallel safe return array_to_string(words, ' ')`)
    this.addSql(`
      create table programme (
        id uuid primary key,
        plan_id uuid not null,
        code text not null,
        title text not null check (title <> ''),
        ${oneOf("kind", "TASK", "MEASURE")},
        ${oneOf("theme", "INNOVATION_NETWORK", "STANDARDS_BODIES", "PARTNER_CITIES_AND_CORPORATIONS", "PARTNERSHIP_FRAMEWORKS", "LESSONS_AND_MODELS", "EXPERTS_ABROAD", "MULTILATERAL_MECHANISMS", "FRIENDSHIP_ORGANISATIONS", "TRAINING_ABROAD")},
        task_id uuid,
        measure_id uuid,
        lead_ids uuid[] not null,
        related_task_ids uuid[] not null,
        related_indicator_ids uuid[] not null,
        document text not null,
        source_row text not null,
        position integer not null,
        line integer not null check (line >= 1),
        last_line integer not null check (last_line >= line),
        withdrawn_at timestamptz,
        search_text text generated always as (public.search_text(code || ' ' || title)) stored,
        unique (plan_id, code),
        check ((kind = 'TASK') = (task_id is not null) and (kind = 'MEASURE') = (measure_id is not null))
      )`)
    this.addSql("create index on programme (plan_id, position, id)")
    this.addSql(`create index on programme ((title collate "vi-x-icu"), id)`)
    this.addSql("create index on programme (code)")
    this.addSql("create index on programme (measure_id)")
    this.addSql("create index on programme (task_id)")
    this.addSql("create index on programme using gin (related_task_ids)")
    this.addSql("create index on programme using gin (search_text gin_trgm_ops)")

    this.addSql(`
      create table partner (
        id uuid primary key,
        name text not null check (name <> ''),
        ${oneOf("kind", "CITY_OR_REGION", "CORPORATION", "RESEARCH_INSTITUTE", "UNIVERSITY", "INTERNATIONAL_ORGANISATION", "REPRESENTATIVE_OFFICE", "ASSOCIATION", "STANDARDS_BODY", "MULTILATERAL_MECHANISM")},
        ${COUNTRY},
        fields text[] not null default '{}',
        website text,
        note text,
        ${RECORDED},
        search_text text generated always as (public.search_text(name || ' ' || words_of(fields))) stored
      )`)
    this.addSql(`create index on partner ((name collate "vi-x-icu"), id)`)
    this.addSql("create index on partner (created_at, id)")
    this.addSql("create index on partner using gin (search_text gin_trgm_ops)")

    this.addSql(`
      create table agreement (
        id uuid primary key,
        title text not null check (title <> ''),
        number text,
        ${oneOf("level", "STATE", "GOVERNMENT", "CITY", "AGENCY", "ORGANISATION")},
        ${oneOf("state", "PROPOSED", "NEGOTIATING", "IN_CONSULTATION", "SIGNED", "IN_FORCE", "AMENDED_OR_RENEWED", "SUSPENDED", "WITHDRAWN", "TERMINATED", "EXPIRED")},
        ${oneOf("legal_regime", "INTERNATIONAL_TREATY", "INTERNATIONAL_AGREEMENT", "ODA", "NGO_AID", "CIVIL_CONTRACT", "PPP_CONTRACT")},
        signed_on date,
        in_force_on date check (in_force_on >= signed_on),
        expires_on date check (expires_on >= signed_on and expires_on >= coalesce(in_force_on, signed_on)),
        renewal text,
        commitments text,
        signatories text[] not null default '{}',
        responsible_agency_id uuid,
        programme_id uuid references programme,
        ${RECORDED},
        search_text text generated always as (public.search_text(title || ' ' || coalesce(number, ''))) stored
      )`)
    this.addSql(`create index on agreement ((title collate "vi-x-icu"), id)`)
    this.addSql("create index on agreement ((coalesce(signed_on, 'infinity'::date)), id)")
    this.addSql("create index on agreement ((coalesce(expires_on, 'infinity'::date)), id)")
    this.addSql("create index on agreement (programme_id)")
    this.addSql("create index on agreement (responsible_agency_id)")
    this.addSql("create index on agreement using gin (search_text gin_trgm_ops)")
    this.addSql(`
      create table agreement_partner (
        agreement_id uuid not null references agreement,
        partner_id uuid not null references partner,
        primary key (agreement_id, partner_id)
      )`)
    this.addSql("create index on agreement_partner (partner_id)")

    this.addSql(`
      create table activity (
        id uuid primary key,
        title text not null check (title <> ''),
        ${oneOf("kind", "DELEGATION_OUT", "DELEGATION_IN", "EVENT", "TRAINING_ABROAD", "STANDARDS_WORK", "MULTILATERAL_MEETING")},
        purpose text,
        starts_on date,
        ends_on date check (ends_on >= starts_on),
        place text,
        ${COUNTRY},
        participants text[] not null default '{}',
        outputs text,
        follow_ups text,
        agreement_id uuid references agreement,
        programme_id uuid references programme,
        responsible_agency_id uuid,
        ${RECORDED},
        search_text text generated always as (
          public.search_text(title || ' ' || coalesce(purpose, '') || ' ' || coalesce(place, ''))
        ) stored
      )`)
    this.addSql("create index on activity ((coalesce(starts_on, 'infinity'::date)), id)")
    this.addSql(`create index on activity ((title collate "vi-x-icu"), id)`)
    this.addSql("create index on activity (programme_id)")
    this.addSql("create index on activity (agreement_id)")
    this.addSql("create index on activity using gin (search_text gin_trgm_ops)")
    this.addSql(`
      create table activity_partner (
        activity_id uuid not null references activity,
        partner_id uuid not null references partner,
        primary key (activity_id, partner_id)
      )`)
    this.addSql("create index on activity_partner (partner_id)")

    this.addSql(`
      create table expert (
        id uuid primary key,
        name text not null check (name <> ''),
        fields text[] not null default '{}',
        ${COUNTRY},
        organisation text,
        email text,
        phone text,
        consented_on date,
        ${RECORDED},
        search_text text generated always as (
          public.search_text(name || ' ' || words_of(fields) || ' ' || coalesce(organisation, ''))
        ) stored
      )`)
    this.addSql(`create index on expert ((name collate "vi-x-icu"), id)`)
    this.addSql("create index on expert using gin (search_text gin_trgm_ops)")
    this.addSql(recordedRequestTableSql)
    this.addSql(auditTableSql)
  }
}
