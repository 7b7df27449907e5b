/** The channel on which a schema says that something was announced in it; nothing is lost with a message that is. */
export function outboxChannel(schema: string): string {
  return `outbox_${schema}`
}

/** Wakes those who follow the schema's outbox as soon as an announcement stands; without it they look every few seconds. */
export const outboxSignalSql = `
  create function outbox_event_signal() returns trigger language plpgsql as $$
  begin
    perform pg_notify('outbox_' || tg_table_schema, '');
    return null;
  end $$;
  create trigger outbox_event_signal after insert on outbox_event
    for each statement execute function outbox_event_signal();
`
