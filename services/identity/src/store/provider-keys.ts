import { generateKeyPairSync, randomBytes } from "node:crypto"
import type { JWK } from "oidc-provider"
import type pg from "pg"

/** What the provider signs with. They are made once, so that what was signed holds over a restart. */
export interface ProviderKeys {
  /** A private key for ES256. */
  tokens: JWK
  cookies: string
}

export async function providerKeys(database: Pick<pg.Pool, "query">): Promise<ProviderKeys> {
  return {
    tokens: await keptKey(database, "tokens", makeTokenKey()),
    cookies: await keptKey(database, "cookies", randomBytes(32).toString("base64url")),
  }
}

/** @returns the key that was first kept for a purpose: the candidate only when there was none */
async function keptKey<Key>(
  database: Pick<pg.Pool, "query">,
  purpose: keyof ProviderKeys,
  candidate: Key,
): Promise<Key> {
  await database.query(
    "insert into provider_key (purpose, value) values ($1, $2) on conflict (purpose) do nothing",
    [purpose, JSON.stringify(candidate)],
  )
  const { rows } = await database.query<{ value: Key }>("select value from provider_key where purpose = $1", [
    purpose,
  ])
  return rows[0]?.value as Key
}

function makeTokenKey(): JWK {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const kid = randomBytes(9).toString("base64url")
  return { ...privateKey.export({ format: "jwk" }), kid, alg: "ES256", use: "sig" } as JWK
}
