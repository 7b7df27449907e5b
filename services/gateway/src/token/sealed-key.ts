import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"

const CIPHER = "aes-256-gcm"
const IV_BYTES = 12
const TAG_BYTES = 16

/** Keeps private keys unreadable for whoever has the database and not the gateway's secret. */
export class KeySeal {
  readonly #key: Uint8Array

  /** @param secret the gateway's */
  constructor(secret: string) {
    this.#key = new Uint8Array(hkdfSync("sha256", secret, "", "plan43 token keys", 32))
  }

  /** @param kid what the key is called: what was sealed for one cannot be passed off as another */
  seal(kid: string, privateKey: Buffer): Buffer {
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv(CIPHER, this.#key, iv).setAAD(Buffer.from(kid))
    const text = Buffer.concat([cipher.update(privateKey), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), text])
  }

  /** @returns null for what was sealed with another secret, or for another name */
  open(kid: string, sealed: Buffer): Buffer | null {
    const iv = sealed.subarray(0, IV_BYTES)
    const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)
    try {
      const decipher = createDecipheriv(CIPHER, this.#key, iv, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(kid))
        .setAuthTag(tag)
      return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
    } catch {
      return null
    }
  }
}
