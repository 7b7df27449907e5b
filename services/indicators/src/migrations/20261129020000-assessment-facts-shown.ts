import { Migration } from "@mikro-orm/migrations"
import { assessmentFactsShownSql } from "../reporting/shown-assessment-facts.ts"

/** What the assessments in the reports of rounds are made of, for the one role that makes them. */
export class Migration20261129020000 extends Migration {
  override up(): void {
    for (const statement of assessmentFactsShownSql()) this.addSql(statement)
  }
}
