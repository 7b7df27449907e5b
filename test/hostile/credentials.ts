import { generateKeyPairSync } from "node:crypto"
import { exportJWK, SignJWT, UnsecuredJWT } from "jose"
import { describe, expect, test } from "vitest"
import { anotherAddress, claimsOf, post, type Target } from "./target.ts"

const QUESTION = { query: "{ viewer { role } }" }

/** The attacker's own key. */
const foreign = generateKeyPairSync("ec", { namedCurve: "P-256" })

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** Tokens of which each is wrong in one way. */
const BAD_TOKENS: Record<string, (target: Target) => Promise<string> | string> = {
  "expired an hour ago": (target) =>
    target.issuer.sign(claimsOf(target, "AUDITOR", { exp: Math.floor(Date.now() / 1000) - 3_600 })),
  "expired longer ago than clocks may differ": (target) =>
    target.issuer.sign(claimsOf(target, "AUDITOR", { exp: Math.floor(Date.now() / 1000) - 61 })),
  "without an end": (target) => target.issuer.sign(claimsOf(target, "AUDITOR", { exp: undefined })),
  "good from tomorrow on": (target) =>
    target.issuer.sign(claimsOf(target, "AUDITOR", { nbf: Math.floor(Date.now() / 1000) + 86_400 })),
  "for another audience": (target) => target.issuer.sign(claimsOf(target, "AUDITOR", { aud: "another-api" })),
  "for the sign-in, not the API": (target) =>
    target.issuer.sign(claimsOf(target, "AUDITOR", { aud: "plan43" })),
  "of another issuer": (target) =>
    target.issuer.sign(claimsOf(target, "AUDITOR", { iss: "https://issuer.example" })),
  "of nobody": (target) => target.issuer.sign(claimsOf(target, "AUDITOR", { sub: "" })),
  "with alg none": (target) => new UnsecuredJWT(claimsOf(target, "AUDITOR")).encode(),
  "signed with the public key as if it were a secret": async (target) =>
    new SignJWT(claimsOf(target, "AUDITOR"))
      .setProtectedHeader({ alg: "HS256", kid: "the-issuers-key" })
      .sign(Buffer.from(JSON.stringify(target.issuer.publicKey))),
  "signed with a foreign key": (target) =>
    new SignJWT(claimsOf(target, "AUDITOR"))
      .setProtectedHeader({ alg: "ES256", kid: "the-issuers-key" })
      .sign(foreign.privateKey),
  "that brings its own key": async (target) =>
    new SignJWT(claimsOf(target, "AUDITOR"))
      .setProtectedHeader({
        alg: "ES256",
        kid: "the-issuers-key",
        jwk: await exportJWK(foreign.publicKey),
        jku: "http://127.0.0.1:1/jwks",
      })
      .sign(foreign.privateKey),
  "whose payload was changed": async (target) => {
    const [header, payload, signature] = (await target.issuer.sign(claimsOf(target, "FINANCE"))).split(".")
    const claims = JSON.parse(Buffer.from(payload ?? "", "base64url").toString())
    const changed = Buffer.from(JSON.stringify({ ...claims, role: "AUDITOR" })).toString("base64url")
    return [header, changed, signature].join(".")
  },
  "without a signature": async (target) =>
    `${(await target.issuer.sign(claimsOf(target, "AUDITOR"))).split(".").slice(0, 2).join(".")}.`,
  "that claims to be the gateway's own": (target) =>
    new SignJWT({ ...claimsOf(target, "AUDITOR"), iss: target.system.url, client_id: "sys-000000000000" })
      .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: "1" })
      .sign(foreign.privateKey),
  "that is no JWT": () => "eyJ.eyJ.x",
  "that is longer than any": () => `${"a".repeat(5_000)}.${"b".repeat(5_000)}.c`,
}

/** Proofs of identity that are none. */
export function credentialAttacks(target: () => Target): void {
  test("a good token is taken, so that what follows shows something", async () => {
    const token = await target().issuer.sign(claimsOf(target(), "AUDITOR"))
    expect(JSON.parse((await post(target(), "a good token", QUESTION, bearer(token))).text)).toEqual({
      data: { viewer: { role: "AUDITOR" } },
    })
  })

  describe("a token is refused", () => {
    test.each(Object.entries(BAD_TOKENS))("%s", async (what, make) => {
      const answer = await post(target(), `token ${what}`, QUESTION, bearer(await make(target())))
      expect(answer.status).toBe(401)
      expect(answer.code).toBe(what.startsWith("expired") ? "TOKEN_EXPIRED" : "TOKEN_INVALID")
      expect(answer.headers.get("www-authenticate")).toContain("Bearer")
      expect(answer.text).not.toContain("viewer")
    })

    test("again and again: then no more are looked at", async () => {
      const headers = { ...bearer("a.b.c"), "x-forwarded-for": anotherAddress() }
      const statuses = new Set<number>()
      for (let count = 0; count < 80; count++)
        statuses.add((await post(target(), "80 bad tokens from one address", QUESTION, headers)).status)
      expect([...statuses]).toEqual([401, 429])
    })
  })

  describe("a secret of a system", () => {
    const askToken = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      target().ledger.ask("guesses at /oauth/token", `${target().system.url}/oauth/token`, {
        method: "POST",
        headers: { "x-forwarded-for": anotherAddress(), ...headers },
        body: new URLSearchParams({ grant_type: "client_credentials", ...fields }),
      })

    test.each([
      { client_id: "sys-000000000000", client_secret: "p43_guessed" },
      { client_id: "' OR '1'='1", client_secret: "' OR '1'='1" },
      { client_id: "sys-000000000000'; DROP TABLE api_client; --", client_secret: "x" },
      { client_id: "sys-000000000000", client_secret: "" },
    ])("that is guessed gives no token: %j", async (fields) => {
      const { status, text } = await askToken(fields)
      expect([status, JSON.parse(text).error]).toEqual([401, "invalid_client"])
    })

    test("guessed from one address again and again is refused before it is looked at", async () => {
      const headers = { "x-forwarded-for": anotherAddress() }
      const statuses = new Set<number>()
      for (let count = 0; count < 140; count++)
        statuses.add(
          (await askToken({ client_id: "sys-000000000000", client_secret: "p43_x" }, headers)).status,
        )
      expect([...statuses]).toEqual([401, 429])
    })
  })
}
