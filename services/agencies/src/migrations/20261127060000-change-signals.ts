import { Migration } from "@mikro-orm/migrations"
import { auditSignalSql, outboxSignalSql } from "@plan43/outbox"

/** Whoever follows what happens here is woken, and learns of every change. */
export class Migration20261127060000 extends Migration {
  override up(): void {
    this.addSql(outboxSignalSql)
    this.addSql(auditSignalSql)
    this.addSql(NOTIFIED_PEOPLE)
  }
}

/**
 * Who acts for whom, for the one role that tells people; an event says only which assignment changed. Assignments that
 * stand are told of now, as if each had just been given.
 */
const NOTIFIED_PEOPLE = `
  create view notified_person as
    select id, subject, email, role, agency_id, valid_from, valid_to from person_assignment
    where withdrawn_at is null;
  grant select on notified_person to plan43_notifications;
  insert into outbox_event (type, subject_kind, subject_id, agency_ids)
    select 'assignment.changed', 'PersonAssignment', id,
      case when agency_id is null then '{}'::uuid[] else array[agency_id] end
    from person_assignment where withdrawn_at is null;
`
