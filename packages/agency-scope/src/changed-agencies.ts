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
    /** Whether it began with a recorded change. */
    recorded: boolean
  }[]
  successions: readonly { id: string; predecessorId: string; successorId: string; on: CalendarDate }[]
  memberships: readonly {
    id: string
    groupId: string
    memberId: string
    validFrom: CalendarDate | null
    validTo: CalendarDate | null
  }[]
  removedSuccessions: readonly string[]
  removedMemberships: readonly string[]
}
