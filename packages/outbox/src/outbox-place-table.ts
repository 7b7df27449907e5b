/** How far a schema has followed the outboxes of others; in the follower's own schema, so that it moves with the effect. */
export const outboxPlaceTableSql = `
  create table outbox_place (
    source text not null,
    follower text not null,
    transaction xid8 not null default '0',
    position bigint not null default 0,
    primary key (source, follower)
  );
`

/** Lets those who are followed see how far: what everybody has taken they may forget. Schemas are closed to strangers. */
export const outboxPlaceSeenSql = "grant select on outbox_place to public;"
