import { Migration } from "@mikro-orm/migrations"

/**
 * Letters that urge agencies, with what each lists. What was urged and what was put before the City's leaders is only
 * added to: how often something had been urged by a past day follows from what was recorded by then.
 */
export class Migration20261127050100 extends Migration {
  override up(): void {
    this.addSql(`
      create table reminder_letter (
        id uuid primary key,
        agency_id uuid not null,
        state text not null default 'DRAFT' check (state in ('DRAFT', 'SENT')),
        series_year integer,
        number integer check (number >= 1),
        symbol text not null default 'SKHCN' check (symbol <> ''),
        dated_on date,
        answer_by date,
        signer_office text not null default 'Giám đốc' check (signer_office <> ''),
        signer_name text,
        as_of date,
        sent_on date,
        sent_at timestamptz check ((state = 'SENT') = (sent_at is not null)),
        version integer not null default 1 check (version >= 1),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        withdrawn_at timestamptz check (withdrawn_at is null or state = 'DRAFT')
      )`)
    this.addSql(
      "create unique index reminder_letter_number on reminder_letter (series_year, number) where withdrawn_at is null",
    )
    this.addSql("create index on reminder_letter (created_at, id)")
    this.addSql("create index on reminder_letter (agency_id, created_at, id)")
    this.addSql(`
      create table reminder_item (
        letter_id uuid not null references reminder_letter,
        task_id uuid not null references task,
        position integer not null default 0,
        status text,
        due_on date,
        silent_since date,
        primary key (letter_id, task_id)
      )`)
    this.addSql(`
      create table reminder (
        id bigint generated always as identity primary key,
        letter_id uuid not null references reminder_letter,
        task_id uuid not null references task,
        agency_id uuid not null,
        ordinal integer not null check (ordinal >= 1),
        recorded_on date not null,
        unique (letter_id, task_id)
      )`)
    this.addSql("create index on reminder (task_id, agency_id, recorded_on)")
    this.addSql(`
      create table reminder_escalation (
        task_id uuid not null references task,
        agency_id uuid not null,
        letter_id uuid not null references reminder_letter,
        recorded_on date not null,
        primary key (task_id, agency_id, letter_id)
      )`)
  }
}
