import { randomBytes } from "node:crypto"
import { describe, expect, test } from "vitest"
import { SmallBrowser } from "../../services/gateway/src/testing/small-browser.ts"
import type { Target } from "./target.ts"

const COOKIE = "plan43_session"

interface SessionState {
  signedIn: boolean
  person: { id: string } | null
}

/** Attacks on who is signed in with a browser. */
export function sessionAttacks(target: () => Target): void {
  async function signIn(browser: SmallBrowser, sub: string, role = "COORDINATOR"): Promise<string> {
    target().issuer.signInAs({ sub, name: sub, role })
    await browser.go(`${target().system.url}/sign-in?returnTo=/`)
    return browser.cookies.get(COOKIE) ?? ""
  }

  async function stateOf(browser: SmallBrowser): Promise<SessionState> {
    return (await browser.ask(`${target().system.url}/session`)).json() as Promise<SessionState>
  }

  function askGraph(browser: SmallBrowser, headers: Record<string, string>) {
    return browser.ask(`${target().system.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query: "{ viewer { role } }" }),
    })
  }

  test("a person signs in, so that what follows shows something", async () => {
    const browser = new SmallBrowser()
    expect(await signIn(browser, "victim")).toMatch(/^[\w-]{43,}$/)
    expect(await stateOf(browser)).toMatchObject({ signedIn: true, person: { id: "victim" } })
    expect(await (await askGraph(browser, { "sec-fetch-site": "same-origin" })).json()).toEqual({
      data: { viewer: { role: "COORDINATOR" } },
    })
  })

  describe("a session that somebody planted", () => {
    test("made up, is not the one that the victim gets", async () => {
      const planted = randomBytes(32).toString("base64url")
      const victim = new SmallBrowser()
      victim.setCookie(COOKIE, planted)
      expect(await signIn(victim, "victim")).not.toBe(planted)
      const attacker = new SmallBrowser()
      attacker.setCookie(COOKIE, planted)
      expect(await stateOf(attacker)).toMatchObject({ signedIn: false, person: null })
    })

    test("the attacker's own, ends when the victim signs in and never becomes hers", async () => {
      const attacker = new SmallBrowser()
      const planted = await signIn(attacker, "attacker", "AUDITOR")
      const victim = new SmallBrowser()
      victim.setCookie(COOKIE, planted)
      expect(await signIn(victim, "victim")).not.toBe(planted)
      expect(await stateOf(victim)).toMatchObject({ person: { id: "victim" } })
      expect(await stateOf(attacker)).toMatchObject({ signedIn: false })
    })
  })

  test("the attacker's sign-in, finished in the victim's browser, signs nobody in", async () => {
    const { system, issuer } = target()
    issuer.signInAs({ sub: "attacker", role: "COORDINATOR" })
    const attacker = new SmallBrowser()
    const toIssuer = await attacker.ask(`${system.url}/sign-in`)
    const back = await attacker.ask(toIssuer.headers.get("location") ?? "")
    const victim = new SmallBrowser()
    const answer = await victim.ask(back.headers.get("location") ?? "")
    expect(answer.headers.get("location")).toContain("sign-in=failed")
    expect(victim.cookies.get(COOKIE)).toBeUndefined()
  })

  describe("a signed-in browser", () => {
    test("is not used by another site's page", async () => {
      const browser = new SmallBrowser()
      await signIn(browser, "victim")
      for (const headers of [
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "same-site" },
        { origin: "https://evil.example" },
        { origin: "null" },
      ] as Record<string, string>[]) {
        const answer = await askGraph(browser, headers)
        expect(answer.status).toBe(403)
        const signOut = await browser.ask(`${target().system.url}/sign-out`, { method: "POST", headers })
        expect(signOut.status).toBe(403)
      }
      expect(await stateOf(browser)).toMatchObject({ signedIn: true })
    })

    test("keeps its session where no script reads it", async () => {
      const { system, issuer } = target()
      issuer.signInAs({ sub: "victim", role: "COORDINATOR" })
      const browser = new SmallBrowser()
      const toIssuer = await browser.ask(`${system.url}/sign-in`)
      const back = await browser.ask(toIssuer.headers.get("location") ?? "")
      const signedIn = await browser.ask(back.headers.get("location") ?? "")
      const line = signedIn.headers.getSetCookie().find((each) => each.startsWith(COOKIE))
      expect(line).toMatch(/; HttpOnly/)
      expect(line).toMatch(/; SameSite=Lax/)
    })

    test("is sent nowhere else after signing in", async () => {
      const { system } = target()
      for (const returnTo of [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
      ]) {
        const browser = new SmallBrowser()
        target().issuer.signInAs({ sub: "victim", role: "COORDINATOR" })
        const { url } = await browser.go(`${system.url}/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
        expect(new URL(url).origin).toBe(system.url)
      }
    })
  })
}
