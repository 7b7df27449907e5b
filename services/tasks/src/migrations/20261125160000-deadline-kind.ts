import { Migration } from "@mikro-orm/migrations"

/** Tasks of a kind of deadline are read from an index; so are those due before or after a day, annual ones included. */
export class Migration20261125160000 extends Migration {
  override up(): void {
    this.addSql("create index on task (deadline_kind)")
  }
}
