import { Migration } from "@mikro-orm/migrations"
import { shownToScorecardsSql } from "../reporting/shown-to-scorecards.ts"

/** What scorecards are made of, for the one role that makes them. */
export class Migration20261129040100 extends Migration {
  override up(): void {
    for (const statement of shownToScorecardsSql()) this.addSql(statement)
  }
}
