import { Migration } from "@mikro-orm/migrations"

/** What agencies were told of the days on which their reports are due: each once. */
export class Migration20261130020200 extends Migration {
  override up(): void {
    this.addSql(`
      create table report_due_notice (
        report_id uuid not null references agency_report,
        threshold text not null check (threshold in ('7', '1', 'OVERDUE')),
        told_at timestamptz not null default now(),
        primary key (report_id, threshold)
      )`)
  }
}
