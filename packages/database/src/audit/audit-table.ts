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

/**
 * Who changed something: person, system or program, in which role, for which agency, from where. The auditor's own
 * role may read the history of every schema, and nothing else in it.
 */
export const auditAuthorSql = `
  alter table audit_entry
    add column actor_kind text not null default 'PROGRAM'
      check (actor_kind in ('PERSON', 'SYSTEM', 'GATEWAY', 'PROGRAM', 'ANONYMOUS')),
    add column actor_name text,
    add column actor_role text,
    add column actor_agency_id uuid,
    add column address text;
  create index on audit_entry (actor, id);
  grant select on audit_entry to plan43_access;
`

/** What the auditor searches in an entry: its author, what happened to what, why, and the row before and after. */
export const auditSearchSql = `
  alter table audit_entry add column search_text text generated always as (
    public.search_text(
      coalesce(actor_name, '') || ' ' || actor || ' ' || action || ' ' || entity || ' ' || entity_id || ' ' ||
      coalesce(reason, '') || ' ' || coalesce(before::text, '') || ' ' || coalesce(after::text, '')
    )
  ) stored;
  create index on audit_entry using gin (search_text gin_trgm_ops);
`
