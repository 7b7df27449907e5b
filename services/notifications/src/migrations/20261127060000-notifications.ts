import { Migration } from "@mikro-orm/migrations"
import { auditAuthorSql, auditSearchSql, auditTableSql } from "@plan43/database/sql"
import { outboxPlaceTableSql } from "@plan43/outbox"
import { recordedRequestTableSql } from "@plan43/subgraph"

/** Who is told, what they were told and how, and the signals of everything that changes. */
export class Migration20261127060000 extends Migration {
  override up(): void {
    this.addSql(auditTableSql)
    this.addSql(auditAuthorSql)
    this.addSql(auditSearchSql)
    this.addSql(recordedRequestTableSql)
    this.addSql(outboxPlaceTableSql)
    this.addSql(RECIPIENTS)
    this.addSql(INBOX)
    this.addSql(DELIVERIES)
    this.addSql(SIGNALS)
  }
}

/**
 * A person is "subject:…", as the issuer of sign-ins calls them, or "email:…" where an assignment names nothing else.
 * Assignments are a copy of those in agencies. Whoever has a role by the issuer's word alone is known since they came.
 */
const RECIPIENTS = `
  create table assignment (
    id uuid primary key,
    subject text,
    email text,
    role text not null,
    agency_id uuid,
    valid_from date not null,
    valid_to date
  );
  create index on assignment (agency_id);
  create index on assignment (subject);
  create index on assignment (email);
  create table known_person (
    subject text primary key,
    email text,
    role text,
    agency_id uuid,
    seen_on date not null
  );
  create table preference (
    id uuid primary key,
    subject text not null unique,
    email text,
    muted text[] not null default '{}',
    by_email boolean not null default true,
    digest boolean not null default true,
    version integer not null default 1 check (version >= 1),
    updated_at timestamptz not null default now(),
    withdrawn_at timestamptz
  );
  create index on preference (email);
  create function recipients_on(day date) returns table (person text, address text, role text, agency_id uuid)
  language sql stable as $$
    select coalesce('subject:' || a.subject, 'email:' || a.email), a.email, a.role, a.agency_id from assignment a
    where a.valid_from <= day and day <= coalesce(a.valid_to, 'infinity')
    union all
    select 'subject:' || k.subject, k.email, k.role, k.agency_id from known_person k
    where k.role is not null and k.seen_on > day - 60
      and not exists (select from assignment a where a.subject = k.subject)
      and not exists (select from assignment a where a.email = k.email)
  $$;
`

const INBOX = `
  create table notice (
    id uuid primary key default gen_random_uuid(),
    key text not null unique,
    kind text not null,
    topic text not null,
    subject_kind text not null,
    subject_id text not null,
    agency_ids uuid[] not null,
    to_agencies boolean not null,
    to_roles text[] not null,
    actor text,
    data jsonb not null,
    at timestamptz not null
  );
  create table inbox_entry (
    id uuid primary key default gen_random_uuid(),
    person text not null,
    notice_id uuid not null references notice,
    at timestamptz not null,
    read_at timestamptz,
    unique (person, notice_id)
  );
  create index on inbox_entry (person, at, id);
  create index on inbox_entry (person) where read_at is null;
`

const DELIVERIES = `
  create table delivery (
    id uuid primary key default gen_random_uuid(),
    person text not null,
    address text not null,
    notice_id uuid not null references notice,
    state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED')),
    attempts integer not null default 0,
    last_error text,
    queued_at timestamptz,
    sent_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1 check (version >= 1),
    withdrawn_at timestamptz,
    unique (person, notice_id)
  );
  create index on delivery (state, created_at, id);
  create index on delivery (created_at, id) where state = 'WAITING' and queued_at is null;
`

/** Positions are given one transaction after the other: whoever has read up to one has read all before it. */
const SIGNALS = `
  create table signal (
    position bigint generated always as identity primary key,
    at timestamptz not null default now(),
    source text not null,
    what text not null,
    kind text not null,
    subject_id text not null,
    agency_ids uuid[] not null default '{}',
    person text
  );
  create index on signal (at);
`
