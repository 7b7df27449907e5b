/** Lets whoever follows others read the outbox: the members of one role, of which there may be more. */
export const outboxReadersSql = "grant select on outbox_event to plan43_followers;"

/**
 * The table of what happened in a schema, written in the transaction of the change and read by those who follow it.
 * A follower reads no further than `transaction < pg_snapshot_xmin(pg_current_snapshot())`: whatever comes before that has
 * ended, so no entry can appear behind it.
 */
export const outboxTableSql = `
  create table outbox_event (
    position bigint generated always as identity primary key,
    transaction xid8 not null default pg_current_xact_id(),
    at timestamptz not null default now(),
    type text not null,
    subject_kind text not null,
    subject_id text not null,
    agency_ids uuid[] not null default '{}',
    actor text,
    data jsonb not null default '{}'
  );
  create index on outbox_event (transaction, position);
  ${outboxReadersSql}
`
