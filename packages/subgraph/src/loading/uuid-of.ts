const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The identifier as a uuid in PostgreSQL's spelling; null when it is none, and so equal to no row. */
export function uuidOf(id: string): string | null {
  return UUID.test(id) ? id.toLowerCase() : null
}

/** Those of the names that are identifiers, as {@link uuidOf} spells them: rows are found by an index of uuids, not of texts. */
export function uuidsAmong(names: readonly string[]): string[] {
  return names.map(uuidOf).filter((id) => id !== null)
}
