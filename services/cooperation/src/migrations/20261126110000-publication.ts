import { Migration } from "@mikro-orm/migrations"
import { agencyScopeTablesSql } from "@plan43/agency-scope"

/** What the public sees of what people record, and what it takes to know which rows concern an agency. */
export class Migration20261126110000 extends Migration {
  override up(): void {
    for (const table of ["partner", "agreement", "activity", "expert"])
      this.addSql(`alter table ${table} add column published_at timestamptz`)
    this.addSql("create index on activity (responsible_agency_id)")
    this.addSql(agencyScopeTablesSql)
  }
}
