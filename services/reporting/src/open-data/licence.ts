import { z } from "zod"
import type { Licence } from "../publication/published-content.ts"

const environment = z.object({
  PUBLICATION_LICENCE_NAME: z.string().min(1).default("CC BY 4.0"),
  PUBLICATION_LICENCE_URL: z
    .url({ protocol: /^https$/ })
    .default("https://creativecommons.org/licenses/by/4.0/"),
})

/** The environment is not right; the message lists every variable at fault. */
export class LicenceInvalid extends Error {
  constructor(issues: readonly { path: PropertyKey[]; message: string }[]) {
    super(issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "))
    this.name = "LicenceInvalid"
  }
}

/**
 * Reads PUBLICATION_LICENCE_NAME and PUBLICATION_LICENCE_URL: by which others may use what is published from now on. See
 * docs/decisions/licence-of-open-data.md.
 * @throws LicenceInvalid
 */
export function readLicence(env: NodeJS.ProcessEnv): Licence {
  const parsed = environment.safeParse({
    PUBLICATION_LICENCE_NAME: env.PUBLICATION_LICENCE_NAME || undefined,
    PUBLICATION_LICENCE_URL: env.PUBLICATION_LICENCE_URL || undefined,
  })
  if (!parsed.success) throw new LicenceInvalid(parsed.error.issues)
  return { name: parsed.data.PUBLICATION_LICENCE_NAME, url: parsed.data.PUBLICATION_LICENCE_URL }
}
