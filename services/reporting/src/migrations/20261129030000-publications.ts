import { Migration } from "@mikro-orm/migrations"

/** The values of the column on the day of this migration: later ones come with later migrations. */
const PARTS = ["TEXT", "TALLIES", "SECTIONS", "INDICATORS", "AGENCIES", "TASKS"]

/**
 * What the public was shown of rounds, version by version: no row is ever changed, and one that was withdrawn says why. Which
 * parts of a round are public now stands with the round, for the conditions that decide who reads what; all of those that were
 * published before there were parts.
 */
export class Migration20261129030000 extends Migration {
  override up(): void {
    const parts = `text[] check (parts <@ array['${PARTS.join("', '")}']`
    this.addSql(`
      create table publication (
        id uuid primary key default gen_random_uuid(),
        round_id uuid not null references round,
        address text not null check (address ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        version integer not null check (version >= 1),
        note text check (note <> '' and (note is not null) = (version > 1)),
        parts ${parts} and cardinality(parts) > 0) not null,
        content text not null,
        sha256 text not null check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
        published_by text not null,
        published_at timestamptz not null default now(),
        recorded_on date not null,
        unique (address, version),
        unique (round_id, version)
      )`)
    this.addSql(`
      create table publication_withdrawal (
        publication_id uuid primary key references publication,
        reason text not null check (reason <> ''),
        withdrawn_at timestamptz not null default now(),
        recorded_on date not null
      )`)
    this.addSql(`
      create function keep_published() returns trigger language plpgsql as $$
      begin
        raise exception 'what was published stays as it was';
      end $$`)
    for (const table of ["publication", "publication_withdrawal"])
      this.addSql(
        `create trigger keep_published before update or delete on ${table} for each row execute function keep_published()`,
      )
    this.addSql("alter table round add column published_parts text[]")
    this.addSql(
      `update round set published_parts = array['${PARTS.join("', '")}'] where published_at is not null`,
    )
    this.addSql("alter table round add check (published_parts is null or published_at is not null)")
  }
}
