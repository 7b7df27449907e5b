import { randomBytes } from "node:crypto"
import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"

/** What the processes of one installation share and nobody else knows. */
export interface KeptSecrets {
  /** What the gateway signs its requests to subgraphs with. */
  gateway: string
  /** What the gateway shows to the local identity provider. */
  identityClient: string
}

/**
 * Reads the secrets of a data folder, or makes them: whoever is signed in stays so over a restart.
 * @param dataDirectory must exist
 */
export async function keptSecrets(dataDirectory: string): Promise<KeptSecrets> {
  const file = join(dataDirectory, "secrets.json")
  try {
    return JSON.parse(await readFile(file, "utf8"))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error
  }
  const secrets: KeptSecrets = { gateway: newSecret(), identityClient: newSecret() }
  await writeFile(file, JSON.stringify(secrets), { mode: 0o600, flag: "wx" })
  return secrets
}

function newSecret(): string {
  return randomBytes(32).toString("base64url")
}
