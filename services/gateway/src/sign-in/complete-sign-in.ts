import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  type Configuration,
  fetchUserInfo,
} from "openid-client"
import type { SignedIn } from "../session/sessions.ts"
import { type Claims, personFrom } from "./claimed-person.ts"
import { type Issuer, IssuerUnreachable } from "./issuer.ts"
import type { SignInAttempt } from "./sign-in-attempt.ts"
import { SignInFailed } from "./sign-in-failed.ts"

/**
 * Makes of the issuer's answer a person who is signed in.
 * @param answer the address that the browser came back to
 * @throws SignInFailed
 */
export async function completeSignIn(issuer: Issuer, attempt: SignInAttempt, answer: URL): Promise<SignedIn> {
  try {
    const { client } = await issuer.find()
    const tokens = await authorizationCodeGrant(client, answer, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.codeVerifier,
      idTokenExpected: true,
    })
    const idClaims = tokens.claims() as Claims & { sub: string }
    const claims = { ...(await moreClaims(client, tokens.access_token, idClaims.sub)), ...idClaims }
    const { issuer: name, claims: names } = issuer.configuration
    return {
      person: personFrom(claims, name, names),
      issuerSession: typeof idClaims.sid === "string" ? idClaims.sid : null,
      idToken: tokens.id_token as string,
    }
  } catch (error) {
    throw new SignInFailed(failureOf(error), { cause: error })
  }
}

/** Many issuers say of a person in the ID token only who it is, the rest when they are asked for it. */
async function moreClaims(client: Configuration, accessToken: string, subject: string): Promise<Claims> {
  if (client.serverMetadata().userinfo_endpoint === undefined) return {}
  return fetchUserInfo(client, accessToken, subject)
}

function failureOf(error: unknown): SignInFailed["failure"] {
  if (error instanceof IssuerUnreachable) return "ISSUER_UNREACHABLE"
  if (error instanceof AuthorizationResponseError) return "REFUSED_BY_ISSUER"
  return isOfTheNetwork(error) ? "ISSUER_UNREACHABLE" : "ANSWER_INVALID"
}

/** What fetch throws where nobody answers, or not in time; openid-client wraps the latter. */
function isOfTheNetwork(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ("code" in error && error.code === "OAUTH_TIMEOUT") return true
  return (error instanceof TypeError && error.message === "fetch failed") || isOfTheNetwork(error.cause)
}
