import { Migration } from "@mikro-orm/migrations"

/** Which of what people recorded about an indicator the public sees. */
export class Migration20261126110000 extends Migration {
  override up(): void {
    for (const table of ["observation", "judgement", "indicator_baseline", "indicator_milestone"])
      this.addSql(`alter table ${table} add column published_at timestamptz`)
  }
}
