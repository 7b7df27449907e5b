import { Migration } from "@mikro-orm/migrations"

/** The files that prove a judgement, a baseline, and what an authority directed. */
export class Migration20261128020100 extends Migration {
  override up(): void {
    for (const table of ["judgement", "indicator_baseline", "directed_target"])
      this.addSql(`
        alter table ${table} add column file_ids uuid[] not null default '{}';
        create index on ${table} using gin (file_ids);
      `)
  }
}
