import type { EntityManager } from "@mikro-orm/postgresql"
import type { Identity } from "@plan43/authorization"
import type { CalendarDate } from "@plan43/calendar"
import type { Logger } from "pino"

/** All that a resolver may use; made anew for every request. */
export interface RequestContext {
  /** A unit of work of its own: one identity map, no other request sees it. */
  em: EntityManager
  /** Today in Hanoi, the same for the whole request. */
  today: CalendarDate
  /** As the gateway gave it, so that one id finds the logs of every service. */
  requestId: string
  /** Who is asking; null when anonymous. */
  viewer: Identity | null
  /** From where, as the gateway saw it. */
  address: string | null
  log: Logger
}
