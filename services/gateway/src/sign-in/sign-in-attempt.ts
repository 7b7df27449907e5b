import { hkdfSync } from "node:crypto"
import { EncryptJWT, jwtDecrypt } from "jose"
import { z } from "zod"
import type { Clock } from "../time/clock.ts"

/** How long a person may take at the issuer, in seconds. */
export const ATTEMPT_SECONDS = 600

const shape = z.object({
  /** Comes back from the issuer: the answer belongs to this browser. */
  state: z.string(),
  /** Comes back in the ID token: that was made for this attempt. */
  nonce: z.string(),
  /** Proves to the issuer that who asked also fetches (PKCE). */
  codeVerifier: z.string(),
  returnPath: z.string(),
})

/** What a browser carries while its person is at the issuer. */
export type SignInAttempt = Readonly<z.infer<typeof shape>>

/** Writes attempts so that only this gateway can read them, and nothing is kept for strangers. */
export class SealedAttempts {
  readonly #key: Uint8Array
  readonly #now: Clock

  /** @param secret the gateway's */
  constructor(secret: string, now: Clock) {
    this.#key = new Uint8Array(hkdfSync("sha256", secret, "", "plan43 sign-in attempt", 32))
    this.#now = now
  }

  seal(attempt: SignInAttempt): Promise<string> {
    return new EncryptJWT({ ...attempt })
      .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
      .setExpirationTime(Math.floor(this.#now() / 1000) + ATTEMPT_SECONDS)
      .encrypt(this.#key)
  }

  /** @returns null for what this gateway did not seal, or too long ago */
  async open(sealed: string): Promise<SignInAttempt | null> {
    try {
      const { payload } = await jwtDecrypt(sealed, this.#key, { currentDate: new Date(this.#now()) })
      return shape.parse(payload)
    } catch {
      return null
    }
  }
}
