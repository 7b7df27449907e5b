const KEPT_UNDER = "plan43.draft"

const placeOf = (person: string, name: string) => `${KEPT_UNDER}:${person}:${name}`

/**
 * What somebody was typing in this window, kept until it is sent or given up.
 * @param person whose it is: another person at the same machine never sees it
 * @param name the form, and the row where it changes one, e.g. "partner/0190…"
 * @returns null where nothing is kept, or nothing that can be read
 */
export function draftOf(person: string, name: string): Record<string, unknown> | null {
  const kept = sessionStorage.getItem(placeOf(person, name))
  if (kept === null) return null
  try {
    const read: unknown = JSON.parse(kept)
    return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : null
  } catch {
    return null
  }
}

export function keepDraft(person: string, name: string, values: object): void {
  sessionStorage.setItem(placeOf(person, name), JSON.stringify(values))
}

export function forgetDraft(person: string, name: string): void {
  sessionStorage.removeItem(placeOf(person, name))
}

/** Forgets everything that a person was typing: they signed out. */
export function forgetDrafts(person: string): void {
  for (const place of Object.keys(sessionStorage))
    if (place.startsWith(placeOf(person, ""))) sessionStorage.removeItem(place)
}
