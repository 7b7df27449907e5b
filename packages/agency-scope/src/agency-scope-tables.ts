/**
 * The copies of agencies that a schema has to answer "what is an agency's": their codes, and which groups each
 * belonged to and which bodies it succeeded, worked out to the end of every chain.
 */
export const agencyScopeTablesSql = `
  create table agency_reference (id uuid primary key, code text not null unique);
  create table agency_relation (
    agency_id uuid not null,
    related_id uuid not null,
    kind text not null check (kind in ('GROUP', 'PREDECESSOR', 'PREDECESSOR_GROUP')),
    primary key (agency_id, kind, related_id)
  );
`
