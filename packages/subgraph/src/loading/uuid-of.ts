const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The identifier as a uuid in PostgreSQL's spelling; null when it is none, and so equal to no row. */
export function uuidOf(id: string): string | null {
  return UUID.test(id) ? id.toLowerCase() : null
}
