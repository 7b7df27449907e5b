import { Migration } from "@mikro-orm/migrations"

/**
 * Reports that were entered on behalf of their agencies: on which day each reached the Department, from a file or from paper, who approved
 * it as that says, and who entered it. No row is ever changed. Of lines: who entered them from paper.
 */
export class Migration20261130020000 extends Migration {
  override up(): void {
    this.addSql(`
      create table report_entry (
        id uuid primary key,
        report_id uuid not null references agency_report,
        position integer generated always as identity,
        received_on date not null,
        -- The Excel file, or the scans of the paper
        workbook_id uuid references report_workbook,
        file_ids uuid[] not null default '{}',
        approved_by text not null check (approved_by <> ''),
        approved_on date,
        entered_by text not null,
        entered_by_name text,
        recorded_on date not null check (recorded_on >= received_on),
        entered_at timestamptz not null default now(),
        check ((workbook_id is null) = (cardinality(file_ids) > 0))
      )`)
    this.addSql("create index on report_entry (report_id, position)")
    this.addSql("create index on report_entry using gin (file_ids)")
    this.addSql(`
      create function keep_entered() returns trigger language plpgsql as $$
      begin
        raise exception 'what was entered on behalf of an agency stays as it was recorded';
      end $$`)
    this.addSql(
      "create trigger keep_entered before update or delete on report_entry for each row execute function keep_entered()",
    )
    this.addSql(`
      alter table agency_report add column entry_id uuid references report_entry,
        add column received_on date check (received_on <= sent_on)`)
    this.addSql("alter table report_line add column entered_by text")
  }
}
