import { Migration } from "@mikro-orm/migrations"
import { datedAgenciesSql } from "@plan43/agency-scope"

/** Who answered for an agency on a day. */
export class Migration20261127070000 extends Migration {
  override up(): void {
    this.addSql(datedAgenciesSql)
  }
}
