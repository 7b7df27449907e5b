import type { Clock } from "../time/clock.ts"
import { KeptForAWhile } from "../time/kept-for-a-while.ts"
import { RegisterUnreachable, type SystemRegister, type SystemStanding } from "./system-register.ts"

/** How long a standing counts as known, in milliseconds: with what else is remembered, a revocation works in a minute. */
const KNOWN_MS = 20_000

/** How long it counts while the access subgraph does not answer. */
const KNOWN_IN_NEED_MS = 40_000

/** Systems that are remembered at most. */
const MOST = 5_000

/** Remembers for seconds how systems stand, so that not every request of one asks the register. */
export class SystemStandings {
  readonly #register: SystemRegister
  readonly #now: Clock
  readonly #known: KeptForAWhile<SystemStanding | null>
  readonly #last = new Map<string, { standing: SystemStanding | null; at: number }>()

  constructor({ register, now }: { register: SystemRegister; now: Clock }) {
    this.#register = register
    this.#now = now
    this.#known = new KeptForAWhile({ milliseconds: KNOWN_MS, size: MOST, now })
  }

  /**
   * @param clientId of a token that is ours
   * @returns null for a system that is not registered
   * @throws RegisterUnreachable when it cannot be found out, and is not known from a moment ago
   */
  async of(clientId: string): Promise<SystemStanding | null> {
    try {
      return await this.#known.of(clientId, () => this.#ask(clientId))
    } catch (error) {
      const last = this.#last.get(clientId)
      const isRecent = last !== undefined && this.#now() - last.at < KNOWN_IN_NEED_MS
      if (error instanceof RegisterUnreachable && isRecent) return last.standing
      throw error
    }
  }

  async #ask(clientId: string): Promise<SystemStanding | null> {
    const at = this.#now()
    const standing = await this.#register.standingOf(clientId)
    this.#last.delete(clientId)
    this.#last.set(clientId, { standing, at })
    const [oldest] = this.#last.keys()
    if (this.#last.size > MOST && oldest !== undefined) this.#last.delete(oldest)
    return standing
  }
}
