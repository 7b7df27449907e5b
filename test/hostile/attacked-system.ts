import { randomBytes } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startSystem } from "../running-system.ts"
import { CLIENT, startHostileIssuer } from "./hostile-issuer.ts"
import { Ledger } from "./ledger.ts"
import { claimsOf, post, type Target } from "./target.ts"

/**
 * A whole system as strangers meet it, but that they may send texts of their own, so that limits have something to
 * refuse. Its issuer is ours, so that tokens can be wrong in one way and right in all others. This machine is a trusted
 * proxy, so that every attack can come from an address of its own. It runs while the tests of the file do.
 * @returns the system, once they run
 */
export function attackedSystem(): () => Target {
  let target: Target
  beforeAll(async () => {
    const gatewaySecret = randomBytes(32).toString("base64url")
    const issuer = await startHostileIssuer()
    const system = await startSystem({
      environment: {
        GATEWAY_SECRET: gatewaySecret,
        ANONYMOUS_OPERATIONS: "any",
        INTROSPECTION: "signed-in",
        LIMITS_ANONYMOUS: "",
        UNLIMITED_ADDRESSES: "",
        TRUSTED_PROXIES: "127.0.0.1,::1",
        RATE_PERSON: "0",
        OIDC_ISSUER: issuer.issuer,
        OIDC_CLIENT_ID: CLIENT.id,
        OIDC_CLIENT_SECRET: CLIENT.secret,
      },
    })
    target = { system, issuer, gatewaySecret, ledger: new Ledger(system.processes.gateway as number) }
  })
  afterAll(async () => {
    target?.ledger.print()
    await target?.system.stop()
    await target?.issuer.stop()
  })
  return () => target
}

/** What must hold once everything was tried. */
export function unharmed(attacked: () => Target): void {
  describe("after all of it", () => {
    test("the system answers as before", async () => {
      const { status } = await post(attacked(), "afterwards", {
        query: "{ tasks(first: 100) { totalCount } }",
      })
      expect(status).toBe(200)
      expect((await fetch(`${attacked().system.url}/ready`)).status).toBe(200)
    })

    test("no log holds a secret, a token or a session", async () => {
      const { system, issuer, gatewaySecret } = attacked()
      const token = await issuer.sign(claimsOf(attacked(), "AUDITOR"))
      await post(
        attacked(),
        "afterwards",
        { query: "{ viewer { role } }" },
        { authorization: `Bearer ${token}` },
      )
      const folder = join(system.dataDirectory, "logs")
      const logs = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"))
      expect(logs.join("").length).toBeGreaterThan(0)
      for (const log of logs) {
        expect(log).not.toContain(gatewaySecret)
        expect(log).not.toContain(CLIENT.secret)
        expect(log).not.toMatch(/eyJ[\w-]{10,}\.[\w-]+\.[\w-]+/)
        expect(log).not.toMatch(/plan43_session=[\w-]{10,}/)
        expect(log).not.toContain("p43_guessed")
      }
    })
  })
}
