import { Migration } from "@mikro-orm/migrations"

/** Watchers of documents that a coordinator appoints: by assignment, known by subject or by address. */
export class Migration20261128040200 extends Migration {
  override up(): void {
    this.addSql(`
      alter table awaited_document
        add column watcher_assignment_id uuid,
        add column watcher_email text check (watcher_email = lower(watcher_email))`)
  }
}
