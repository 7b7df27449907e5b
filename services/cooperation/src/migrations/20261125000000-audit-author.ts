import { Migration } from "@mikro-orm/migrations"
import { auditAuthorSql } from "@plan43/database"

/** Who changed something, and from where, in every entry of the history. */
export class Migration20261125000000 extends Migration {
  override up(): void {
    this.addSql(auditAuthorSql)
  }
}
