import { Migration } from "@mikro-orm/migrations"
import { calendarShownSql } from "../reporting/shown-calendar.ts"

/** When offices are open, for the subgraph that tells agencies of reports that have not come. */
export class Migration20261130020100 extends Migration {
  override up(): void {
    for (const statement of calendarShownSql()) this.addSql(statement)
  }
}
