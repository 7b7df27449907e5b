import { timingSafeEqual } from "node:crypto"
import { ReplayWindow } from "./replay-window.ts"
import { type SignedContent, signatureOf } from "./signed-request.ts"

/** How far the clocks of two machines may be apart, and how long a request may be under way, in milliseconds. */
export const LARGEST_AGE = 30_000

/** Why a request is not the gateway's. */
export type SignatureFault = "MISSING" | "MALFORMED" | "STALE" | "FORGED" | "REPLAYED"

const SIGNATURE = /^v1;(\d{1,15});([\w-]{12});(\d{1,15});([\w-]{43})$/

/** Tells the gateway's requests from all others. */
export class RequestVerifier {
  readonly #secrets: readonly string[]
  readonly #windows = new Map<string, { window: ReplayWindow; usedAt: number }>()

  /** @param secrets the current one first; further ones while a secret is being replaced */
  constructor(secrets: readonly string[]) {
    this.#secrets = secrets
  }

  /**
   * @param signature the header's value
   * @param now milliseconds since 1970
   * @returns null when the request is the gateway's and came for the first time
   */
  faultOf(signature: string | undefined, content: SignedContent, now = Date.now()): SignatureFault | null {
    if (signature === undefined) return "MISSING"
    const parts = SIGNATURE.exec(signature)
    if (!parts) return "MALFORMED"
    const [, timeText, signer, numberText, given] = parts as unknown as [
      string,
      string,
      string,
      string,
      string,
    ]
    const time = Number(timeText)
    if (Math.abs(now - time) > LARGEST_AGE) return "STALE"
    const number = Number(numberText)
    const expected = Buffer.from(given, "base64url")
    const genuine = this.#secrets.some((secret) =>
      timingSafeEqual(signatureOf(secret, { time, signer, number }, content), expected),
    )
    if (!genuine) return "FORGED"
    return this.#windowOf(signer, now).take(number) ? null : "REPLAYED"
  }

  /** Windows of signers that have been silent for longer than a request may be under way are forgotten. */
  #windowOf(signer: string, now: number): ReplayWindow {
    const known = this.#windows.get(signer)
    if (known) {
      known.usedAt = now
      return known.window
    }
    for (const [other, { usedAt }] of this.#windows)
      if (now - usedAt > 2 * LARGEST_AGE) this.#windows.delete(other)
    const window = new ReplayWindow()
    this.#windows.set(signer, { window, usedAt: now })
    return window
  }
}
