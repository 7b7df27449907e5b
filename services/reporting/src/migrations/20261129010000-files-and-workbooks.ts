import { Migration } from "@mikro-orm/migrations"
import { evidenceTableSql } from "@plan43/evidence"

/** The values of this column from this migration on. */
const LINE_FIELDS = [
  "ANSWER",
  "PROGRESS",
  "RESULT_DOCUMENT",
  "PERCENTAGE",
  "DIFFICULTIES",
  "PROPOSAL",
  "NEXT_PLAN",
  "FILES",
]

/**
 * Files that prove what lines say; the Excel files in which agencies without accounts report: no row of those is ever changed, each
 * says what was taken of it, and by whom.
 */
export class Migration20261129010000 extends Migration {
  override up(): void {
    this.addSql(evidenceTableSql)
    this.addSql(`
      create table report_workbook (
        -- Of the file: each is taken once
        id uuid primary key references evidence_file,
        report_id uuid not null references agency_report,
        position integer generated always as identity,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        approved_by text,
        approved_on date,
        lines_taken integer not null check (lines_taken >= 0),
        lines_left integer not null check (lines_left >= 0),
        -- How often the report had been returned when it was taken
        returns_before integer not null,
        taken_by text not null,
        taken_by_name text,
        recorded_on date not null,
        taken_at timestamptz not null default now()
      )`)
    this.addSql("create index on report_workbook (report_id, position)")
    this.addSql(`
      create function keep_taken() returns trigger language plpgsql as $$
      begin
        raise exception 'what was taken of a file stays as it was recorded';
      end $$`)
    this.addSql(
      "create trigger keep_taken before update or delete on report_workbook for each row execute function keep_taken()",
    )
    // The file that was taken last is written with the report's own row, before its own
    this.addSql(`
      alter table agency_report add column workbook_id uuid references report_workbook deferrable initially deferred,
        add column approved_in_id uuid references report_workbook`)
    this.addSql(`
      alter table report_line add column file_ids uuid[] not null default '{}',
        add column workbook_id uuid references report_workbook`)
    this.addSql("create index on report_line using gin (file_ids)")
    this.addSql(`
      alter table returned_field drop constraint returned_field_field_check,
        add constraint returned_field_field_check check (field in (${LINE_FIELDS.map((field) => `'${field}'`).join(", ")}))`)
  }
}
