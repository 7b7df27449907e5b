/** Who is signed in with which browser. What a browser shows is kept as its SHA-256 alone. */
export const sessionTableSql = `
  create table session (
    id_hash bytea primary key,
    issuer text not null,
    subject text not null,
    issuer_session text,
    name text not null,
    email text,
    claimed_role text,
    claimed_agency_id uuid,
    id_token text not null,
    started_at timestamptz not null,
    last_seen_at timestamptz not null,
    ends_at timestamptz not null
  );
  create index on session (issuer, issuer_session) where issuer_session is not null;
  create index on session (issuer, subject);
  create index on session (ends_at);
`
