import type { CalendarDate } from "@plan43/calendar"
import { registerEnumType } from "type-graphql"

/** Whether a system may still ask. */
export const ApiClientState = { ACTIVE: "ACTIVE", EXPIRED: "EXPIRED", REVOKED: "REVOKED" } as const
export type ApiClientState = keyof typeof ApiClientState
registerEnumType(ApiClientState, {
  name: "ApiClientState",
  description: "Whether a system may still ask",
  valuesConfig: {
    EXPIRED: { description: "Its last day is over; a change may give it a later one" },
    REVOKED: { description: "For good" },
  },
})

/** A client's state on a day; its last day is one on which it may ask. */
export function stateOn(
  today: CalendarDate,
  { revokedAt, expiresOn }: { revokedAt: Date | null; expiresOn: CalendarDate },
): ApiClientState {
  if (revokedAt !== null) return "REVOKED"
  return expiresOn < today ? "EXPIRED" : "ACTIVE"
}
