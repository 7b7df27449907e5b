import { Migration } from "@mikro-orm/migrations"
import { outboxPlaceSeenSql } from "@plan43/outbox"

/** Those who are followed see how far. */
export class Migration20261128010300 extends Migration {
  override up(): void {
    this.addSql(outboxPlaceSeenSql)
  }
}
