import { Migration } from "@mikro-orm/migrations"

/** The files that prove an obstacle. */
export class Migration20261127050200 extends Migration {
  override up(): void {
    this.addSql("alter table obstacle add column file_ids uuid[] not null default '{}'")
    this.addSql("create index on obstacle using gin (file_ids)")
  }
}
