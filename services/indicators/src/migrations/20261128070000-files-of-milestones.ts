import { Migration } from "@mikro-orm/migrations"

/** The files that prove a milestone. */
export class Migration20261128070000 extends Migration {
  override up(): void {
    this.addSql(`
      alter table indicator_milestone add column file_ids uuid[] not null default '{}';
      create index on indicator_milestone using gin (file_ids);
    `)
  }
}
