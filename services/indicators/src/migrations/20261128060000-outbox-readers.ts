import { Migration } from "@mikro-orm/migrations"
import { outboxReadersSql } from "@plan43/outbox"

/** Whoever follows others may follow what happens here, also who comes later. */
export class Migration20261128060000 extends Migration {
  override up(): void {
    this.addSql(outboxReadersSql)
  }
}
