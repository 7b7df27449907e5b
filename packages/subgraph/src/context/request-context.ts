import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import type { Logger } from "pino"

/** Who is asking. Every request is anonymous until sign-in exists; then the gateway says who it is. */
export interface Identity {
  id: string
  name: string
  agencyId: string | null
}

/** All that a resolver may use; made anew for every request. */
export interface RequestContext {
  /** A unit of work of its own: one identity map, no other request sees it. */
  em: EntityManager
  /** Today in Hanoi, the same for the whole request. */
  today: CalendarDate
  /** As the gateway gave it, so that one id finds the logs of every service. */
  requestId: string
  /** null when anonymous. */
  viewer: Identity | null
  log: Logger
}
