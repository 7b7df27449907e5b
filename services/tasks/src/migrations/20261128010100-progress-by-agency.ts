import { Migration } from "@mikro-orm/migrations"

/**
 * Statuses read what agencies report as progress, which is a small part of what they answer; who is silent is seen by the
 * day of an agency's last answer.
 */
export class Migration20261128010100 extends Migration {
  override up(): void {
    this.addSql(`
      create index progress_by_agency on progress_report (task_id, agency_id, position desc) where answer = 'PROGRESS';
      create index completed_by_agency on progress_report (task_id, agency_id)
        where answer = 'PROGRESS' and state = 'COMPLETED';
      create index answered_by_agency on progress_report (agency_id, effective_on desc);
    `)
  }
}
