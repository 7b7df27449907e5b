import { Migration } from "@mikro-orm/migrations"

/** Plans are named by their number in almost every question. */
export class Migration20261128010400 extends Migration {
  override up(): void {
    this.addSql("create index on plan_reference (number)")
  }
}
