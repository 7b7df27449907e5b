import { Migration } from "@mikro-orm/migrations"

/** Which half of which year a round is that the plan asks for: the one in which its data are cut off. */
export class Migration20261201000000 extends Migration {
  override up(): void {
    this.addSql(`
      alter table round
        add column year integer generated always as
          (case when kind = 'REGULAR' then extract(year from cut_off_on)::integer end) stored,
        add column half integer generated always as
          (case when kind = 'REGULAR' then (extract(month from cut_off_on)::integer + 5) / 6 end) stored`)
    this.addSql("create index on round (year, half, cut_off_on)")
  }
}
