import { Migration } from "@mikro-orm/migrations"
import { KNOWN_EXCEPTIONS } from "../working-day/known-exceptions.ts"

/** Days that are not what the week says, and what agencies were told of their deadlines: each once. */
export class Migration20261127060100 extends Migration {
  override up(): void {
    this.addSql(`
      create table calendar_exception (
        id uuid primary key default gen_random_uuid(),
        day date not null,
        kind text not null check (kind in ('OFF', 'WORKED')),
        name text not null check (name <> ''),
        source text not null check (source <> ''),
        version integer not null default 1 check (version >= 1),
        updated_at timestamptz not null default now(),
        withdrawn_at timestamptz
      );
      create unique index calendar_exception_day on calendar_exception (day) where withdrawn_at is null;
      create table due_notice (
        task_id uuid not null references task,
        agency_id uuid not null,
        due_on date not null,
        threshold text not null check (threshold in ('30', '7', '1', 'OVERDUE')),
        told_at timestamptz not null default now(),
        primary key (task_id, agency_id, due_on, threshold)
      );
      create table weekly_digest (
        agency_id uuid not null,
        monday date not null,
        told_at timestamptz not null default now(),
        primary key (agency_id, monday)
      )`)
    for (const { day, kind, name, source } of KNOWN_EXCEPTIONS)
      this.addSql(
        `insert into calendar_exception (day, kind, name, source) values ('${day}', '${kind}', '${name}', '${source}')`,
      )
  }
}
