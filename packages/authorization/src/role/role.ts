import type { Scope } from "./scope.ts"

/** What a person is to the plan. Source: the issue on identity, after the table “Who uses it” of the domain. */
export const ROLES = [
  "COORDINATOR",
  "AGENCY_OFFICER",
  "AGENCY_HEAD",
  "CITY_LEADER",
  "FINANCE",
  "AUDITOR",
  "ADMINISTRATOR",
] as const

export type Role = (typeof ROLES)[number]

/** Roles that mean nothing without an agency. */
export const AGENCY_ROLES: readonly Role[] = ["AGENCY_OFFICER", "AGENCY_HEAD"]

const OWN = ["progress:read:own", "observations:read:own", "cooperation:read:own"] as const
const EVERYTHING = ["progress:read", "observations:read", "cooperation:read"] as const

const SCOPES_BY_ROLE: Readonly<Record<Role, readonly Scope[]>> = {
  COORDINATOR: [
    ...EVERYTHING,
    "cooperation:write",
    "experts:read",
    "experts:write",
    "assignments:read",
    "assignments:write",
    "clients:read",
    "clients:write",
  ],
  AGENCY_OFFICER: OWN,
  AGENCY_HEAD: OWN,
  CITY_LEADER: [...EVERYTHING, "experts:read"],
  FINANCE: EVERYTHING,
  AUDITOR: [...EVERYTHING, "experts:read", "assignments:read", "clients:read", "audit:read"],
  ADMINISTRATOR: ["assignments:read", "assignments:write", "clients:read"],
}

/** What a role may do. */
export function scopesOf(role: Role): readonly Scope[] {
  return SCOPES_BY_ROLE[role]
}

/** The roles that may do it, in the order of {@link ROLES}. */
export function rolesWith(scope: Scope): Role[] {
  return ROLES.filter((role) => SCOPES_BY_ROLE[role].includes(scope))
}
