import { createHash, randomBytes } from "node:crypto"

/** What every secret begins with, so that people and scanners know one when they see it. */
const PREFIX = "p43_"

/** Bits of chance in a secret: nobody guesses it, and so its hash need not be slow. */
const BITS = 256

/** A new secret: the text is for its system alone, the rest is kept. */
export interface NewSecret {
  text: string
  sha256: Buffer
  hint: string
}

export function makeSecret(): NewSecret {
  const text = `${PREFIX}${randomBytes(BITS / 8).toString("base64url")}`
  return { text, sha256: hashOf(text), hint: text.slice(-4) }
}

/**
 * SHA-256, once: slow hashes make guessing costly where people choose the words; of 256 random bits nothing is
 * guessed, and every token that is asked for would pay.
 */
export function hashOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest()
}
