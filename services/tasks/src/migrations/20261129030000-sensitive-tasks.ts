import { Migration } from "@mikro-orm/migrations"
import { shownToReportingSql } from "../reporting/shown-to-reporting.ts"

/** Which tasks the public may not read of, for the role that publishes rounds. */
export class Migration20261129030000 extends Migration {
  override up(): void {
    for (const statement of shownToReportingSql()) this.addSql(statement)
  }
}
