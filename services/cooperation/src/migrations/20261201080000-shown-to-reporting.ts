import { Migration } from "@mikro-orm/migrations"
import { shownToReportingSql } from "../reporting/shown-to-reporting.ts"

/** Agreements and activities of a period, for the one role that makes the reports of rounds. */
export class Migration20261201080000 extends Migration {
  override up(): void {
    for (const statement of shownToReportingSql()) this.addSql(statement)
  }
}
