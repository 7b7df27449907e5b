import { Migration } from "@mikro-orm/migrations"

/**
 * Changes of agencies that coordinators record. What the register publishes and what was recorded stand side by side:
 * an agency's last day is the earlier of both, and rows that a change made are not the import's.
 */
export class Migration20261127071000 extends Migration {
  override up(): void {
    this.addSql(`
      create table agency_change (
        id uuid primary key,
        kind text not null check (kind in ('MERGER', 'SPLIT', 'RENAMING', 'DISSOLUTION', 'FOUNDING')),
        effective_on date not null,
        document_number text not null,
        document_issued_on date not null,
        document_issuer text not null,
        document_link text,
        predecessor_ids uuid[] not null,
        successor_ids uuid[] not null,
        founded_ids uuid[] not null,
        recorded_on date not null,
        version integer not null default 1 check (version >= 1),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        revocation_reason text,
        withdrawn_at timestamptz,
        check ((withdrawn_at is null) = (revocation_reason is null))
      )`)
    this.addSql("create index on agency_change (effective_on, id)")
    this.addSql("create index on agency_change using gin (predecessor_ids)")
    this.addSql("create index on agency_change using gin (successor_ids)")
    this.addSql("alter table agency rename column valid_to to published_valid_to")
    this.addSql(`
      alter table agency
        add column ended_on date,
        add column ended_by uuid references agency_change,
        add column change_id uuid references agency_change,
        add column valid_to date generated always as (least(published_valid_to, ended_on)) stored,
        add check (ended_on >= valid_from),
        add check ((ended_on is null) = (ended_by is null))`)
    this.addSql("alter table agency_succession add column change_id uuid references agency_change")
    this.addSql("create index on agency_succession (change_id)")
    this.addSql("alter table group_membership add column change_id uuid references agency_change")
    this.addSql("create index on group_membership (change_id)")
    this.addSql(`
      create table agency_change_person (
        change_id uuid not null references agency_change,
        assignment_id uuid not null references person_assignment,
        version integer not null,
        former_agency_id uuid not null references agency,
        former_valid_to date,
        follow_up_id uuid references person_assignment,
        primary key (change_id, assignment_id)
      )`)
    this.addSql("create index on agency_change_person (assignment_id)")
    this.addSql("create index on agency_change_person (follow_up_id)")
  }
}
