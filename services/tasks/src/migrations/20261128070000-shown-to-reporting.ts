import { Migration } from "@mikro-orm/migrations"
import { shownToReportingSql } from "../reporting/shown-to-reporting.ts"

/** What reports of rounds are made of, for the one role that makes them. */
export class Migration20261128070000 extends Migration {
  override up(): void {
    for (const statement of shownToReportingSql()) this.addSql(statement)
  }
}
