import { Migration } from "@mikro-orm/migrations"
import { evidenceTableSql } from "@plan43/evidence"

/** The files that prove what was recorded here. */
export class Migration20261127080000 extends Migration {
  override up(): void {
    this.addSql(evidenceTableSql)
  }
}
