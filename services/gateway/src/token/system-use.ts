import { randomUUID } from "node:crypto"
import type { Logger } from "pino"
import type { Clock } from "../time/clock.ts"
import { RegisterUnreachable, type SystemRegister, type UseBatch } from "./system-register.ts"

/** How often what was counted is told, in milliseconds: a crash loses no more than that. */
const EVERY_MS = 5_000

interface Count {
  requests: number
  refused: number
  lastAt: number
}

/** Counts what systems ask, and tells it to the access subgraph every few seconds. */
export class SystemUse {
  readonly #register: SystemRegister
  readonly #now: Clock
  readonly #log: Logger
  readonly #timer: NodeJS.Timeout
  #counts = new Map<string, Count>()
  /** What was told and not yet confirmed: told again under the same name, so that it counts once. */
  #unconfirmed: UseBatch | null = null

  constructor({ register, now, log }: { register: SystemRegister; now: Clock; log: Logger }) {
    this.#register = register
    this.#now = now
    this.#log = log
    this.#timer = setInterval(() => {
      this.tell().catch((error: unknown) => log.error({ err: error }, "the use of systems is not recorded"))
    }, EVERY_MS)
    this.#timer.unref()
  }

  answered(clientId: string): void {
    this.#of(clientId).requests += 1
  }

  /** Beyond its quota. */
  refused(clientId: string): void {
    const count = this.#of(clientId)
    count.requests += 1
    count.refused += 1
  }

  /** Tells what was counted. What cannot be told is kept for the next time. */
  async tell(): Promise<void> {
    this.#unconfirmed ??= this.#take()
    const batch = this.#unconfirmed
    if (batch === null) return
    try {
      await this.#register.recordUse(batch)
      if (this.#unconfirmed === batch) this.#unconfirmed = null
    } catch (error) {
      if (!(error instanceof RegisterUnreachable)) throw error
      this.#log.warn({ err: error.cause }, "the use of systems could not be recorded; it is tried again")
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.tell()
    if (this.#unconfirmed === null) await this.tell()
  }

  #of(clientId: string): Count {
    const count = this.#counts.get(clientId) ?? { requests: 0, refused: 0, lastAt: 0 }
    count.lastAt = this.#now()
    this.#counts.set(clientId, count)
    return count
  }

  #take(): UseBatch | null {
    if (this.#counts.size === 0) return null
    const counts = this.#counts
    this.#counts = new Map()
    return {
      id: randomUUID(),
      uses: Array.from(counts, ([clientId, { requests, refused, lastAt }]) => ({
        clientId,
        requests,
        refused,
        lastAt: new Date(lastAt).toISOString(),
      })),
    }
  }
}
