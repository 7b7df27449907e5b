import { Migration } from "@mikro-orm/migrations"

/** Whether what is recorded here was simulated: at most one year, and for good. */
export class Migration20261127080200 extends Migration {
  override up(): void {
    this.addSql(`
      create table simulation (
        one_row boolean primary key default true check (one_row),
        seed bigint not null,
        from_day date not null,
        to_day date not null check (to_day >= from_day),
        begun_at timestamptz not null default now(),
        ended_at timestamptz
      );
    `)
  }
}
