import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from "jose"

/** An issuer that only tells who it is and with which keys it signs; its tokens are made by whoever tests. */
export interface SmallIssuer {
  issuer: string
  /** Signs with the newest key. */
  sign(claims: JWTPayload): Promise<string>
  /** Signs with a further key from now on; the former one is told no longer. */
  rotate(): Promise<void>
  /** The keys that are told. */
  keys: JWK[]
  stop(): Promise<void>
}

export async function startSmallIssuer(): Promise<SmallIssuer> {
  const keys: JWK[] = []
  let privateKey: CryptoKey
  let count = 0
  const server = createServer((request, response) => {
    const body =
      request.url === "/jwks"
        ? { keys }
        : {
            issuer,
            jwks_uri: `${issuer}/jwks`,
            authorization_endpoint: `${issuer}/auth`,
            token_endpoint: `${issuer}/token`,
          }
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function rotate(): Promise<void> {
    const pair = await generateKeyPair("ES256")
    privateKey = pair.privateKey
    count += 1
    keys.splice(0, keys.length, { ...(await exportJWK(pair.publicKey)), kid: `key-${count}`, alg: "ES256" })
  }
  await rotate()
  return {
    issuer,
    keys,
    rotate,
    sign: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: "ES256", kid: `key-${count}` }).sign(privateKey),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
