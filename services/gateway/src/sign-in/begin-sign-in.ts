import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client"
import { type Issuer, IssuerUnreachable } from "./issuer.ts"
import type { SignInAttempt } from "./sign-in-attempt.ts"
import { SignInFailed } from "./sign-in-failed.ts"

/** Where the issuer sends people back to. */
export function callbackUrl(publicOrigin: string): string {
  return `${publicOrigin}/sign-in/callback`
}

/**
 * Makes an attempt to sign in.
 * @returns the attempt, to be kept by the browser, and the issuer's address to go to
 * @throws SignInFailed when the issuer does not answer
 */
export async function beginSignIn(
  issuer: Issuer,
  publicOrigin: string,
  returnPath: string,
): Promise<{ attempt: SignInAttempt; url: URL }> {
  const { client } = await issuer.find().catch((error) => {
    throw error instanceof IssuerUnreachable
      ? new SignInFailed("ISSUER_UNREACHABLE", { cause: error })
      : error
  })
  const attempt = {
    state: randomState(),
    nonce: randomNonce(),
    codeVerifier: randomPKCECodeVerifier(),
    returnPath,
  }
  const url = buildAuthorizationUrl(client, {
    redirect_uri: callbackUrl(publicOrigin),
    scope: issuer.configuration.scopes,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await calculatePKCECodeChallenge(attempt.codeVerifier),
    code_challenge_method: "S256",
  })
  return { attempt, url }
}
