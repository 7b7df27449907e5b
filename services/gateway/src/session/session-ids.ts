import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto"

/** 256 random bits, and 128 of a seal that only this gateway can make. */
const RANDOM_BYTES = 32
const SEAL_BYTES = 16
const ID = /^[\w-]{64}$/

/** What browsers show. The seal lets what others made up be told without asking the database. */
export class SessionIds {
  readonly #key: Uint8Array

  /** @param secret the gateway's */
  constructor(secret: string) {
    this.#key = new Uint8Array(hkdfSync("sha256", secret, "", "plan43 session id", 32))
  }

  /** An id that nobody knew before. */
  make(): string {
    const random = randomBytes(RANDOM_BYTES)
    return Buffer.concat([random, this.#sealOf(random)]).toString("base64url")
  }

  /** Whether this gateway made it, whenever that was. */
  isOurs(id: string): boolean {
    if (!ID.test(id)) return false
    const bytes = Buffer.from(id, "base64url")
    return timingSafeEqual(bytes.subarray(RANDOM_BYTES), this.#sealOf(bytes.subarray(0, RANDOM_BYTES)))
  }

  #sealOf(random: Uint8Array): Buffer {
    return createHmac("sha256", this.#key).update(random).digest().subarray(0, SEAL_BYTES)
  }
}
