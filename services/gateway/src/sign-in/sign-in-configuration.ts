import { z } from "zod"

const minutes = z.coerce.number().positive()

/** Over the open network an issuer is believed through TLS alone. */
const issuerUrl = z
  .url({ protocol: /^https?$/ })
  .refine(
    (url) => new URL(url).protocol === "https:" || isLoopback(new URL(url).hostname),
    "must be https, but on this machine",
  )

/** The variables that concern signing in. */
export const signInEnvironment = z.object({
  OIDC_ISSUER: issuerUrl.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_SCOPES: z.string().min(1).default("openid profile email"),
  OIDC_ROLE_CLAIM: z.string().min(1).default("role"),
  OIDC_AGENCY_CLAIM: z.string().min(1).default("agency"),
  API_AUDIENCE: z.string().min(1).default("plan43-api"),
  SESSION_IDLE_MINUTES: minutes.default(30),
  SESSION_HOURS: z.coerce.number().positive().default(10),
})

/** Whom people sign in with, and how long that holds. */
export interface SignInConfiguration {
  /** As it names itself in `iss`. */
  issuer: string
  clientId: string
  clientSecret: string
  /** What is asked for, e.g. "openid profile email". */
  scopes: string
  claims: ClaimNames
  /** What a bearer token must be made for. */
  audience: string
  /** How long a session may go unused, in milliseconds. */
  idle: number
  /** How long a session lasts at most, in milliseconds. */
  longest: number
}

/** Where in the issuer's claims a person's role and agency stand, e.g. "realm_access.roles". */
export interface ClaimNames {
  role: string
  agency: string
}

/** @returns null where no issuer is set */
export function readSignInConfiguration(env: z.infer<typeof signInEnvironment>): SignInConfiguration | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    scopes: env.OIDC_SCOPES,
    claims: { role: env.OIDC_ROLE_CLAIM, agency: env.OIDC_AGENCY_CLAIM },
    audience: env.API_AUDIENCE,
    idle: env.SESSION_IDLE_MINUTES * 60_000,
    longest: env.SESSION_HOURS * 3_600_000,
  }
}

/** Whether a name means this machine and no other. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname)
}
