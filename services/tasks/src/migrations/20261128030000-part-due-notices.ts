import { Migration } from "@mikro-orm/migrations"

/** What agencies were told of the deadlines of single periods and phases: each once. */
export class Migration20261128030000 extends Migration {
  override up(): void {
    this.addSql(`
      create table part_due_notice (
        task_id uuid not null references task,
        agency_id uuid not null,
        part text not null check (part <> ''),
        due_on date not null,
        threshold text not null check (threshold in ('30', '7', '1', 'OVERDUE')),
        told_at timestamptz not null default now(),
        primary key (task_id, agency_id, part, due_on, threshold)
      )`)
  }
}
