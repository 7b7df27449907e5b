/**
 * What an entry of a history says, as text that is the same on every server and under every setting: what the chain is
 * made over, in the database and again where it is verified.
 * @param entry the alias of a row of audit_entry
 */
export function canonicalEntrySql(entry: string): string {
  return `jsonb_build_array(${entry}.id, to_char(${entry}.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    ${entry}.actor, ${entry}.actor_kind, ${entry}.actor_name, ${entry}.actor_role, ${entry}.actor_agency_id, ${entry}.address,
    ${entry}.action, ${entry}.entity, ${entry}.entity_id, ${entry}.before, ${entry}.after, ${entry}.reason,
    ${entry}.request_id)::text`
}

/** What the first entry of a history follows. */
export const CHAIN_BEGINS_WITH = "0".repeat(64)

/**
 * The chain of a schema's history, for a migration after those of its table: each link binds an entry to all before it,
 * by SHA-256 over the hash of the link before and what the entry says. Links are made as a transaction commits, one
 * transaction of the schema after the other, in the order in which they come to stand: by then it holds every lock that it
 * needs, so that nobody waits for two things in different orders. Entries that there are already are linked by their ids.
 */
export const auditChainSql = `
  create table audit_link (
    position bigint primary key check (position >= 1),
    entry_id bigint not null unique,
    hash text not null check (hash ~ '^[0-9a-f]{64}$')
  );
  create trigger audit_link_is_final before update or delete or truncate on audit_link
    for each statement execute function audit_entry_is_final();
  create function link_audit_entry() returns trigger language plpgsql set search_path from current as $$
  declare
    tip record;
  begin
    perform pg_advisory_xact_lock(4320250, hashtext(tg_table_schema));
    select position, hash into tip from audit_link order by position desc limit 1;
    insert into audit_link (position, entry_id, hash) values (
      coalesce(tip.position, 0) + 1,
      new.id,
      encode(sha256(convert_to(coalesce(tip.hash, '${CHAIN_BEGINS_WITH}') || ${canonicalEntrySql("new")}, 'UTF8')), 'hex'));
    return null;
  end $$;
  do $$
  declare
    entry audit_entry;
    last_hash text := '${CHAIN_BEGINS_WITH}';
    last_position bigint := 0;
  begin
    for entry in select * from audit_entry order by id loop
      last_hash := encode(sha256(convert_to(last_hash || ${canonicalEntrySql("entry")}, 'UTF8')), 'hex');
      last_position := last_position + 1;
      insert into audit_link (position, entry_id, hash) values (last_position, entry.id, last_hash);
    end loop;
  end $$;
  create constraint trigger link_audit_entry after insert on audit_entry
    deferrable initially deferred for each row execute function link_audit_entry();
`
