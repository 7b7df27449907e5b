import { Migration } from "@mikro-orm/migrations"

/**
 * Changes say which successor gets what, change groups and who belongs to them, and are kept with the day on which they
 * were taken back. Who belongs to a group is, as with agencies, the earlier of what is published and of what was recorded.
 */
export class Migration20261128040000 extends Migration {
  override up(): void {
    this.addSql(`
      alter table agency_change
        add column rest_id uuid references agency,
        add column joined_ids uuid[] not null default '{}',
        add column left_ids uuid[] not null default '{}',
        add column revoked_on date`)
    this.addSql(`update agency_change set revoked_on = (withdrawn_at at time zone 'Asia/Ho_Chi_Minh')::date`)
    this.addSql("alter table agency_change add check ((withdrawn_at is null) = (revoked_on is null))")
    this.addSql("alter table agency_change drop constraint agency_change_kind_check")
    this.addSql(`
      alter table agency_change add constraint agency_change_kind_check
        check (kind in ('MERGER', 'SPLIT', 'RENAMING', 'DISSOLUTION', 'FOUNDING', 'MEMBERSHIP'))`)
    this.addSql(`
      create table agency_change_allocation (
        change_id uuid not null references agency_change,
        subject_kind text not null check (subject_kind in ('TASK', 'INDICATOR', 'OBSTACLE')),
        subject_id uuid not null,
        successor_id uuid not null references agency,
        primary key (change_id, subject_id)
      )`)
    this.addSql("alter table group_membership rename column valid_to to published_valid_to")
    this.addSql(`
      alter table group_membership
        add column ended_on date,
        add column ended_by uuid references agency_change,
        add column valid_to date generated always as (least(published_valid_to, ended_on)) stored,
        add check ((ended_on is null) = (ended_by is null))`)
    this.addSql(`
      create table agency_change_leaving (
        change_id uuid not null references agency_change,
        membership_id uuid not null references group_membership on delete cascade,
        primary key (change_id, membership_id)
      )`)
    this.addSql("create index on agency_change_leaving (membership_id)")
  }
}
