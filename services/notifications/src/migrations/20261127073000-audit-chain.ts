import { Migration } from "@mikro-orm/migrations"
import { auditChainSql } from "@plan43/database/sql"

/** Binds each entry of the history to all before it. */
export class Migration20261127073000 extends Migration {
  override up(): void {
    this.addSql(auditChainSql)
  }
}
