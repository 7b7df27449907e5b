import { AGENCY_ROLES, type Identity, type Role, scopesOf } from "@plan43/authorization"
import type { Person } from "../session/session.ts"

/** What a person is to the plan. */
export interface Standing {
  role: Role | null
  agencyId: string | null
}

export const NO_STANDING: Standing = { role: null, agencyId: null }

/** A person as the graph knows one. A role that means nothing without an agency is none without it. */
export function personIdentity(
  { subject, name, email }: Pick<Person, "subject" | "name" | "email">,
  { role: given, agencyId }: Standing,
): Identity {
  const role = given !== null && AGENCY_ROLES.includes(given) && agencyId === null ? null : given
  return {
    kind: "PERSON",
    id: subject,
    name,
    ...(email === null ? {} : { email }),
    role,
    agencyId: role === null ? null : agencyId,
    scopes: role === null ? [] : [...scopesOf(role)],
  }
}
