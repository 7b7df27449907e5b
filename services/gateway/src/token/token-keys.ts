import { createPrivateKey, generateKeyPair, type KeyObject } from "node:crypto"
import { promisify } from "node:util"
import { type CryptoKey, calculateJwkThumbprint, exportJWK, importJWK, type JWK } from "jose"
import type pg from "pg"
import { inTransaction } from "../database/in-transaction.ts"
import type { Clock } from "../time/clock.ts"
import { KeptForAWhile } from "../time/kept-for-a-while.ts"
import { KeySeal } from "./sealed-key.ts"

/** The one algorithm that tokens are signed with, and believed in. */
export const ALGORITHM = "ES256"

const DAY = 86_400_000

/** How long a key signs, in milliseconds. */
const SIGNS_MS = 30 * DAY

/** How long a key is known before it signs and after it did: longer than anybody keeps the list of keys. */
const OVERLAP_MS = DAY

/** How long the keys in the database count as read, in milliseconds. */
const READ_MS = 60_000

/** How often an unknown key makes them be read again at most, in milliseconds. */
const REREAD_MS = 5_000

/** Any number: two gateways that find no key wait for each other on it. */
const KEY_LOCK = 4_320_250_216

/** The key that signs now. */
export interface SigningKey {
  kid: string
  privateKey: KeyObject
}

interface KnownKeys {
  signing: SigningKey
  /** By kid, as they are published. */
  published: ReadonlyMap<string, JWK>
  readAt: number
}

interface KeyRow {
  kid: string
  public_jwk: JWK
  sealed_private_key: Buffer
  signs_from: Date
  signs_until: Date
}

/** The gateway's keys for tokens: made when they are needed, replaced every 30 days, known to all its processes. */
export class TokenKeys {
  readonly #database: pg.Pool
  readonly #seal: KeySeal
  readonly #now: Clock
  readonly #known: KeptForAWhile<KnownKeys>

  constructor({ database, secret, now }: { database: pg.Pool; secret: string; now: Clock }) {
    this.#database = database
    this.#seal = new KeySeal(secret)
    this.#now = now
    this.#known = new KeptForAWhile({ milliseconds: READ_MS, size: 1, now })
  }

  async signing(): Promise<SigningKey> {
    return (await this.#keys()).signing
  }

  /** The public halves, for whoever wants to check a token. */
  async published(): Promise<JWK[]> {
    return [...(await this.#keys()).published.values()]
  }

  /** @returns null for a key that is not ours, or no longer */
  async publicKey(kid: string): Promise<CryptoKey | Uint8Array | null> {
    let keys = await this.#keys()
    if (!keys.published.has(kid) && this.#now() - keys.readAt >= REREAD_MS) {
      this.#known.forgetAll()
      keys = await this.#keys()
    }
    const jwk = keys.published.get(kid)
    return jwk === undefined ? null : importJWK(jwk, ALGORITHM)
  }

  #keys(): Promise<KnownKeys> {
    return this.#known.of("", async () => {
      const rows = await this.#read(this.#database)
      const complete = this.#needed(rows) === null ? rows : await this.#complete()
      const readAt = this.#now()
      const signing = this.#signingAmong(complete)
      if (signing === null) throw new Error("there is no key to sign tokens with, although one was made")
      return { signing, published: new Map(complete.map((row) => [row.kid, row.public_jwk])), readAt }
    })
  }

  async #read(database: Pick<pg.ClientBase, "query">): Promise<KeyRow[]> {
    const { rows } = await database.query<KeyRow>(
      `select kid, public_jwk, sealed_private_key, signs_from, signs_until from token_key
       where signs_until > $1 order by signs_from desc, kid`,
      [new Date(this.#now() - OVERLAP_MS)],
    )
    return rows
  }

  /** Makes the key that is missing, unless another process just did; what is long over is removed. */
  #complete(): Promise<KeyRow[]> {
    return inTransaction(this.#database, async (transaction) => {
      await transaction.query("select pg_advisory_xact_lock($1)", [KEY_LOCK])
      const from = this.#needed(await this.#read(transaction))
      if (from !== null) await this.#make(transaction, from)
      await transaction.query("delete from token_key where signs_until <= $1", [
        new Date(this.#now() - OVERLAP_MS),
      ])
      return this.#read(transaction)
    })
  }

  /** @returns from when a further key must sign; null when there are enough */
  #needed(rows: readonly KeyRow[]): Date | null {
    const now = this.#now()
    const ours = rows.filter((row) => this.#seal.open(row.kid, row.sealed_private_key) !== null)
    const lastUntil = Math.max(now, ...ours.map(({ signs_until }) => signs_until.getTime()))
    if (this.#signingAmong(rows) === null) return new Date(now)
    return lastUntil - now <= OVERLAP_MS ? new Date(lastUntil) : null
  }

  /** A key that was sealed with a former secret signs no more; it is still believed until its time is over. */
  #signingAmong(rows: readonly KeyRow[]): SigningKey | null {
    const now = this.#now()
    for (const { kid, sealed_private_key, signs_from, signs_until } of rows) {
      if (signs_from.getTime() > now || signs_until.getTime() <= now) continue
      const der = this.#seal.open(kid, sealed_private_key)
      if (der !== null)
        return { kid, privateKey: createPrivateKey({ key: der, format: "der", type: "pkcs8" }) }
    }
    return null
  }

  async #make(transaction: pg.PoolClient, from: Date): Promise<void> {
    const { publicKey, privateKey } = await promisify(generateKeyPair)("ec", { namedCurve: "P-256" })
    const bare = await exportJWK(publicKey)
    const kid = await calculateJwkThumbprint(bare)
    const sealed = this.#seal.seal(kid, privateKey.export({ format: "der", type: "pkcs8" }))
    await transaction.query(
      `insert into token_key (kid, public_jwk, sealed_private_key, signs_from, signs_until)
       values ($1, $2, $3, $4, $5)`,
      [
        kid,
        JSON.stringify({ ...bare, kid, use: "sig", alg: ALGORITHM }),
        sealed,
        from,
        new Date(from.getTime() + SIGNS_MS),
      ],
    )
  }
}
