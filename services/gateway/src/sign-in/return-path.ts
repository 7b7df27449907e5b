/** The longest address that is remembered. */
const LONGEST = 2_000

/** A host that is nobody's (RFC 6761): whatever leaves it would leave us. */
const HERE = "http://here.invalid"

/**
 * Where a person goes after signing in: a path of this origin.
 * @param text as it came with the request
 * @returns "/" for everything that leads elsewhere
 */
export function returnPathOf(text: string | null): string {
  if (text === null || text.length > LONGEST || !text.startsWith("/") || !URL.canParse(text, HERE)) return "/"
  const { origin, pathname, search, hash } = new URL(text, HERE)
  if (origin !== HERE || pathname.startsWith("//")) return "/"
  return `${pathname}${search}${hash}`
}
