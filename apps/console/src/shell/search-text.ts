/**
 * Reads the query of an address into plain texts: `?q=chuyen+doi+so` is q "chuyen doi so". Of a repeated
 * parameter the last one counts.
 */
export function readQuery(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query))
}

/** Writes the query of an address, legible: lists keep their commas. Absent and empty texts are left out. */
export function writeQuery(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "",
  )
  const query = new URLSearchParams(given).toString().replaceAll("%2C", ",")
  return query === "" ? "" : `?${query}`
}
