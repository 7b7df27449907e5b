import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import type { GatewayConfiguration } from "../configuration.ts"
import { AddressList } from "../http/address-list.ts"
import { ask, type SmallGateway, startSmallGateway } from "../testing/small-gateway.ts"
import { startAgencies, startTasks } from "../testing/small-graph.ts"
import type { SmallSubgraph } from "../testing/small-subgraph.ts"
import { idOf } from "../trusted/trusted-documents.ts"
import { DEFAULT_LIMITS } from "./operation-limits.ts"
import { DEFAULT_RATES } from "./rates.ts"

describe("a gateway that faces strangers", () => {
  let tasks: SmallSubgraph
  let agencies: SmallSubgraph
  let gateway: SmallGateway
  let folder: string

  beforeAll(async () => {
    tasks = await startTasks()
    agencies = await startAgencies()
    folder = await mkdtemp(join(tmpdir(), "plan43-limits-"))
  })
  afterEach(() => gateway.stop())
  afterAll(async () => {
    await Promise.all([tasks.stop(), agencies.stop(), rm(folder, { recursive: true })])
  })

  async function start(overrides: Partial<GatewayConfiguration> = {}): Promise<void> {
    gateway = await startSmallGateway([tasks, agencies], overrides)
  }

  async function postRaw(body: unknown) {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    })
    return { status: response.status, text: await response.text() }
  }

  async function post(body: object, headers: Record<string, string> = {}) {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    })
    return { status: response.status, headers: response.headers, ...((await response.json()) as object) }
  }

  const refused = (status: number, extensions: object) => ({ status, errors: [{ extensions }] })

  describe("operations", () => {
    it("beyond a stranger's limits are refused with the limit and how far over it is", async () => {
      const limits = { ...DEFAULT_LIMITS, anonymous: { ...DEFAULT_LIMITS.anonymous, cost: 30, aliases: 2 } }
      await start({ limits })
      expect(await ask(gateway.url, "{ a: tasks { code } b: tasks { code } }")).toMatchObject({
        status: 200,
        data: { a: expect.anything() },
      })
      expect(await ask(gateway.url, "{ tasks { code leads { name } } }")).toMatchObject(
        refused(400, { code: "OPERATION_TOO_LARGE", reason: "TOO_COSTLY", limit: 30, actual: 60 }),
      )
      expect(
        await ask(gateway.url, "{ a: tasks { code } b: tasks { code } c: tasks { code } }"),
      ).toMatchObject(refused(400, { reason: "TOO_MANY_ALIASES", limit: 2, actual: 3 }))
      tasks.asked.length = 0
      await ask(gateway.url, "{ tasks { code leads { name } } }")
      expect(tasks.asked).toEqual([])
    })

    it("that take too long are given up, here and where they run", async () => {
      await start({ operationTimeout: 200 })
      let given = false
      tasks.interruptions.push((request) => request.socket.once("close", () => (given = true)))
      const started = performance.now()
      expect(await ask(gateway.url, "{ tasks { code } }")).toMatchObject(
        refused(503, { code: "OPERATION_TIMEOUT", limit: 200, requestId: expect.any(String) }),
      )
      expect(performance.now() - started).toBeLessThan(1_000)
      await new Promise((resolve) => setTimeout(resolve, 50))
      expect(given).toBe(true)
    })

    it("several in one request are none", async () => {
      await start()
      const batch = [{ query: "{ tasks { code } }" }, { query: "{ tasks { code } }" }]
      expect(await post(batch)).toMatchObject(refused(400, { code: "BAD_REQUEST" }))
    })

    it.each([
      { query: "{ tasks { code } }", variables: "x" },
      { query: "{ tasks { code } }", variables: [1] },
      { query: "{ tasks { code } }", operationName: 5 },
      { query: "{ tasks { code } }", operationName: { toString: 1 } },
      { query: "{ tasks { code } }", extensions: "x" },
      { query: "{ tasks { code } }", more: 1 },
      { query: "" },
      { query: ["{ tasks { code } }"] },
      { documentId: null },
      { query: "query ($n: Int!) { patience(milliseconds: $n) }", variables: { n: {} } },
    ])("of another shape are refused as that: %j", async (body) => {
      await start()
      const { status, text } = await postRaw(body)
      expect(status).toBe(400)
      expect(text).not.toContain("INTERNAL_SERVER_ERROR")
      expect(JSON.parse(text).errors).toHaveLength(1)
    })

    it("an error says nothing about how its answer is sent", async () => {
      await start()
      for (const query of [
        "{ nothing }",
        "{ task(code: 1, code: 2) { code } }",
        "{",
        "query ($n: Int!) { patience(milliseconds: $n) }",
      ]) {
        const { status, errors } = await ask(gateway.url, query)
        expect([query, status]).toEqual([query, 400])
        expect(JSON.stringify(errors)).not.toContain('"http"')
      }
    })
  })

  describe("where only known documents are answered to strangers", () => {
    const query = "query Tasks { tasks { code } }"

    async function startStrict(overrides: Partial<GatewayConfiguration> = {}): Promise<void> {
      const path = join(folder, "documents.json")
      await writeFile(path, JSON.stringify({ [idOf(query)]: query }))
      await start({ anonymousOperations: "trusted", trustedDocuments: [path], ...overrides })
    }

    it("these are asked by their id", async () => {
      await startStrict()
      expect(await post({ documentId: idOf(query), operationName: "Tasks" })).toMatchObject({
        status: 200,
        data: { tasks: [{ code: "1" }, { code: "2" }] },
      })
    })

    it("any other text is refused, even by GET, and so is an id that nobody knows", async () => {
      await startStrict()
      const notTrusted = refused(403, { code: "DOCUMENT_NOT_TRUSTED" })
      expect(await post({ query: "{ tasks { title } }" })).toMatchObject(notTrusted)
      expect(await post({ query })).toMatchObject(notTrusted)
      const get = await fetch(`${gateway.url}/graphql?query=${encodeURIComponent(query)}`, {
        headers: { "apollo-require-preflight": "1" },
      })
      expect(get.status).toBe(403)
      const unknown = refused(400, { code: "DOCUMENT_UNKNOWN" })
      expect(await post({ documentId: idOf("{ tasks { title } }") })).toMatchObject(unknown)
      expect(await post({ documentId: "__proto__" })).toMatchObject(unknown)
      expect(await post({ documentId: 43 })).toMatchObject(unknown)
      expect(await post({ documentId: idOf(query), query: "{ tasks { title } }" })).toMatchObject(
        refused(400, { code: "BAD_REQUEST" }),
      )
    })

    it("a known document keeps to the limits", async () => {
      await startStrict({
        limits: { ...DEFAULT_LIMITS, anonymous: { ...DEFAULT_LIMITS.anonymous, cost: 3 } },
      })
      expect(await post({ documentId: idOf(query) })).toMatchObject(
        refused(400, { reason: "TOO_COSTLY", limit: 3, actual: 10 }),
      )
    })
  })

  describe("the schema", () => {
    const questions = [
      "{ __schema { queryType { name } } }",
      '{ tasks { code } ...F } fragment F on Query { __type(name: "Task") { name } }',
    ]

    it("is told to nobody who is not signed in", async () => {
      await start()
      for (const question of questions)
        expect(await ask(gateway.url, question)).toMatchObject(
          refused(401, { code: "UNAUTHENTICATED", reason: "INTROSPECTION" }),
        )
    })

    it("nor guessed from what validation would suggest", async () => {
      await start()
      const { errors } = await ask(gateway.url, "{ task(code: 1) { titel } }")
      expect(errors?.[0]?.message).toBe('Cannot query field "titel" on type "Task".')
    })

    it("unless it is open to anyone", async () => {
      await start({ introspection: "anyone" })
      expect(await ask(gateway.url, questions[0] as string)).toMatchObject({
        data: { __schema: { queryType: { name: "Query" } } },
      })
      const { errors } = await ask(gateway.url, "{ task(code: 1) { titel } }")
      expect(errors?.[0]?.message).toContain("Did you mean")
    })

    it("a name that every object has is not about the schema", async () => {
      await start()
      expect(await ask(gateway.url, "{ __typename tasks { __typename } }")).toMatchObject({
        data: { __typename: "Query" },
      })
    })

    it("the explorer leads to where one signs in", async () => {
      await start()
      const headers = { accept: "text/html" }
      const response = await fetch(`${gateway.url}/graphql`, { headers, redirect: "manual" })
      expect([response.status, response.headers.get("location")]).toEqual([303, "/sign-in?returnTo=/graphql"])
    })
  })

  describe("rates", () => {
    const rates = { ...DEFAULT_RATES, anonymous: 3 }

    it("who asks too often is told when to ask again, and nothing is asked for him", async () => {
      await start({ rates })
      for (let count = 0; count < 3; count++)
        expect((await ask(gateway.url, "{ tasks { code } }")).status).toBe(200)
      tasks.asked.length = 0
      const answer = await ask(gateway.url, "{ tasks { code } }")
      expect(answer).toMatchObject(refused(429, { code: "RATE_LIMITED", limit: 3, over: 1, per: "MINUTE" }))
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0)
      expect(Number(answer.headers.get("retry-after"))).toBeLessThanOrEqual(60)
      expect(tasks.asked).toEqual([])
    })

    it("addresses beside the graph are counted, too; signing in on its own", async () => {
      await start({ rates: { ...rates, signIn: 1 } })
      const statusOf = async (path: string) =>
        (await fetch(`${gateway.url}${path}`, { redirect: "manual" })).status
      const statuses: number[] = []
      for (const path of ["/session", "/session", "/session", "/session", "/sign-in", "/sign-in"])
        statuses.push(await statusOf(path))
      expect(statuses).toEqual([200, 200, 200, 429, 303, 429])
    })

    it("health is not counted", async () => {
      await start({ rates })
      for (let count = 0; count < 5; count++) expect((await fetch(`${gateway.url}/health`)).status).toBe(200)
    })

    it("a header that anybody can write gives no new allowance; a trusted proxy's does", async () => {
      const asked = async () => {
        const statuses: number[] = []
        for (let count = 0; count < 5; count++) {
          const headers = { "x-forwarded-for": `198.51.100.${count}` }
          statuses.push((await ask(gateway.url, "{ tasks { code } }", { headers })).status)
        }
        return statuses
      }
      await start({ rates })
      expect(await asked()).toEqual([200, 200, 200, 429, 429])
      await gateway.stop()
      await start({ rates, trustedProxies: new AddressList(["127.0.0.1"]) })
      expect(await asked()).toEqual([200, 200, 200, 200, 200])
    })
  })

  describe("browsers", () => {
    const there = "https://so-tai-chinh.example"

    it("pages of other origins may read nothing", async () => {
      await start()
      const { headers } = await ask(gateway.url, "{ tasks { code } }", { headers: { origin: there } })
      expect(headers.get("access-control-allow-origin")).toBeNull()
      const preflight = await fetch(`${gateway.url}/graphql`, {
        method: "OPTIONS",
        headers: { origin: there },
      })
      expect(preflight.status).toBe(405)
    })

    it("unless their origin is on the list; cookies are not for them even so", async () => {
      await start({ allowedOrigins: [there] })
      const { headers } = await ask(gateway.url, "{ tasks { code } }", { headers: { origin: there } })
      expect(headers.get("access-control-allow-origin")).toBe(there)
      expect(headers.get("access-control-allow-credentials")).toBeNull()
      const preflight = await fetch(`${gateway.url}/graphql`, {
        method: "OPTIONS",
        headers: { origin: there },
      })
      expect([preflight.status, preflight.headers.get("access-control-allow-headers")]).toEqual([
        204,
        "authorization, content-type, x-request-id",
      ])
      const other = await ask(gateway.url, "{ tasks { code } }", {
        headers: { origin: "https://evil.example" },
      })
      expect(other.headers.get("access-control-allow-origin")).toBeNull()
    })

    it("are told to come by https only, where they come so", async () => {
      await start({ publicOrigin: "https://plan43.example" })
      const { headers } = await fetch(`${gateway.url}/health`)
      expect(headers.get("strict-transport-security")).toBe("max-age=31536000")
      await gateway.stop()
      await start({ publicOrigin: "http://localhost:4000" })
      expect((await fetch(`${gateway.url}/health`)).headers.get("strict-transport-security")).toBeNull()
    })
  })
})
