/** The keys that sign tokens; the private halves are sealed with what only the gateway knows. */
export const tokenKeyTableSql = `
  create table token_key (
    kid text primary key,
    public_jwk jsonb not null,
    sealed_private_key bytea not null,
    signs_from timestamptz not null,
    signs_until timestamptz not null check (signs_until > signs_from)
  );
  create index on token_key (signs_until);
`
