import type { Role } from "@plan43/authorization/role"
import type { Scope } from "@plan43/authorization/scope"
import { useSyncExternalStore } from "react"

/** Somebody who signed in, as the gateway answers `GET /session`. */
export interface Person {
  id: string
  name: string
  /** null for somebody to whom no role is assigned. */
  role: Role | null
  agencyId: string | null
  scopes: readonly Scope[]
}

/** Who uses this console, as far as it knows. */
export interface Session {
  /**
   * UNKNOWN: the gateway has not said yet; ENDED: a session ended without the person's doing, `person` is then whose
   * it was, so that what they typed stays theirs.
   */
  state: "UNKNOWN" | "ANONYMOUS" | "SIGNED_IN" | "ENDED"
  person: Person | null
  /** Whether there is an issuer to sign in at. */
  signInAvailable: boolean
}

interface SessionAnswer {
  signInAvailable: boolean
  person: Person | null
  /** An instant, RFC 3339. */
  expiresAt: string | null
}

const SESSION_HEADER = "x-plan43-session"

/** The longest wait that a timer of a browser can hold, in milliseconds. */
const LONGEST_WAIT = 2 ** 31 - 1

let session: Session = { state: "UNKNOWN", person: null, signInAvailable: false }
let expiry: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function become(next: Session): void {
  session = next
  for (const listener of listeners) listener()
}

export function currentSession(): Session {
  return session
}

/** @returns what ends the listening */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useSession(): Session {
  return useSyncExternalStore(onSessionChange, currentSession)
}

/** Asks the gateway who is signed in. Where no answer comes, what was known stays. */
export async function readSession(): Promise<void> {
  let response: Response
  try {
    response = await fetch("/session", { headers: { accept: "application/json" }, cache: "no-store" })
  } catch {
    // Every question to the graph goes the same way and says so on its screen
    return becomeAnonymousIfUnknown()
  }
  if (!response.ok || !response.headers.get("content-type")?.includes("json"))
    return becomeAnonymousIfUnknown()
  const { person, signInAvailable, expiresAt } = (await response.json()) as SessionAnswer
  clearTimeout(expiry)
  if (person !== null) {
    const left = Date.parse(expiresAt ?? "") - Date.now()
    if (left > 0) expiry = setTimeout(() => void readSession(), Math.min(left + 1000, LONGEST_WAIT))
    become({ state: "SIGNED_IN", person, signInAvailable })
  } else if (session.person !== null || session.state === "ENDED" || saysItEnded(response)) {
    // An end stays one, though only the first to ask is told of it, until the person goes on without a session
    endSession(signInAvailable)
  } else become({ state: "ANONYMOUS", person: null, signInAvailable })
}

function becomeAnonymousIfUnknown(): void {
  if (session.state === "UNKNOWN") become({ ...session, state: "ANONYMOUS" })
}

function saysItEnded(response: Response): boolean {
  return response.headers.get(SESSION_HEADER) === "ended"
}

function endSession(signInAvailable: boolean): void {
  if (session.state !== "ENDED") become({ state: "ENDED", person: session.person, signInAvailable })
}

/** `fetch`, noticing when the answer says that the session has ended. */
export async function fetchWithinSession(
  input: RequestInfo | URL,
  init?: RequestInit | undefined,
): Promise<Response> {
  const response = await fetch(input, init)
  if (saysItEnded(response) && session.state !== "ANONYMOUS") endSession(true)
  return response
}

/** Goes on as a visitor after a session has ended. */
export function continueAnonymously(): void {
  become({ ...session, state: "ANONYMOUS", person: null })
}

/**
 * Ends the session here and at the issuer.
 * @returns where the browser goes next
 * @throws when the gateway did not end it
 */
export async function signOut(): Promise<string> {
  const response = await fetch("/sign-out", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: "{}",
  })
  if (!response.ok) throw new Error(`The gateway answered ${response.status} to the sign-out`)
  const { redirectTo } = (await response.json()) as { redirectTo: string }
  return redirectTo
}

/** Keeps up with what happens to the session in other windows. @returns what ends the watch */
export function watchSession(): () => void {
  const lookAgain = () => {
    if (document.visibilityState === "visible") void readSession()
  }
  document.addEventListener("visibilitychange", lookAgain)
  return () => document.removeEventListener("visibilitychange", lookAgain)
}
