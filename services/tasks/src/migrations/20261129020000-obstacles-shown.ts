import { Migration } from "@mikro-orm/migrations"
import { obstaclesShownSql } from "../reporting/shown-obstacles.ts"

/** Obstacles, and what falls due, for the one role that makes the reports of rounds. */
export class Migration20261129020000 extends Migration {
  override up(): void {
    for (const statement of obstaclesShownSql()) this.addSql(statement)
  }
}
