import { Migration } from "@mikro-orm/migrations"
import { outboxPlaceTableSql } from "@plan43/outbox"

/** How far the schema has followed what happened in others. */
export class Migration20261127072000 extends Migration {
  override up(): void {
    this.addSql(outboxPlaceTableSql)
  }
}
