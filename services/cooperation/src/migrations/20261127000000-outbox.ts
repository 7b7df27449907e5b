import { Migration } from "@mikro-orm/migrations"
import { outboxTableSql } from "@plan43/outbox"

/** What happened here, for those who follow it. */
export class Migration20261127000000 extends Migration {
  override up(): void {
    this.addSql(outboxTableSql)
  }
}
