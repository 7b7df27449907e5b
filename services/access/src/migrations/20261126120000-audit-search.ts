import { Migration } from "@mikro-orm/migrations"
import { auditSearchSql } from "@plan43/database"

/** What the auditor searches in the history. */
export class Migration20261126120000 extends Migration {
  override up(): void {
    this.addSql(auditSearchSql)
  }
}
