const KEPT_UNDER = "plan43.draft"

/** A draft that nobody came back to for so many days is forgotten. */
const KEPT_DAYS = 30
const DAY = 24 * 60 * 60 * 1000

/** What somebody was typing. */
export interface Draft {
  values: Readonly<Record<string, unknown>>
  /** What the values were typed over: shows later what somebody else has changed meanwhile. */
  base: Readonly<Record<string, unknown>>
  /** The request that was last sent with it and of which no answer is known. */
  request: SentRequest | null
}

/** The content of a request to change something, and the key by which the graph knows it again. */
export interface SentRequest {
  content: string
  key: string
}

const placeOf = (person: string, name: string) => `${KEPT_UNDER}:${person}:${name}`

/**
 * What somebody was typing in this browser, kept until it is sent or given up, or its owner signs out.
 * @param person whose it is: another person at the same machine is never shown it
 * @param name the form, and the row where it changes one, e.g. "partner/0190…"
 * @returns null where nothing is kept, or nothing that can be read
 */
export function draftOf(person: string, name: string, now: number = Date.now()): Draft | null {
  const kept = localStorage.getItem(placeOf(person, name))
  if (kept === null) return null
  const read = readKept(kept)
  if (read !== null && now - read.keptAt < KEPT_DAYS * DAY) return read
  forgetDraft(person, name)
  return null
}

function readKept(kept: string): (Draft & { keptAt: number }) | null {
  try {
    const read: unknown = JSON.parse(kept)
    return typeof read === "object" && read !== null && "keptAt" in read && "values" in read && "base" in read
      ? (read as Draft & { keptAt: number })
      : null
  } catch {
    return null
  }
}

export function keepDraft(person: string, name: string, draft: Draft, now: number = Date.now()): void {
  localStorage.setItem(placeOf(person, name), JSON.stringify({ ...draft, keptAt: now }))
}

export function forgetDraft(person: string, name: string): void {
  localStorage.removeItem(placeOf(person, name))
}

/** Forgets everything that a person was typing: they signed out. */
export function forgetDrafts(person: string): void {
  for (const place of Object.keys(localStorage))
    if (place.startsWith(placeOf(person, ""))) localStorage.removeItem(place)
}
