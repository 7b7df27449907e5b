import { randomUUID } from "node:crypto"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import {
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
} from "jose"

/** What the gateway is called at the issuer, and what it shows there. */
export const CLIENT = { id: "plan43", secret: "a secret between the gateway and this issuer" }

/** A small OpenID provider that signs whatever a test wants, and lets everybody in as whoever they say. */
export interface HostileIssuer {
  issuer: string
  /** The public key that it tells. */
  publicKey: JWK
  /** Signs with its own key, which the gateway believes. */
  sign(claims: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>
  /** The claims of who signs in next. */
  signInAs(claims: JWTPayload & { sub: string }): void
  stop(): Promise<void>
}

const ALG = "ES256"
const KID = "the-issuers-key"

export async function startHostileIssuer(): Promise<HostileIssuer> {
  const { privateKey, publicKey } = await generateKeyPair(ALG)
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid: KID, alg: ALG, use: "sig" }
  const nonces = new Map<string, string>()
  let person: JWTPayload & { sub: string } = { sub: "nobody" }

  const sign = (claims: JWTPayload, header: Partial<JWTHeaderParameters> = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg: ALG, kid: KID, ...header }).sign(privateKey)

  /** Sends the browser straight back: nobody is asked for a password. */
  function authorize(asked: URL, response: ServerResponse): void {
    const code = randomUUID()
    nonces.set(code, asked.searchParams.get("nonce") ?? "")
    const back = new URL(asked.searchParams.get("redirect_uri") ?? "")
    back.searchParams.set("code", code)
    back.searchParams.set("state", asked.searchParams.get("state") ?? "")
    response.writeHead(303, { location: back.href }).end()
  }

  async function tokens(request: IncomingMessage): Promise<object> {
    const form = new URLSearchParams(await text(request))
    const now = Math.floor(Date.now() / 1000)
    const nonce = nonces.get(form.get("code") ?? "") ?? ""
    const claims = { ...person, iss: issuer, aud: CLIENT.id, iat: now, exp: now + 300, nonce }
    return { access_token: "opaque", token_type: "Bearer", id_token: await sign(claims) }
  }

  const server = createServer(async (request, response) => {
    const asked = new URL(request.url ?? "/", issuer)
    if (asked.pathname === "/auth") return authorize(asked, response)
    const answers: Record<string, () => object | Promise<object>> = {
      "/.well-known/openid-configuration": () => ({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: [ALG],
        code_challenge_methods_supported: ["S256"],
      }),
      "/jwks": () => ({ keys: [jwk] }),
      "/token": () => tokens(request),
    }
    const answer = await answers[asked.pathname]?.()
    response.writeHead(answer ? 200 : 404, { "content-type": "application/json" }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    publicKey: jwk,
    sign,
    signInAs(claims) {
      person = claims
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
