import { RateLimiterMemory } from "rate-limiter-flexible"
import { RequestRefused } from "../http/request-refused.ts"
import type { TokenRates } from "./token-endpoint.ts"

/** Requests for tokens from one address in a minute: a data centre may have many systems behind one. */
const TOKENS_OF_ADDRESS = 120

/** Counts in this process's memory what systems ask in a minute. */
export class TokenRatesInMemory implements TokenRates {
  // How many points there are is decided at each count: every system has its own quota
  readonly #counts = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 60 })

  takeOfAddress(address: string | null, use: "token"): Promise<void> {
    return this.#take(`${use} ${address}`, TOKENS_OF_ADDRESS)
  }

  takeOfClient(key: string, perMinute: number): Promise<void> {
    return this.#take(`client ${key}`, perMinute)
  }

  async #take(who: string, perMinute: number): Promise<void> {
    const { consumedPoints, msBeforeNext } = await this.#counts.consume(who)
    if (consumedPoints <= perMinute) return
    const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000))
    throw new RequestRefused(
      429,
      "RATE_LIMITED",
      `Quá nhiều yêu cầu: nhiều nhất ${perMinute} mỗi phút; hãy gửi lại sau ${seconds} giây`,
      { "retry-after": String(seconds) },
    )
  }
}
