import { Migration } from "@mikro-orm/migrations"

/** Which reports of progress the public sees. */
export class Migration20261126110000 extends Migration {
  override up(): void {
    this.addSql("alter table progress_report add column published_at timestamptz")
  }
}
