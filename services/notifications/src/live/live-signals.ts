import type { MikroORM } from "@mikro-orm/postgresql"
import type { Identity } from "@plan43/authorization"
import { wakeUpOn } from "@plan43/outbox"
import type { WorkingParts } from "@plan43/subgraph"
import { Change } from "./change.ts"
import { SIGNAL_CHANNEL, type Signal, signalBounds, signalsAfter } from "./signal.ts"
import { isTellable } from "./tellable.ts"

/** Signals read in one statement. */
const AT_ONCE = 500
/** Whoever missed more is told to read everything again. */
const MOST_CAUGHT_UP = 2_000
/** Changes that wait for a client that reads slowly; beyond, it is told to read everything again. */
const LONGEST_QUEUE = 1_000
/** How long nobody looks when a message would come. */
const LOOK_MS = 5_000

/** Whom signals are told as they come. */
interface Listener {
  viewer: Identity
  take(signal: Signal): void
}

/** Tells everybody who listens to this process what changes, of what they may know. */
export class LiveSignals {
  readonly #orm: MikroORM
  readonly #log: WorkingParts["log"]
  readonly #ears: ReturnType<typeof wakeUpOn>
  readonly #timer: NodeJS.Timeout
  readonly #listeners = new Set<Listener>()
  readonly #ending = new AbortController()
  /** Up to where this process has read; null: not at all. */
  #read: string | null = null
  #reading: Promise<void> | null = null
  #again = false

  constructor({ orm, log }: Pick<WorkingParts, "orm" | "log">) {
    this.#orm = orm
    this.#log = log
    this.#ears = wakeUpOn(String(orm.config.get("clientUrl")), [SIGNAL_CHANNEL], () => this.#look())
    this.#timer = setInterval(() => this.#look(), LOOK_MS).unref()
  }

  /** Ends every stream. */
  async stop(): Promise<void> {
    this.#ending.abort()
    clearInterval(this.#timer)
    await this.#ears.stop()
    await this.#reading
  }

  /**
   * What changes from now on, after what changed since a position; the first only says where the stream stands.
   * @param after as a change told it; null: nothing is caught up
   */
  async *changes(viewer: Identity, after: string | null, signal: AbortSignal): AsyncGenerator<Change> {
    const queue: Signal[] = []
    let overflown = false
    let wake = () => {}
    const listener: Listener = {
      viewer,
      take(next) {
        if (queue.length < LONGEST_QUEUE) queue.push(next)
        else overflown = true
        wake()
      },
    }
    const ended = AbortSignal.any([signal, this.#ending.signal])
    const end = () => wake()
    ended.addEventListener("abort", end)
    await this.#readOn()
    // From here on nothing is missed: what this process has not read yet comes through the listener.
    let told = this.#read ?? "0"
    this.#listeners.add(listener)
    try {
      const missed = after === null ? [] : await this.#between(after, told)
      if (missed === null) yield Change.everything(told)
      else {
        for (const each of missed) if (isTellable(each, viewer)) yield Change.of(each)
        yield Change.nothing(told)
      }
      while (!ended.aborted) {
        const next = queue.shift()
        if (overflown) {
          overflown = false
          queue.length = 0
          told = this.#read ?? told
          yield Change.everything(told)
        } else if (next !== undefined) {
          if (BigInt(next.position) > BigInt(told)) yield Change.of(next)
        } else
          await new Promise<void>((resolve) => {
            wake = resolve
            if (ended.aborted) resolve()
          })
      }
    } finally {
      this.#listeners.delete(listener)
      ended.removeEventListener("abort", end)
    }
  }

  /** @returns null when it is too much, or no longer kept */
  async #between(after: string, until: string): Promise<Signal[] | null> {
    if (!/^\d{1,18}$/.test(after)) return null
    const em = this.#orm.em.fork()
    const { first, last } = await signalBounds(em)
    if (BigInt(after) > BigInt(last) || BigInt(after) + 1n < BigInt(first)) return null
    const signals = await signalsAfter(em, after, MOST_CAUGHT_UP + 1)
    if (signals.length > MOST_CAUGHT_UP) return null
    return signals.filter(({ position }) => BigInt(position) <= BigInt(until))
  }

  #look(): void {
    this.#readOn().catch((error: unknown) => this.#log.warn({ err: error }, "signals could not be read"))
  }

  /** Reads what is new, one after the other; whoever comes meanwhile waits for another look. */
  async #readOn(): Promise<void> {
    this.#again = true
    this.#reading ??= (async () => {
      try {
        while (this.#again && !this.#ending.signal.aborted) {
          this.#again = false
          await this.#readNew()
        }
      } finally {
        this.#reading = null
      }
    })()
    await this.#reading
  }

  async #readNew(): Promise<void> {
    const em = this.#orm.em.fork()
    if (this.#read === null) {
      this.#read = (await signalBounds(em)).last
      return
    }
    for (;;) {
      const signals = await signalsAfter(em, this.#read, AT_ONCE)
      for (const signal of signals) {
        this.#read = signal.position
        for (const listener of this.#listeners) if (isTellable(signal, listener.viewer)) listener.take(signal)
      }
      if (signals.length < AT_ONCE) return
    }
  }
}
