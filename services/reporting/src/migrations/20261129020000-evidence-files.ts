import { Migration } from "@mikro-orm/migrations"
import { evidenceTableSql } from "@plan43/evidence"

/** Files that people upload here. */
export class Migration20261129020000 extends Migration {
  override up(): void {
    this.addSql(evidenceTableSql)
  }
}
