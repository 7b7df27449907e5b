/**
 * Makes every entry of the history an event of the type "changed", too: whoever shows what changed reads it again, and
 * no recording has to think of it. The event has the thing and the agency of who did it, and nothing that was written.
 * The table is named in full: an import writes under another search path.
 */
export const auditSignalSql = `
  create function audit_entry_changed() returns trigger language plpgsql as $$
  begin
    execute format(
      'insert into %I.outbox_event (type, subject_kind, subject_id, agency_ids, actor) values ($1, $2, $3, $4, $5)',
      tg_table_schema
    ) using 'changed', new.entity, new.entity_id,
      case when new.actor_agency_id is null then '{}'::uuid[] else array[new.actor_agency_id] end, new.actor;
    return null;
  end $$;
  create trigger audit_entry_changed after insert on audit_entry
    for each row execute function audit_entry_changed();
`
