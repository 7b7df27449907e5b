import type { JWTPayload } from "jose"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type SmallIssuer, startSmallIssuer } from "../testing/small-issuer.ts"
import { Issuer } from "./issuer.ts"
import { readLogoutToken } from "./logout-token.ts"

const EVENT = "http://schemas.openid.net/event/backchannel-logout"

let small: SmallIssuer
let issuer: Issuer
beforeAll(async () => {
  small = await startSmallIssuer()
  issuer = new Issuer(
    {
      issuer: small.issuer,
      clientId: "plan43",
      clientSecret: "secret",
      scopes: "openid",
      claims: { role: "role", agency: "agency" },
      audience: "plan43-api",
      idle: 1,
      longest: 1,
    },
    Date.now,
  )
})
afterAll(() => small.stop())

const seconds = () => Math.floor(Date.now() / 1000)
const read = async (changes: JWTPayload) =>
  readLogoutToken(
    await small.sign({
      iss: small.issuer,
      aud: "plan43",
      iat: seconds(),
      jti: "1",
      sub: "ngan",
      sid: "session-1",
      events: { [EVENT]: {} },
      ...changes,
    }),
    issuer,
    Date.now,
  )

test.each([
  [{}, { issuerSession: "session-1", subject: "ngan" }],
  [{ sub: undefined }, { issuerSession: "session-1", subject: null }],
  [{ sid: undefined }, { issuerSession: null, subject: "ngan" }],
])("the issuer says whose sessions end: %j", async (changes, whose) => {
  expect(await read(changes)).toEqual({ issuer: small.issuer, ...whose })
})

test.each<[string, JWTPayload]>([
  ["is for another application", { aud: "other" }],
  ["is of another issuer", { iss: "https://evil.example" }],
  ["is older than two minutes", { iat: seconds() - 200 }],
  ["comes from tomorrow", { iat: seconds() + 86_400 }],
  ["has no time", { iat: undefined }],
  ["has no name of its own", { jti: undefined }],
  ["names neither person nor session", { sub: undefined, sid: undefined }],
  ["says nothing of a sign-out, as an ID token", { events: undefined }],
  ["says something else", { events: { "https://issuer.example/password-changed": {} } }],
  ["was made to sign somebody in", { nonce: "nonce" }],
])("a token ends nothing that %s", async (_what, changes) => {
  await expect(read(changes)).rejects.toThrow()
})
