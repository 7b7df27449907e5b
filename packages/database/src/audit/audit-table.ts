/**
 * The table that every schema has for the history of its changes: who, when, what before, what after, why. Entries are
 * written in the transaction of the change and can be neither changed nor removed.
 */
export const auditTableSql = `
  create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    actor text not null,
    action text not null,
    entity text not null,
    entity_id text not null,
    before jsonb,
    after jsonb,
    reason text,
    request_id text
  );
  create index on audit_entry (entity, entity_id, id);
  create index on audit_entry (at);
  create function audit_entry_is_final() returns trigger language plpgsql as $$
  begin
    raise exception 'an audit entry can be neither changed nor removed';
  end $$;
  create trigger audit_entry_is_final before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_is_final();
`
