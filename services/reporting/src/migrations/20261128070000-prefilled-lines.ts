import { Migration } from "@mikro-orm/migrations"

/** What was recorded of each line by the cut-off, with where it stands; which lines something happened to since the round before. */
export class Migration20261128070000 extends Migration {
  override up(): void {
    this.addSql(`
      create table line_prefill (
        line_id uuid primary key references report_line,
        as_of date not null,
        status text,
        due_on date,
        source_id uuid,
        recorded_on date,
        progress text,
        result_document text,
        percentage integer,
        difficulties text,
        next_step text,
        value numeric,
        period_start date,
        period_end date,
        provisional boolean,
        measured_by text,
        check ((source_id is null) = (recorded_on is null))
      )`)
    this.addSql("alter table report_line add column changed boolean not null default false")
  }
}
