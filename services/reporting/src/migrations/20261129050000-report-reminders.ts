import { Migration } from "@mikro-orm/migrations"

/** Who was asked for a report that had not come, and on which day; up to which day the lines of a round were filled. */
export class Migration20261129050000 extends Migration {
  override up(): void {
    this.addSql(`
      create table report_reminder (
        id uuid primary key,
        round_id uuid not null references round,
        report_ids uuid[] not null default '{}',
        reminded_on date not null,
        reminded_by text,
        version integer not null default 1 check (version >= 1),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        withdrawn_at timestamptz
      )`)
    this.addSql("alter table round add column filled_on date")
    this.addSql(`update round set filled_on = (
      select max(filled.as_of) from line_prefill filled join report_line line on line.id = filled.line_id
      join agency_report report on report.id = line.report_id where report.round_id = round.id)`)
    this.addSql("create index report_reminder_round on report_reminder (round_id)")
  }
}
