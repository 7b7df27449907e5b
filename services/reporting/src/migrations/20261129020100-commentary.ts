import { Migration } from "@mikro-orm/migrations"

/** What every table has that people record in. */
const RECORDED = `
  version integer not null default 1 check (version >= 1),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  withdrawn_at timestamptz`

/**
 * What people write to the parts of a round's report, every version of it; the signed copies of the report; what was sent to
 * whom. Versions are only added to.
 */
export class Migration20261129020100 extends Migration {
  override up(): void {
    this.addSql(`
      create table commentary (
        id uuid primary key,
        round_id uuid not null references round,
        part text not null check (part <> ''),
        body text not null,
        written_by text,
        ${RECORDED},
        unique (round_id, part)
      )`)
    this.addSql(`
      create table commentary_version (
        id uuid primary key default gen_random_uuid(),
        commentary_id uuid not null references commentary,
        number integer not null check (number >= 1),
        body text not null,
        restored integer check (restored < number),
        written_by text,
        recorded_on date not null,
        recorded_at timestamptz not null default now(),
        unique (commentary_id, number)
      )`)
    this.addSql(`
      create function keep_written() returns trigger language plpgsql as $$
      begin
        raise exception 'what was written stays as it was: a later version is added';
      end $$`)
    this.addSql(
      "create trigger keep_written before update or delete on commentary_version for each row execute function keep_written()",
    )
    this.addSql(`
      create table signed_copy (
        id uuid primary key,
        round_id uuid not null references round,
        number text not null check (number <> ''),
        signed_on date not null,
        signer text not null check (signer <> ''),
        file_ids uuid[] not null check (cardinality(file_ids) = 1),
        recorded_by text,
        recorded_on date not null,
        ${RECORDED}
      )`)
    this.addSql("create index on signed_copy (round_id, created_at)")
    this.addSql("create index on signed_copy using gin (file_ids)")
    this.addSql(`
      create table dispatch (
        id uuid primary key,
        round_id uuid not null references round,
        recipient text not null check (recipient in ('CITY', 'NATIONAL_SYSTEM', 'GOVERNMENT', 'OTHER')),
        recipient_name text check ((recipient = 'OTHER') = (recipient_name is not null)),
        sent_on date not null,
        means text not null check (means <> ''),
        reference text,
        note text,
        file_ids uuid[] not null check (cardinality(file_ids) > 0),
        sha256s text[] not null default '{}',
        recorded_by text,
        recorded_on date not null,
        ${RECORDED}
      )`)
    this.addSql("create index on dispatch (round_id, sent_on)")
    this.addSql("create index on dispatch using gin (file_ids)")
  }
}
