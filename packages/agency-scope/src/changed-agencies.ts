import type { AgencyKind } from "@plan43/agency-register"
import type { CalendarDate } from "@plan43/calendar"

/**
 * What the event "agency.changed" carries: how all that a recorded change touched now stands, so that taking it once
 * or twice comes to the same.
 */
export interface ChangedAgencies {
  agencies: readonly {
    id: string
    code: string
    kind: AgencyKind
    name: string
    shortName: string | null
    validFrom: CalendarDate | null
    /** What the register says; `endedOn` is what was recorded. */
    publishedValidTo: CalendarDate | null
    endedOn: CalendarDate | null
    /** The days on which it counts as ended by what was recorded, e.g. "{[2026-12-01,)}"; absent in events of old. */
    endedDays?: string
    /** Whether it began with a recorded change. */
    recorded: boolean
  }[]
  successions: readonly {
    id: string
    predecessorId: string
    successorId: string
    /** The first day on which it holds and is known. */
    on: CalendarDate
    /** Whether the successor answers for what was given to no one by name; absent in events of old. */
    takesRest?: boolean
    /** What was given to the successor by name: ids of tasks, indicators, obstacles. */
    allocated?: readonly string[]
    /** What was given by name to others of the same change. */
    withheld?: readonly string[]
  }[]
  memberships: readonly {
    id: string
    groupId: string
    memberId: string
    /** The first day on which it holds and is known. */
    validFrom: CalendarDate | null
    validTo: CalendarDate | null
    /** The days on which it is none by what was recorded, e.g. "{[2026-12-01,)}"; absent in events of old. */
    absentDays?: string
  }[]
  removedSuccessions: readonly string[]
  removedMemberships: readonly string[]
  /** The last day on which what is removed was believed; absent where nothing was. */
  removedUntil?: CalendarDate | null
}
