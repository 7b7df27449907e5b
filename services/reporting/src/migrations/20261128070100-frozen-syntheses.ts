import { Migration } from "@mikro-orm/migrations"

/** What the report of a locked round is written from, as it was when the round was locked: no row is ever changed. */
export class Migration20261128070100 extends Migration {
  override up(): void {
    this.addSql(`
      create table round_synthesis (
        round_id uuid primary key references round,
        content text not null,
        sha256 text not null check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
        frozen_at timestamptz not null default now()
      )`)
    this.addSql(`
      create function keep_frozen() returns trigger language plpgsql as $$
      begin
        raise exception 'what a locked round was reported from stays as it was';
      end $$`)
    this.addSql(
      "create trigger keep_frozen before update or delete on round_synthesis for each row execute function keep_frozen()",
    )
  }
}
