import { Migration } from "@mikro-orm/migrations"

/** The files of a document belong to it, and are found by what points to them. */
export class Migration20261127080100 extends Migration {
  override up(): void {
    this.addSql(`
      alter table progress_report rename column file_ids to result_file_ids;
      create index on progress_report using gin (result_file_ids);
      alter table task_decision rename column file_ids to document_file_ids;
      create index on task_decision using gin (document_file_ids);
    `)
  }
}
