import { spawn } from "node:child_process"
import { once } from "node:events"
import { type AddressInfo, createServer } from "node:net"
import { fileURLToPath } from "node:url"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "./account/demo-accounts.ts"
import { readConfiguration } from "./configuration.ts"
import { type RunningIdentityProvider, startIdentityProvider } from "./identity-provider.ts"

const APPLICATION = "http://localhost:1"
/** The verifier that belongs to the challenge; source: RFC 7636, appendix B. */
const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

let database: TestDatabase
let issuer: string
let environment: Record<string, string>
let running: RunningIdentityProvider

beforeAll(async () => {
  database = await createTestDatabase()
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, "close")
  issuer = `http://localhost:${port}`
  environment = {
    PORT: String(port),
    DATABASE_URL: database.urls.identity,
    ISSUER: issuer,
    CLIENT_ID: "plan43",
    CLIENT_SECRET: "a secret of the application under test",
    REDIRECT_URI: `${APPLICATION}/sign-in/callback`,
    POST_LOGOUT_URI: `${APPLICATION}/`,
    BACKCHANNEL_LOGOUT_URI: `${APPLICATION}/sign-in/back-channel-logout`,
    LOG_LEVEL: "silent",
  }
  running = await startIdentityProvider(readConfiguration(environment))
})
afterAll(async () => {
  await running.stop()
  await database.drop()
})

function authorizationUrl(changes: Record<string, string> = {}): string {
  const parameters = {
    client_id: "plan43",
    response_type: "code",
    redirect_uri: `${APPLICATION}/sign-in/callback`,
    scope: "openid profile email",
    code_challenge: CHALLENGE,
    code_challenge_method: "S256",
    state: "state",
    ...changes,
  }
  return `${issuer}/auth?${new URLSearchParams(parameters)}`
}

/** Opens the sign-in page. @returns its address, the page, and what the browser would send with the form */
async function openPage() {
  const asked = await fetch(authorizationUrl(), { redirect: "manual" })
  const cookie = asked.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ")
  const url = new URL(asked.headers.get("location") as string, issuer).href
  return { url, cookie, page: await fetch(url, { headers: { cookie } }) }
}

async function submit(fields: Record<string, string>) {
  const { url, cookie } = await openPage()
  return fetch(url, {
    method: "POST",
    headers: { cookie },
    body: new URLSearchParams(fields),
    redirect: "manual",
  })
}

describe("the sign-in page", () => {
  test("names every account and the password, in Vietnamese, without any script", async () => {
    const { page } = await openPage()
    const text = await page.text()
    expect(text).toContain('<html lang="vi">')
    for (const { id } of DEMO_ACCOUNTS) expect(text).toContain(`<a href="?account=${id}">${id}</a>`)
    expect(text).toContain(DEMO_PASSWORD)
    expect(text).not.toMatch(/<script| on\w+=/)
    const policy = page.headers.get("content-security-policy")
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`form-action 'self' ${APPLICATION};`)
  })

  test("keeps text that looks like a page as text", async () => {
    const { url, cookie } = await openPage()
    const page = await fetch(`${url}?account=${encodeURIComponent('"><script>x</script>')}`, {
      headers: { cookie },
    })
    expect(await page.text()).toContain('value="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"')
  })

  test("is shown to nobody without an application's request", async () => {
    const page = await fetch(`${issuer}/interaction/unknown`)
    expect([page.status, await page.text()]).toEqual([400, expect.stringContaining("session_not_found")])
  })
})

describe("an account", () => {
  test.each(DEMO_ACCOUNTS.map(({ id }) => id))("%s gets in with the password", async (account) => {
    const answer = await submit({ account, password: DEMO_PASSWORD })
    expect([answer.status, answer.headers.get("location")]).toEqual([303, expect.stringMatching(/\/auth\//)])
  })

  test.each([
    { account: "dieu-phoi", password: "sai" },
    { account: "dieu-phoi", password: "" },
    { account: "khong-co", password: DEMO_PASSWORD },
    { account: "", password: DEMO_PASSWORD },
  ])("does not with %o", async (fields) => {
    const answer = await submit(fields)
    expect([answer.status, answer.headers.get("location")]).toEqual([401, null])
    expect(await answer.text()).toContain('role="alert"')
  })

  test("tried in vain is in the history, by its name or, where that may be a password, by none", async () => {
    const client = new pg.Client({ connectionString: database.urls.access })
    await client.connect()
    const history = async () => {
      const { rows } = await client.query(
        `select actor_kind, address, action, entity_id, reason from identity.audit_entry order by id desc limit 1`,
      )
      return rows[0]
    }
    try {
      await submit({ account: " Thanh-Tra", password: "sai" })
      const tried = { actor_kind: "ANONYMOUS", action: "sign-in.failed", reason: "WRONG_PASSWORD" }
      expect(await history()).toMatchObject({ ...tried, entity_id: "thanh-tra" })
      expect((await history()).address).toMatch(/127\.0\.0\.1|::1/)
      await submit({ account: DEMO_PASSWORD, password: "thanh-tra" })
      expect(await history()).toMatchObject({ ...tried, entity_id: "unknown" })
    } finally {
      await client.end()
    }
  })

  test("of every role is there, and one without", () => {
    expect(new Set(DEMO_ACCOUNTS.map(({ role }) => role)).size).toBe(8)
  })
})

test("a form that is larger than any of ours is not read", async () => {
  expect((await submit({ account: "a".repeat(10_000), password: DEMO_PASSWORD })).status).toBe(413)
})

describe("an application's request is refused", () => {
  test("without PKCE", async () => {
    const answer = await fetch(authorizationUrl({ code_challenge: "", code_challenge_method: "" }), {
      redirect: "manual",
    })
    const back = new URL(answer.headers.get("location") as string)
    expect([back.origin, back.searchParams.get("error")]).toEqual([APPLICATION, "invalid_request"])
  })

  test("when it would lead people elsewhere", async () => {
    const answer = await fetch(authorizationUrl({ redirect_uri: "https://evil.example/" }), {
      redirect: "manual",
      headers: { accept: "text/html" },
    })
    expect([answer.status, answer.headers.get("location")]).toEqual([400, null])
    expect(await answer.text()).toContain("invalid_redirect_uri")
  })
})

test("the keys are the same after a restart, and the public ones are all that is told", async () => {
  const keys = async () => (await (await fetch(`${issuer}/jwks`)).json()) as { keys: object[] }
  const before = await keys()
  await running.stop()
  running = await startIdentityProvider(readConfiguration(environment))
  expect(await keys()).toEqual(before)
  expect(Object.keys(before.keys[0] ?? {}).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x", "y"])
})

test("what it remembers of people's requests is in its own schema", async () => {
  await openPage()
  const client = new pg.Client({ connectionString: database.urls.identity })
  await client.connect()
  const { rows } = await client.query(
    "select count(*)::int as count from provider_record where expires_at > now()",
  )
  await client.end()
  expect(rows[0].count).toBeGreaterThan(0)
})

test("in production it does not start", async () => {
  const source = ["--conditions=plan43-source", "--import", "@oxc-node/core/register"]
  const child = spawn(process.execPath, [...source, fileURLToPath(new URL("./main.ts", import.meta.url))], {
    env: { PATH: process.env.PATH, ...environment, PORT: "0", NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "pipe"],
  })
  let said = ""
  child.stderr.on("data", (chunk) => {
    said += chunk
  })
  const [code] = await once(child, "close")
  expect(code).toBe(1)
  expect(said).toMatch(/^identity: NODE_ENV: .*does not run in production/)
})
