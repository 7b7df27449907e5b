import { Migration } from "@mikro-orm/migrations"

/** Who can be asked to watch over something, for the one role that asks people to. */
export class Migration20261128040100 extends Migration {
  override up(): void {
    this.addSql(`
      create view appointable_person as
        select id, subject, email, name, valid_from, valid_to from person_assignment where withdrawn_at is null`)
    this.addSql("grant select on appointable_person to plan43_tasks")
  }
}
