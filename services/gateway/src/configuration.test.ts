import { describe, expect, test } from "vitest"
import { readConfiguration } from "./configuration.ts"

const GATEWAY_SECRET = "the secret of a gateway that is under test"
const signIn = {
  GATEWAY_SECRET,
  OIDC_ISSUER: "https://sso.hanoi.example",
  OIDC_CLIENT_ID: "plan43",
  OIDC_CLIENT_SECRET: "secret",
  DATABASE_URL: "postgresql://plan43_gateway:x@localhost/plan43",
  PUBLIC_ORIGIN: "https://plan43.hanoi.example",
}

describe("the gateway's environment", () => {
  test("lets nobody sign in where no issuer is named", () => {
    expect(readConfiguration({ GATEWAY_SECRET }).signIn).toBeNull()
  })

  test("names the issuer; the rest has defaults", () => {
    expect(readConfiguration(signIn)).toMatchObject({
      publicOrigin: "https://plan43.hanoi.example",
      signIn: {
        issuer: "https://sso.hanoi.example",
        scopes: "openid profile email",
        claims: { role: "role", agency: "agency" },
        audience: "plan43-api",
        idle: 1_800_000,
        longest: 36_000_000,
      },
    })
  })

  test.each(["DATABASE_URL", "PUBLIC_ORIGIN", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const)(
    "is not right with an issuer and without %s",
    (name) => {
      const { [name]: _without, ...rest } = signIn
      expect(() => readConfiguration(rest)).toThrow(`${name}: is needed where OIDC_ISSUER is set`)
    },
  )

  test.each(["http://sso.hanoi.example", "http://localhost.evil.example", "ftp://localhost"])(
    "is not right with an issuer that is asked without TLS: %s",
    (OIDC_ISSUER) => {
      expect(() => readConfiguration({ ...signIn, OIDC_ISSUER })).toThrow("OIDC_ISSUER")
    },
  )

  test.each(["http://localhost:4006", "http://127.0.0.1:4006"])(
    "may name one of this machine: %s",
    (issuer) => {
      expect(readConfiguration({ ...signIn, OIDC_ISSUER: issuer }).signIn?.issuer).toBe(issuer)
    },
  )

  test.each(["https://plan43.hanoi.example/", "https://plan43.hanoi.example/app"])(
    "is not right with a public origin that is none: %s",
    (PUBLIC_ORIGIN) => {
      expect(() => readConfiguration({ ...signIn, PUBLIC_ORIGIN })).toThrow("PUBLIC_ORIGIN")
    },
  )
})
