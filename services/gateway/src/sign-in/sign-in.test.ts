import { readRequester } from "@plan43/authorization"
import { stableId } from "@plan43/published-rows/stable-id"
import pg from "pg"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { SmallBrowser } from "../testing/small-browser.ts"
import { assignments, startAgencies, startTasks } from "../testing/small-graph.ts"
import { type SmallSignIn, signIn, startSmallSignIn } from "../testing/small-sign-in.ts"
import type { SmallSubgraph } from "../testing/small-subgraph.ts"

const MINUTE = 60_000

let tasks: SmallSubgraph
let agencies: SmallSubgraph
let system: SmallSignIn
let database: pg.Client
let browser: SmallBrowser
/** How far the gateway's clock is ahead, in milliseconds. */
let ahead = 0

beforeAll(async () => {
  tasks = await startTasks()
  agencies = await startAgencies()
  system = await startSmallSignIn([tasks, agencies], () => Date.now() + ahead)
  await system.startIssuer()
  database = new pg.Client({
    connectionString: system.database.urls.gateway,
    application_name: "test",
  })
  await database.connect()
})
afterAll(async () => {
  await database.end()
  await system.stop()
  await Promise.all([tasks.stop(), agencies.stop()])
})
beforeEach(() => {
  ahead = 0
  browser = new SmallBrowser()
})

const sessionOf = async (someone = browser) => {
  const response = await someone.ask(`${system.origin}/session`)
  return { ...(await response.json()), header: response.headers.get("x-plan43-session") }
}
const askGraph = (someone = browser, headers: Record<string, string> = {}) =>
  someone.ask(`${system.origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query: "{ tasks { code } }" }),
  })
const historyOf = async (subject: string) => {
  const { rows } = await database.query(
    "select action, actor, actor_kind, actor_role, address, reason from audit_entry where entity_id = $1 order by id",
    [subject],
  )
  return rows
}

it("an issuer that answers later is found when somebody wants to sign in", async () => {
  await system.stopIssuer()
  const early = await browser.ask(`${system.origin}/sign-in`)
  expect(early.headers.get("location")).toBe(`${system.origin}/?sign-in=failed&reason=ISSUER_UNREACHABLE`)
  await system.startIssuer()
  expect((await browser.go(`${system.origin}/sign-in`)).url).toContain(`${system.issuer}/interaction/`)
})

it("whoever comes by another name of this machine goes on by its public one, and is sent there once", async () => {
  const other = system.origin.replace("localhost", "127.0.0.1")
  const sent = await browser.ask(`${other}/sign-in?returnTo=/nhiem-vu`)
  const location = `${system.origin}/sign-in?returnTo=%2Fnhiem-vu&moved=1`
  expect(sent.headers.get("location")).toBe(location)
  const hidden = await browser.ask(location.replace("localhost", "127.0.0.1"))
  expect(hidden.headers.get("location")).toContain(`${system.issuer}/auth?`)
})

describe("whoever signs in", () => {
  it("lands where they came from, and is known with role, agency and scopes", async () => {
    const { url } = await signIn(browser, system, "dieu-phoi", { returnTo: "/nhiem-vu?status=OVERDUE" })
    expect(url).toBe(`${system.origin}/nhiem-vu?status=OVERDUE`)
    expect(await sessionOf()).toEqual({
      signedIn: true,
      signInAvailable: true,
      person: {
        id: "dieu-phoi",
        name: "Điều phối viên (mẫu)",
        role: "COORDINATOR",
        agencyId: stableId("agency", "so-khcn"),
        scopes: expect.arrayContaining(["clients:write"]),
      },
      expiresAt: expect.stringMatching(/Z$/),
      header: null,
    })
  })

  it("is named to the subgraphs that are asked", async () => {
    await signIn(browser, system, "thu-truong")
    tasks.asked.length = 0
    expect((await askGraph()).status).toBe(200)
    const requester = readRequester(String(tasks.asked[0]?.headers["x-plan43-requester"]))
    expect(requester?.identity).toMatchObject({
      kind: "PERSON",
      id: "thu-truong",
      email: "thu-truong@plan43.example",
      role: "AGENCY_HEAD",
    })
    expect(requester?.address).toMatch(/127\.0\.0\.1|::1/)
  })

  it("stands in the history with role and address", async () => {
    await signIn(browser, system, "thanh-tra")
    expect(await historyOf("thanh-tra")).toEqual([
      {
        action: "sign-in.succeeded",
        actor: "thanh-tra",
        actor_kind: "PERSON",
        actor_role: "AUDITOR",
        address: expect.stringMatching(/127\.0\.0\.1|::1/),
        reason: null,
      },
    ])
  })

  it("has the role that the assignments say where the issuer claims none, and loses it with them", async () => {
    await signIn(browser, system, "chua-phan-cong")
    expect((await sessionOf()).person).toMatchObject({ role: null, scopes: [] })
    assignments.set("chua-phan-cong", { role: "FINANCE", agencyId: null })
    ahead = 31_000
    expect((await sessionOf()).person).toMatchObject({ role: "FINANCE" })
    assignments.delete("chua-phan-cong")
    ahead = 62_000
    expect((await sessionOf()).person).toMatchObject({ role: null, scopes: [] })
  })
})

describe("the session's cookie", () => {
  it("is out of scripts' reach and is not sent from other sites; only its hash is kept", async () => {
    const { url } = await browser.go(`${system.origin}/sign-in`)
    const sent = await browser.ask(url, {
      method: "POST",
      body: new URLSearchParams({ account: "tai-chinh", password: "plan43-demo" }),
    })
    const back = await browser.ask(sent.headers.get("location") as string)
    const done = await browser.ask(back.headers.get("location") as string)
    const line = done.headers.getSetCookie().find((cookie) => cookie.startsWith("plan43_session="))
    expect(line).toMatch(/^plan43_session=[\w-]{64}; Max-Age=36000; Path=\/; HttpOnly; SameSite=Lax$/)
    const id = browser.cookies.get("plan43_session")
    const { rows } = await database.query("select row_to_json(session)::text as text from session")
    expect(rows.length).toBeGreaterThan(0)
    for (const { text } of rows) expect(text).not.toContain(id)
  })

  it("is another one after signing in: one that somebody planted stays a stranger's", async () => {
    const planted = "x".repeat(64)
    browser.setCookie("plan43_session", planted)
    await signIn(browser, system, "lanh-dao")
    expect(browser.cookies.get("plan43_session")).not.toBe(planted)
    const attacker = new SmallBrowser()
    attacker.setCookie("plan43_session", planted)
    expect((await sessionOf(attacker)).signedIn).toBe(false)
  })

  it("ends with the next sign-in of the same browser", async () => {
    await signIn(browser, system, "lanh-dao")
    const former = new SmallBrowser()
    former.setCookie("plan43_session", browser.cookies.get("plan43_session") as string)
    expect((await sessionOf(former)).signedIn).toBe(true)
    await browser.go(`${system.origin}/sign-in`)
    expect((await sessionOf()).signedIn).toBe(true)
    expect(await sessionOf(former)).toMatchObject({ signedIn: false, header: "ended" })
  })
})

describe("nobody is signed in", () => {
  it("with a wrong password", async () => {
    const { url, response, text } = await signIn(browser, system, "dieu-phoi", { password: "sai" })
    expect([new URL(url).origin, response.status]).toEqual([system.issuer, 401])
    expect(text).toContain("Tài khoản hoặc mật khẩu không đúng")
    expect((await sessionOf()).signedIn).toBe(false)
  })

  it("who gives up at the issuer", async () => {
    const page = await browser.go(`${system.origin}/sign-in`)
    const { url } = await browser.submit(page.url, { do: "give-up" })
    expect(url).toBe(`${system.origin}/?sign-in=failed&reason=REFUSED_BY_ISSUER`)
    expect((await historyOf("unknown")).at(-1)).toMatchObject({
      action: "sign-in.failed",
      actor_kind: "ANONYMOUS",
      reason: "REFUSED_BY_ISSUER",
    })
  })

  it("by an answer that another browser's attempt brought", async () => {
    const page = await browser.go(`${system.origin}/sign-in`)
    const sent = await browser.ask(page.url, {
      method: "POST",
      body: new URLSearchParams({ account: "quan-tri", password: "plan43-demo" }),
    })
    const back = await browser.ask(sent.headers.get("location") as string)
    const callback = back.headers.get("location") as string
    expect(callback).toContain(`${system.origin}/sign-in/callback?code=`)

    const stranger = new SmallBrowser()
    expect((await stranger.go(callback)).url).toBe(`${system.origin}/?sign-in=failed&reason=ATTEMPT_LOST`)
    await stranger.go(`${system.origin}/sign-in`)
    expect((await stranger.go(callback)).url).toBe(`${system.origin}/?sign-in=failed&reason=ANSWER_INVALID`)
    expect((await sessionOf(stranger)).signedIn).toBe(false)
  })

  it.each([
    "//evil.example",
    "https://evil.example/",
    "/\\evil.example",
    "/.//evil.example",
    "/\t/evil.example",
  ])("and led elsewhere: %j", async (returnTo) => {
    const { url } = await signIn(browser, system, "thanh-tra", { returnTo })
    expect(new URL(url).origin).toBe(system.origin)
  })
})

describe("a session ends", () => {
  const expectEnded = async () => {
    tasks.asked.length = 0
    const answer = await askGraph()
    expect([answer.status, answer.headers.get("x-plan43-session")]).toEqual([200, "ended"])
    expect(readRequester(String(tasks.asked[0]?.headers["x-plan43-requester"]))?.identity).toBeNull()
    expect(await sessionOf()).toMatchObject({ signedIn: false, person: null, header: "ended" })
    expect(await sessionOf()).toMatchObject({ signedIn: false, header: null })
  }

  /** Asks in the session; use is written down behind the request's back, and what comes after has to find it there. */
  const useIt = async () => {
    const at = Date.now() + ahead
    expect((await askGraph()).headers.get("x-plan43-session")).toBeNull()
    await expect.poll(lastSeen, { timeout: 10_000 }).toBeGreaterThan(at - 2 * MINUTE)
  }
  const lastSeen = async () => {
    const { rows } = await database.query(
      "select last_seen_at from session where id_hash = sha256($1::bytea)",
      [Buffer.from(browser.cookies.get("plan43_session") as string)],
    )
    return rows[0].last_seen_at.getTime()
  }

  it("after half an hour without use", async () => {
    await signIn(browser, system, "tai-chinh")
    ahead = 20 * MINUTE
    await useIt()
    ahead = 45 * MINUTE
    await useIt()
    ahead = 76 * MINUTE
    await expectEnded()
  })

  it("after ten hours however much it is used", async () => {
    await signIn(browser, system, "tai-chinh")
    for (ahead = 0; ahead < 10 * 60 * MINUTE; ahead += 25 * MINUTE) await useIt()
    await expectEnded()
  })

  it("and looking who one is does not put that off", async () => {
    await signIn(browser, system, "tai-chinh")
    for (ahead = 0; ahead < 30 * MINUTE; ahead += 10 * MINUTE) expect((await sessionOf()).signedIn).toBe(true)
    ahead = 30 * MINUTE + 1_000
    await expectEnded()
  })

  it("when the person signs out, here and then at the issuer", async () => {
    await signIn(browser, system, "lanh-dao")
    const id = browser.cookies.get("plan43_session") as string
    const response = await browser.ask(`${system.origin}/sign-out`, { method: "POST" })
    const { redirectTo } = (await response.json()) as { redirectTo: string }
    expect(redirectTo).toContain(`${system.issuer}/session/end?`)
    expect(browser.cookies.has("plan43_session")).toBe(false)
    browser.setCookie("plan43_session", id)
    await expectEnded()

    const page = await browser.go(redirectTo)
    const [, xsrf] = /name="xsrf" value="([^"]+)"/.exec(page.text) ?? []
    const { url } = await browser.submit(`${system.issuer}/session/end/confirm`, {
      xsrf: String(xsrf),
      logout: "yes",
    })
    expect(url).toBe(`${system.origin}/`)
    expect((await browser.go(`${system.origin}/sign-in`)).url).toContain("/interaction/")
    expect((await historyOf("lanh-dao")).at(-1)).toMatchObject({ action: "sign-out", actor: "lanh-dao" })
  })

  it("when the person signs out at the issuer, wherever that is", async () => {
    await signIn(browser, system, "thanh-tra")
    const page = await browser.go(`${system.issuer}/session/end`)
    const [, xsrf] = /name="xsrf" value="([^"]+)"/.exec(page.text) ?? []
    await browser.submit(`${system.issuer}/session/end/confirm`, { xsrf: String(xsrf), logout: "yes" })
    await expectEnded()
    expect((await historyOf("thanh-tra")).at(-1)).toMatchObject({
      action: "sign-out",
      reason: "ended at the issuer",
    })
  })

  it("not because somebody says so who is not the issuer", async () => {
    await signIn(browser, system, "thanh-tra")
    const forged = [
      { alg: "none", typ: "logout+jwt" },
      { iss: system.issuer, aud: "plan43", sub: "thanh-tra", jti: "1", iat: Math.floor(Date.now() / 1000) },
      "",
    ].map((part) => (part === "" ? "" : Buffer.from(JSON.stringify(part)).toString("base64url")))
    for (const logout_token of [forged.join("."), "", "a.b.c"]) {
      const answer = await fetch(`${system.origin}/sign-in/back-channel-logout`, {
        method: "POST",
        body: new URLSearchParams({ logout_token }),
      })
      expect([answer.status, await answer.json()]).toEqual([400, { error: "invalid_request" }])
    }
    expect((await sessionOf()).signedIn).toBe(true)
  })
})

describe("another site's page", () => {
  const headers: Record<string, string>[] = [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://evil.example" },
    { origin: "null" },
  ]
  it.each(headers)("can neither ask nor sign out with a person's session: %j", async (from) => {
    await signIn(browser, system, "tai-chinh")
    const asked = await askGraph(browser, from)
    expect(asked.status).toBe(403)
    expect(await asked.json()).toMatchObject({ errors: [{ extensions: { code: "CROSS_SITE_REQUEST" } }] })
    const out = await browser.ask(`${system.origin}/sign-out`, { method: "POST", headers: from })
    expect(out.status).toBe(403)
    expect((await askGraph(browser, { "sec-fetch-site": "same-origin" })).status).toBe(200)
  })
})

it("while sessions cannot be read, nobody becomes a stranger by that, and strangers are answered", async () => {
  await signIn(browser, system, "dieu-phoi")
  ahead = 16_000
  const name = new URL(system.database.adminUrl).pathname.slice(1)
  const server = new pg.Client({
    connectionString: Object.assign(new URL(system.database.adminUrl), { pathname: "/postgres" }).href,
  })
  await server.connect()
  try {
    await server.query(`alter database ${name} with allow_connections false`)
    await server.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name <> 'test'",
      [name],
    )
    const refused = await askGraph()
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"])
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: "SESSIONS_UNAVAILABLE" } }] })
    expect((await askGraph(new SmallBrowser())).status).toBe(200)
  } finally {
    await server.query(`alter database ${name} with allow_connections true`)
    await server.end()
  }
  expect((await sessionOf()).signedIn).toBe(true)
})
