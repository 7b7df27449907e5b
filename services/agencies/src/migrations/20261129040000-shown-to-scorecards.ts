import { Migration } from "@mikro-orm/migrations"
import { shownToScorecardsSql } from "../reporting/shown-to-scorecards.ts"

/** Whose work scorecards tell, for the one role that makes them. */
export class Migration20261129040000 extends Migration {
  override up(): void {
    for (const statement of shownToScorecardsSql()) this.addSql(statement)
  }
}
