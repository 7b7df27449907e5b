import { isIPv6 } from "node:net"
import { RateLimiterMemory } from "rate-limiter-flexible"
import type { AddressList } from "../http/address-list.ts"
import { RequestRefused } from "../http/request-refused.ts"

/** How often somebody may ask within a minute; 0 sets no limit. */
export interface RateLimits {
  /** Operations of strangers, by address: an office behind one address is many people. */
  anonymous: number
  /** Operations of one person. */
  person: number
  /** Steps of signing in, by address. */
  signIn: number
  /** Tokens asked for, by address: a data centre may have many systems behind one. */
  token: number
  /** Sessions and tokens shown that are none, by address. */
  badProof: number
}

export const DEFAULT_RATES: RateLimits = {
  anonymous: 600,
  person: 1_200,
  signIn: 60,
  token: 120,
  badProof: 60,
}

const MINUTE_S = 60

/** How many bits of an IPv6 address belong to one subscriber: he has all addresses below them. */
const SUBSCRIBER_GROUPS = 4

/**
 * Counts what everybody asks within a minute, in this process's memory: nothing on the way of a request waits for a
 * database. Each `take…` counts one and refuses beyond the limit, with the time to wait.
 */
export class Rates {
  readonly #limits: RateLimits
  readonly #unlimited: AddressList
  readonly #counts = new RateLimiterMemory({
    // The limit is told for each count, since every client has its own.
    points: Number.MAX_SAFE_INTEGER,
    duration: MINUTE_S,
    keyPrefix: "",
  })

  /** @param unlimited addresses that are not counted, such as this machine's own */
  constructor(limits: RateLimits, unlimited: AddressList) {
    this.#limits = limits
    this.#unlimited = unlimited
  }

  /** @throws RequestRefused with status 429, code RATE_LIMITED */
  takeOfAddress(address: string | null, use: "anonymous" | "signIn" | "token" = "anonymous"): Promise<void> {
    if (this.#isUnlimited(address)) return COUNTED
    return this.#take(`${use} ${networkOf(address)}`, this.#limits[use])
  }

  /** @throws RequestRefused with status 429, code RATE_LIMITED */
  takeOfPerson(id: string): Promise<void> {
    return this.#take(`person ${id}`, this.#limits.person)
  }

  /**
   * @param clientId of the system, or what it does as a key of its own, e.g. "token sys-1"
   * @param perMinute the client's quota
   * @throws RequestRefused with status 429, code RATE_LIMITED
   */
  takeOfClient(clientId: string, perMinute: number): Promise<void> {
    return this.#take(`client ${clientId}`, perMinute)
  }

  /** Counts a session or token that was none. */
  async countBadProof(address: string | null): Promise<void> {
    if (!this.#isUnlimited(address)) await this.#counts.consume(`badProof ${networkOf(address)}`)
  }

  /**
   * Whether an address may show one more proof: checking them takes time that a hostile client would take for nothing.
   * @throws RequestRefused with status 429, code RATE_LIMITED
   */
  async requireFewBadProofs(address: string | null): Promise<void> {
    const limit = this.#limits.badProof
    if (limit === 0 || this.#isUnlimited(address)) return
    const shown = await this.#counts.get(`badProof ${networkOf(address)}`)
    if (shown && shown.consumedPoints >= limit)
      throw limited(limit, shown.consumedPoints + 1, shown.msBeforeNext)
  }

  #isUnlimited(address: string | null): boolean {
    return address !== null && this.#unlimited.has(address)
  }

  async #take(who: string, limit: number): Promise<void> {
    if (limit === 0) return
    const { consumedPoints, msBeforeNext } = await this.#counts.consume(who)
    if (consumedPoints > limit) throw limited(limit, consumedPoints, msBeforeNext)
  }
}

const COUNTED = Promise.resolve()

function limited(limit: number, actual: number, wait: number): RequestRefused {
  const retryAfter = Math.max(1, Math.ceil(wait / 1000))
  return new RequestRefused(
    429,
    "RATE_LIMITED",
    `Quá nhiều yêu cầu: nhiều nhất ${limit} yêu cầu mỗi phút; hãy thử lại sau ${retryAfter} giây`,
    { "retry-after": String(retryAfter) },
    { limit, over: actual - limit, retryAfter, per: "MINUTE" },
  )
}

/** What is counted as one: an IPv4 address, or the network of an IPv6 subscriber. */
export function networkOf(address: string | null): string {
  if (address === null) return "unknown"
  if (!isIPv6(address)) return address
  const [head = "", tail] = address.split("::")
  const first = head === "" ? [] : head.split(":")
  const last = tail ? tail.split(":") : []
  const zeros = tail === undefined ? [] : Array<string>(8 - first.length - last.length).fill("0")
  return [...first, ...zeros, ...last].slice(0, SUBSCRIBER_GROUPS).join(":")
}
