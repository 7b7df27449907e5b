import { jwtVerify } from "jose"
import { z } from "zod"
import type { EndedByIssuer } from "../session/session-store.ts"
import type { Clock } from "../time/clock.ts"
import type { Issuer } from "./issuer.ts"
import { SIGNATURE_ALGORITHMS } from "./signature-algorithms.ts"

const EVENT = "http://schemas.openid.net/event/backchannel-logout"

/** How old a logout token may be, and how far the issuer's clock may be from ours, in seconds. */
const LARGEST_AGE = 120
const CLOCK_SKEW = 30

const shape = z
  .object({
    sub: z.string().min(1).optional(),
    sid: z.string().min(1).optional(),
    jti: z.string().min(1),
    events: z.looseObject({ [EVENT]: z.looseObject({}) }),
    // An ID token, which has one, must not pass for a logout token
    nonce: z.never().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined)

/**
 * Reads what an issuer says when somebody signed out there. Source: OpenID Connect Back-Channel Logout 1.0, section 2.6.
 * A token that comes twice ends what has ended.
 * @throws Error when the token is not the issuer's, or no logout token for us
 */
export async function readLogoutToken(token: string, issuer: Issuer, now: Clock): Promise<EndedByIssuer> {
  const { keys } = await issuer.find()
  const { payload } = await jwtVerify(token, keys, {
    issuer: issuer.configuration.issuer,
    audience: issuer.configuration.clientId,
    algorithms: [...SIGNATURE_ALGORITHMS],
    requiredClaims: ["iat"],
    maxTokenAge: LARGEST_AGE,
    clockTolerance: CLOCK_SKEW,
    currentDate: new Date(now()),
  })
  const { sid, sub } = shape.parse(payload)
  return { issuer: issuer.configuration.issuer, issuerSession: sid ?? null, subject: sub ?? null }
}
