import { Migration } from "@mikro-orm/migrations"
import { auditSignalSql, outboxSignalSql } from "@plan43/outbox"

/** Whoever follows what happens here is woken, and learns of every change. */
export class Migration20261127060000 extends Migration {
  override up(): void {
    this.addSql(outboxSignalSql)
    this.addSql(auditSignalSql)
  }
}
