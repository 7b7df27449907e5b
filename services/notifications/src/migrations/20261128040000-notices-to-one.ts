import { Migration } from "@mikro-orm/migrations"

/** Notices to one person, known by an assignment. */
export class Migration20261128040000 extends Migration {
  override up(): void {
    this.addSql("alter table notice add column assignment_id uuid")
  }
}
