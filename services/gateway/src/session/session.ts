import type { Role } from "@plan43/authorization"

/** Somebody whom the issuer made known. */
export interface Person {
  issuer: string
  /** The issuer's name for the person, for ever the same. */
  subject: string
  name: string
  /** null where the issuer does not vouch for it. */
  email: string | null
  /** From the issuer's claims; null: what the agencies' assignments say. */
  claimedRole: Role | null
  claimedAgencyId: string | null
}

/** A browser in which a person is signed in. */
export interface Session {
  /** SHA-256 of what the browser shows. */
  idHash: Buffer
  person: Person
  /** The issuer's name for its own session (`sid`). */
  issuerSession: string | null
  /** What the issuer said of the person, as it is shown to it again at sign-out. */
  idToken: string
  /** Milliseconds since 1970. */
  startedAt: number
  lastSeenAt: number
  /** When it ends however much it is used. */
  endsAt: number
}

/** When a session ends if nothing more is asked in it, in milliseconds since 1970. */
export function endOf({ lastSeenAt, endsAt }: Pick<Session, "lastSeenAt" | "endsAt">, idle: number): number {
  return Math.min(lastSeenAt + idle, endsAt)
}
