import { ROLES, type Role } from "@plan43/authorization"
import { stableId } from "@plan43/published-rows/stable-id"
import type { Person } from "../session/session.ts"
import type { ClaimNames } from "./sign-in-configuration.ts"

/** What an issuer says of a person. */
export type Claims = Readonly<Record<string, unknown>>

const LONGEST_SUBJECT = 255
const LONGEST_NAME = 200
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The issuer's claims name nobody. */
export class NobodyClaimed extends Error {
  constructor() {
    super("the issuer's claims have no usable sub")
    this.name = "NobodyClaimed"
  }
}

/**
 * Reads an issuer's claims.
 * @throws NobodyClaimed
 */
export function personFrom(claims: Claims, issuer: string, names: ClaimNames): Person {
  const { sub: subject } = claims
  if (!isSubject(subject)) throw new NobodyClaimed()
  const agency = textsIn(claims, names.agency)[0]
  return {
    issuer,
    subject,
    name: nameFrom(claims, subject),
    email: claims.email_verified === true && typeof claims.email === "string" ? claims.email : null,
    claimedRole: textsIn(claims, names.role).find(isRole) ?? null,
    claimedAgencyId: agency === undefined ? null : UUID.test(agency) ? agency : stableId("agency", agency),
  }
}

/** Whether a claim can name somebody. */
export function isSubject(sub: unknown): sub is string {
  return typeof sub === "string" && sub !== "" && sub.length <= LONGEST_SUBJECT
}

function nameFrom({ name, preferred_username, email }: Claims, subject: string): string {
  const given = [name, preferred_username, email].find(
    (text) => typeof text === "string" && text.trim() !== "",
  )
  return String(given ?? subject).slice(0, LONGEST_NAME)
}

function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text)
}

/**
 * The texts that a claim says: one, or a list of them.
 * @param name of the claim, or the way to it, e.g. "realm_access.roles"
 */
function textsIn(claims: Claims, name: string): string[] {
  const value =
    claims[name] ??
    name.split(".").reduce<unknown>((within, part) => (isRecord(within) ? within[part] : undefined), claims)
  return [value].flat().filter((text): text is string => typeof text === "string" && text !== "")
}

function isRecord(value: unknown): value is Claims {
  return typeof value === "object" && value !== null
}
