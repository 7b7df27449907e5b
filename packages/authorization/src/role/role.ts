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

const OWN = [
  "progress:read:own",
  "progress:report:own",
  "observations:read:own",
  "observations:report:own",
  "obstacles:read:own",
  "obstacles:raise:own",
  "reminders:read:own",
  "cooperation:read:own",
  "reports:read:own",
  "reports:draft:own",
  "scorecards:read:own",
  "notifications:own",
] as const
const EVERYTHING = [
  "progress:read",
  "observations:read",
  "obstacles:read",
  "reminders:read",
  "cooperation:read",
  "reports:read",
] as const

const SCOPES_BY_ROLE: Readonly<Record<Role, readonly Scope[]>> = {
  COORDINATOR: [
    ...EVERYTHING,
    "progress:write",
    "documents:write",
    "observations:write",
    "obstacles:write",
    "obstacles:decide",
    "reminders:write",
    "agencies:write",
    "cooperation:write",
    "reports:write",
    "scorecards:read",
    "scorecards:write",
    "experts:read",
    "experts:write",
    "notifications:own",
    "assignments:read",
    "assignments:write",
    "clients:read",
    "clients:write",
  ],
  AGENCY_OFFICER: OWN,
  AGENCY_HEAD: [...OWN, "reports:approve:own", "scorecards:people:own"],
  CITY_LEADER: [...EVERYTHING, "obstacles:decide", "scorecards:read", "experts:read", "notifications:own"],
  FINANCE: [...EVERYTHING, "notifications:own"],
  AUDITOR: [
    ...EVERYTHING,
    "scorecards:read",
    "experts:read",
    "assignments:read",
    "clients:read",
    "deliveries:read",
    "audit:read",
  ],
  ADMINISTRATOR: [
    "assignments:read",
    "assignments:write",
    "clients:read",
    "deliveries:read",
    "deliveries:write",
    "notifications:own",
  ],
}

/** What a role may do. */
export function scopesOf(role: Role): readonly Scope[] {
  return SCOPES_BY_ROLE[role]
}

/** The roles that may do it, in the order of {@link ROLES}. */
export function rolesWith(scope: Scope): Role[] {
  return ROLES.filter((role) => SCOPES_BY_ROLE[role].includes(scope))
}
