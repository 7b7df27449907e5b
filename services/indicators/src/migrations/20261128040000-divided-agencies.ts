import { Migration } from "@mikro-orm/migrations"
import { dividedAgenciesSql } from "@plan43/agency-scope"

/** What a split gives to whom; who answered on a day, as it was known then. */
export class Migration20261128040000 extends Migration {
  override up(): void {
    this.addSql(dividedAgenciesSql)
  }
}
