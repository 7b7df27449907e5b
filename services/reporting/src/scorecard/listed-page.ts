import { type Connection, cursorMalformed, type PageRequest } from "@plan43/subgraph"

/** A row, and by what it is found again on the next page. */
interface Keyed<T> {
  key: string
  node: T
}

function cursorOf(key: string): string {
  return Buffer.from(JSON.stringify(["SCORES", key])).toString("base64url")
}

/**
 * A page of rows that are all known. Scorecards are worked out from facts, all of a period at once: there is no table of them for a
 * statement to read a page of.
 * @throws BAD_USER_INPUT with reason CURSOR_MALFORMED when the cursor is none of this list
 */
export function pageOf<T>(
  rows: readonly Keyed<T>[],
  { direction, size, cursor }: PageRequest,
): Connection<T> {
  const place = cursor === null ? null : rows.findIndex(({ key }) => cursorOf(key) === cursor)
  if (place === -1) throw cursorMalformed(direction === "forward" ? "after" : "before")
  const forward = direction === "forward"
  const beyond = forward ? rows.slice((place ?? -1) + 1) : rows.slice(0, place ?? rows.length)
  const shown = forward ? beyond.slice(0, size) : beyond.slice(Math.max(beyond.length - size, 0))
  const edges = shown.map(({ key, node }) => ({ node, cursor: cursorOf(key) }))
  const more = beyond.length > shown.length
  return {
    edges,
    pageInfo: {
      hasNextPage: forward ? more : cursor !== null,
      hasPreviousPage: forward ? cursor !== null : more,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: () => Promise.resolve(rows.length),
  }
}
