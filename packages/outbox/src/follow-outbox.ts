import type { EntityManager, MikroORM } from "@mikro-orm/postgresql"
import { type OutboxEvent, readOn, whatWaits } from "./outbox-reading.ts"
import { outboxChannel } from "./outbox-signal.ts"
import { wakeUpOn } from "./wake-up.ts"

/** What somebody follows and what comes of it. */
export interface Following {
  /** Whoever follows under this name has one place in each schema, e.g. "agency-copies". */
  follower: string
  /** The schemas whose outboxes are followed, e.g. ["agencies"]. */
  sources: readonly string[]
  /**
   * Does what follows from events, in the transaction that moves the place: both stand or neither does. Thrown errors
   * are logged and the same events come again, later each time.
   * @param events of one source, in order, at least one
   */
  take(em: EntityManager, events: readonly OutboxEvent[]): Promise<void>
  /** Told when what was taken stands. */
  taken?(events: readonly OutboxEvent[]): void
}

interface FollowingParts {
  orm: MikroORM
  log: { warn(about: object, message: string): void; debug(about: object, message: string): void }
}

const EVENTS_AT_ONCE = 200
/** How long nobody looks when a message would come. */
const LOOK_MS = 5_000
/** How long when none would, or when something waits for transactions to end. */
const LOOK_UNTOLD_MS = 1_000
const FIRST_LOOK_SOON_MS = 25
const FIRST_BACK_OFF_MS = 200
const LONGEST_BACK_OFF_MS = 10_000

/** The other schema has not been made yet, or not yet its outbox. */
const NOT_THERE_YET = new Set(["42P01", "3F000", "42501"])

/**
 * Follows what happens in other schemas: every announcement is taken in order, at least once, and its effect in the own
 * schema stands exactly once. Needs the table `outbox_place` there.
 * @returns goes on until stopped; whatever the database does, it comes back
 */
export function followOutbox({ orm, log }: FollowingParts, following: Following): { stop(): Promise<void> } {
  const { follower, sources, take, taken } = following
  let stopped = false
  let wake = () => {}
  /** Who was told while nobody slept. */
  let told = false
  let backOff = 0
  let soonIn = FIRST_LOOK_SOON_MS

  const ears = wakeUpOn(String(orm.config.get("clientUrl")), sources.map(outboxChannel), () => {
    told = true
    wake()
  })

  async function sleep(ms: number): Promise<void> {
    if (stopped || told) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** Takes what can be taken now. @returns whether something comes soon */
  async function takeFrom(source: string): Promise<boolean> {
    for (;;) {
      const waits = stopped ? "nothing" : await whatWaits(orm.em.fork(), source, follower)
      if (waits !== "now") return waits === "soon"
      const events = await orm.em.fork().transactional(async (em) => {
        const read = await readOn(em, source, follower, EVENTS_AT_ONCE)
        if (read.length > 0) await take(em, read)
        return read
      })
      if (events.length === 0) return true
      taken?.(events)
    }
  }

  async function round(): Promise<number> {
    told = false
    let soon = false
    for (const source of sources) soon = (await takeFrom(source)) || soon
    backOff = 0
    if (soon) {
      soonIn = Math.min(LOOK_UNTOLD_MS, soonIn * 2)
      return soonIn
    }
    soonIn = FIRST_LOOK_SOON_MS
    return ears.hears() ? LOOK_MS : LOOK_UNTOLD_MS
  }

  async function goOn(): Promise<void> {
    while (!stopped)
      await sleep(
        await round().catch((error: unknown) => {
          told = false
          if (isNotThereYet(error)) log.debug({ sources }, "an outbox is not there yet")
          else log.warn({ follower, error }, "following stopped; it goes on by itself")
          backOff = Math.min(LONGEST_BACK_OFF_MS, Math.max(FIRST_BACK_OFF_MS, backOff * 2))
          return backOff
        }),
      )
  }

  const going = goOn()
  return {
    stop: async () => {
      stopped = true
      wake()
      await going
      await ears.stop()
    },
  }
}

function isNotThereYet(error: unknown): boolean {
  return error instanceof Error && "code" in error && NOT_THERE_YET.has(String(error.code))
}
