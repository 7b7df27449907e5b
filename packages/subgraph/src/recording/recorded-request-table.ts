/**
 * Which requests were carried out already, in every schema that people record in: a repeated one changes nothing. Several
 * migrations of a schema may ask for it.
 */
export const recordedRequestTableSql = `
  create table if not exists recorded_request (
    actor text not null,
    idempotency_key text not null,
    request_sha256 text not null,
    entity_id uuid not null,
    at timestamptz not null default now(),
    primary key (actor, idempotency_key)
  )`
