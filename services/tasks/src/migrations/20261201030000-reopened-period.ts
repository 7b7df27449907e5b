import { Migration } from "@mikro-orm/migrations"
import { shownToReportingSql } from "../reporting/shown-to-reporting.ts"
import { shownToScorecardsSql } from "../reporting/shown-to-scorecards.ts"

/** Whose completion counts for reports and scorecards, now that a task is opened again for one period only. */
export class Migration20261201030000 extends Migration {
  override up(): void {
    for (const statement of [...shownToReportingSql(), ...shownToScorecardsSql()]) this.addSql(statement)
  }
}
