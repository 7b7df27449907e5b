/**
 * The table of files in a subgraph's schema. A row is there before its first byte and goes after its last, so that no
 * byte lies in the store that no row speaks of.
 */
export const evidenceTableSql = `
  create table evidence_file (
    id uuid primary key,
    -- What it was first attached to, e.g. "progress_report 12"; null while it waits to be.
    owner text,
    name text not null,
    media_type text,
    size bigint not null check (size > 0),
    sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
    state text not null default 'UPLOADING' check (state in ('UPLOADING', 'READY', 'REFUSED', 'DISCARDED')),
    uploaded_by text not null,
    uploaded_by_name text,
    agency_id uuid,
    created_at timestamptz not null default now(),
    check (state <> 'READY' or (media_type is not null and sha256 is not null))
  );
  create index on evidence_file (uploaded_by) where owner is null;
  create index on evidence_file (created_at) where owner is null;
`
