import { Migration } from "@mikro-orm/migrations"

/** Files of the documents that steps, recordings and extensions rest on, and the indicators that an obstacle may name. */
export class Migration20261128020000 extends Migration {
  override up(): void {
    this.addSql(`
      alter table obstacle add column document_file_ids uuid[] not null default '{}';
      alter table obstacle_step add column document_file_ids uuid[] not null default '{}';
      create index on obstacle_step using gin (document_file_ids);
      create index on document_recording using gin (file_ids);
      alter table deadline_extension add column asked_file_ids uuid[] not null default '{}',
        add column decided_file_ids uuid[] not null default '{}';
      create index on deadline_extension using gin (asked_file_ids);
      create index on deadline_extension using gin (decided_file_ids);
    `)
    // Filled by the import of the plan, which writes the indicators of the subgraph of that name under the same identifiers
    this.addSql(`
      create table indicator_reference (
        id uuid primary key,
        plan_id uuid not null references plan,
        code text not null,
        withdrawn_at timestamptz
      )`)
  }
}
