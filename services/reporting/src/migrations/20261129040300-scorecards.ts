import { Migration } from "@mikro-orm/migrations"

/** The values of this column on the day of this migration: later ones come with later migrations. */
const WEIGHABLE = [
  "FELL_DUE_ON_TIME",
  "INDICATORS_ON_COURSE",
  "REPORTS_ON_TIME",
  "REPORTS_COMPLETE",
  "ANSWERS_CONFIRMED",
]

/** What every table has that people record in, and who recorded the row on which day. */
const RECORDED = `
  recorded_on date not null,
  recorded_by_name text not null,
  version integer not null default 1 check (version >= 1),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  withdrawn_at timestamptz`

/** Versions of the method by which scorecards are counted, and scorecards that were kept as they were: no row is ever changed. */
export class Migration20261129040300 extends Migration {
  override up(): void {
    this.addSql(`
      create table scorecard_method (
        id uuid primary key,
        number integer not null default 0 unique,
        criteria_version integer not null,
        criteria text[] not null check (
          cardinality(criteria) > 0 and criteria <@ array[${WEIGHABLE.map((code) => `'${code}'`).join(", ")}]),
        weights integer[] not null check (cardinality(weights) = cardinality(criteria) and 0 < all (weights)),
        basis text not null check (basis <> ''),
        effective_from date not null,
        ${RECORDED}
      )`)
    this.addSql(`
      create table scorecard_freeze (
        id uuid primary key,
        name text not null check (name <> ''),
        note text,
        from_day date not null,
        to_day date not null check (to_day >= from_day),
        ${RECORDED}
      )`)
    this.addSql("create index on scorecard_freeze (to_day, id)")
    this.addSql(`
      create table scorecard_content (
        freeze_id uuid primary key references scorecard_freeze,
        content text not null,
        sha256 text not null check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
      )`)
    this.addSql(`
      create function keep_scorecards() returns trigger language plpgsql as $$
      begin
        raise exception 'scorecards that were kept stay as they were';
      end $$`)
    this.addSql(
      "create trigger keep_scorecards before update or delete on scorecard_content for each row execute function keep_scorecards()",
    )
  }
}
