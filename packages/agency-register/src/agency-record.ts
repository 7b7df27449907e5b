import type { CalendarDate } from "@plan43/calendar"

/** What sort of body an agency is; GROUP stands for a class of bodies that the plan names as one. */
export const agencyKinds = [
  "DEPARTMENT",
  "EQUIVALENT_BODY",
  "DISTRICT_COMMITTEE",
  "COMMUNE_COMMITTEE",
  "POLICE",
  "MILITARY",
  "PUBLIC_SERVICE_UNIT",
  "CENTRAL_BODY",
  "PARTY_BODY",
  "PEOPLES_COUNCIL",
  "FATHERLAND_FRONT",
  "COURT",
  "PROCURACY",
  "ASSOCIATION",
  "PRESS",
  "GROUP",
] as const
export type AgencyKind = (typeof agencyKinds)[number]

/** How one body followed another. */
export const successionKinds = ["MERGER", "SPLIT", "RENAMING", "REPLACEMENT"] as const
export type SuccessionKind = (typeof successionKinds)[number]

/** A body, or a class of bodies, that the plan names or that one of those succeeded. */
export interface AgencyRecord {
  /** Short readable slug, e.g. "so-khcn". */
  code: string
  /** Official name in Vietnamese. */
  name: string
  shortName: string | null
  /** Other spellings in use, misprints of the plan included. */
  aliases: readonly string[]
  kind: AgencyKind
  /** First day; null where it is not known or lies long before the plan. */
  validFrom: CalendarDate | null
  /** Last day; null while it exists. */
  validTo: CalendarDate | null
  /** Where a fact about it comes from, or what is not known. */
  note: string | null
}

/** One body answers for what another was given, from a day on. */
export interface SuccessionRecord {
  kind: SuccessionKind
  /** The first day on which the successor answers. */
  on: CalendarDate
  predecessorCode: string
  successorCode: string
  /** The document or source; null where none is named. */
  basis: string | null
}

/** A body belongs to a group, from the first day to the last, both included; null is open. */
export interface MembershipRecord {
  groupCode: string
  memberCode: string
  from: CalendarDate | null
  to: CalendarDate | null
}

/** All that is known of agencies. */
export interface AgencyRegister {
  agencies: readonly AgencyRecord[]
  successions: readonly SuccessionRecord[]
  memberships: readonly MembershipRecord[]
}
