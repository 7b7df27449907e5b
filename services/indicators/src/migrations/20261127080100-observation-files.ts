import { Migration } from "@mikro-orm/migrations"

/** The files that prove what was observed. */
export class Migration20261127080100 extends Migration {
  override up(): void {
    this.addSql(`
      alter table observation add column file_ids uuid[] not null default '{}';
      create index on observation using gin (file_ids);
    `)
  }
}
