import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { ask, type SmallGateway, startSmallGateway } from "../testing/small-gateway.ts"
import { startAgencies, startTasks } from "../testing/small-graph.ts"
import type { SmallSubgraph } from "../testing/small-subgraph.ts"

const JSON_TYPE = { "content-type": "application/json" }

describe("the gateway over HTTP", () => {
  let tasks: SmallSubgraph
  let agencies: SmallSubgraph
  let gateway: SmallGateway

  beforeAll(async () => {
    tasks = await startTasks()
    agencies = await startAgencies()
    gateway = await startSmallGateway([tasks, agencies], { maxBodyBytes: 10_000 })
  })
  afterAll(async () => {
    await gateway.stop()
    await Promise.all([tasks.stop(), agencies.stop()])
  })

  const post = (body: BodyInit, headers: Record<string, string> = JSON_TYPE) =>
    fetch(`${gateway.url}/graphql`, { method: "POST", body, headers })
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${gateway.url}${path}`, { headers })
  const codeOf = async (response: Response) =>
    ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code

  it("answers across subgraphs, there and back", async () => {
    const { data, errors } = await ask(
      gateway.url,
      `{ task(code: "1") { title leads { name ledTasks { code leads { shortName } } } } }`,
    )
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      task: {
        title: "Triển khai Nghị quyết",
        leads: [
          {
            name: "Sở Khoa học và Công nghệ",
            ledTasks: [
              { code: "1", leads: [{ shortName: "Sở KH&CN" }] },
              { code: "2", leads: [{ shortName: "Sở KH&CN" }, { shortName: null }] },
            ],
          },
        ],
      },
    })
  })

  it("identical queries that run at the same time are asked once", async () => {
    tasks.asked.length = 0
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ask(gateway.url, "{ patience(milliseconds: 100) }")),
    )
    expect(answers.map(({ data }) => data)).toEqual(Array(5).fill({ patience: "xong" }))
    expect(tasks.asked).toHaveLength(1)
  })

  it("but not those of different people", async () => {
    tasks.asked.length = 0
    await Promise.all(
      ["a", "b"].map((token) =>
        ask(gateway.url, "{ patience(milliseconds: 100) }", {
          headers: { cookie: `plan43_session=${token}` },
        }),
      ),
    )
    expect(tasks.asked).toHaveLength(2)
  })

  it("refuses an operation that is too large, and says what is too much", async () => {
    const doubling = Array.from(
      { length: 12 },
      (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
    )
    const query = `{ ...F0 } ${doubling.join(" ")} fragment F12 on Query { tasks { code } }`
    const { status, errors } = await ask(gateway.url, query)
    expect(status).toBe(400)
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining("Thao tác quá lớn"),
      extensions: { code: "OPERATION_TOO_LARGE", reason: "TOO_MANY_FIELDS", requestId: expect.any(String) },
    })
  })

  describe("request ids", () => {
    it("a sane one is kept, sent to the subgraphs and returned", async () => {
      tasks.asked.length = 0
      const { headers } = await ask(gateway.url, "{ tasks { code } }", {
        headers: { "x-request-id": "so-khcn-0001" },
      })
      expect(headers.get("x-request-id")).toBe("so-khcn-0001")
      expect(tasks.asked.map((asked) => asked.headers["x-request-id"])).toEqual(["so-khcn-0001"])
    })

    it("a strange one is replaced", async () => {
      const { headers } = await ask(gateway.url, "{ tasks { code } }", {
        headers: { "x-request-id": "a b<c>" },
      })
      expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/)
    })

    it("errors carry it", async () => {
      const { errors } = await ask(gateway.url, "{ nothing }", {
        headers: { "x-request-id": "so-khcn-0002" },
      })
      expect(errors).toMatchObject([
        { extensions: { code: "GRAPHQL_VALIDATION_FAILED", requestId: "so-khcn-0002" } },
      ])
    })
  })

  it("only what a subgraph needs reaches it", async () => {
    tasks.asked.length = 0
    await ask(gateway.url, "{ tasks { title } }", {
      headers: { cookie: "session=1", "x-forwarded-for": "10.0.0.1" },
    })
    expect(Object.keys(tasks.asked[0]?.headers ?? {}).sort()).toEqual([
      "accept",
      "connection",
      "content-length",
      "content-type",
      "host",
      "x-plan43-requester",
      "x-plan43-signature",
      "x-request-id",
    ])
  })

  describe("what cannot be read is refused with a code", () => {
    it("broken JSON", async () => {
      const response = await post("{")
      expect(response.status).toBe(400)
      expect(await codeOf(response)).toBe("BAD_REQUEST")
    })
    it("JSON that is no operation, and a list of operations", async () => {
      for (const body of ["[]", "{}", "null", `[{"query":"{ tasks { code } }"}]`]) {
        const response = await post(body)
        expect([response.status, await codeOf(response)]).toEqual([400, "BAD_REQUEST"])
      }
    })
    it("a body that is not declared as JSON, as another site's form would send it", async () => {
      const response = await post(`{"query":"{ tasks { code } }"}`, { "content-type": "text/plain" })
      expect([response.status, await codeOf(response)]).toEqual([415, "UNSUPPORTED_MEDIA_TYPE"])
    })
    it("a body above the limit, whether it says its length or not", async () => {
      const large = JSON.stringify({ query: `{ tasks { code } } #${"x".repeat(10_000)}` })
      const declared = await post(large)
      expect([declared.status, await codeOf(declared)]).toEqual([413, "PAYLOAD_TOO_LARGE"])
      const streamed = await fetch(`${gateway.url}/graphql`, {
        method: "POST",
        headers: JSON_TYPE,
        body: new Blob([large]).stream(),
        duplex: "half",
      } as RequestInit)
      expect([streamed.status, await codeOf(streamed)]).toEqual([413, "PAYLOAD_TOO_LARGE"])
    })
    it("another method", async () => {
      const response = await fetch(`${gateway.url}/graphql`, { method: "DELETE" })
      expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, POST"])
    })
  })

  it("what a subgraph says about an input comes through, with its place in the answer", async () => {
    const { data, errors } = await ask(gateway.url, "{ why: refused }")
    expect(data).toEqual({ why: null })
    expect(errors).toEqual([
      {
        message: "Trang quá lớn",
        path: ["why"],
        extensions: {
          code: "BAD_USER_INPUT",
          reason: "PAGE_TOO_LARGE",
          service: "tasks",
          requestId: expect.any(String),
        },
      },
    ])
  })

  describe("queries by GET", () => {
    const query = `/graphql?query=${encodeURIComponent("{ tasks { code } }")}`

    it("are answered to programs that show they are no other site's page", async () => {
      const response = await get(query, { "apollo-require-preflight": "1" })
      expect(await response.json()).toEqual({ data: { tasks: [{ code: "1" }, { code: "2" }] } })
    })
    it("are answered to pages of this origin", async () => {
      expect((await get(query, { "sec-fetch-site": "same-origin" })).status).toBe(200)
    })
    it("are refused to other sites and to who does not say", async () => {
      for (const headers of [{}, { "sec-fetch-site": "cross-site", "apollo-require-preflight": "1" }]) {
        const response = await get(query, headers as Record<string, string>)
        expect([response.status, await codeOf(response)]).toEqual([403, "CROSS_SITE_REQUEST"])
      }
    })
    it("change nothing: a mutation is refused", async () => {
      const mutation = `/graphql?query=${encodeURIComponent(`mutation { complete(code: "1") { code } }`)}`
      expect((await get(mutation, { "apollo-require-preflight": "1" })).status).toBe(405)
    })
  })

  it("every answer carries security headers, and no cache keeps an answer of the graph", async () => {
    const { headers } = await ask(gateway.url, "{ tasks { code } }")
    expect(Object.fromEntries(headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "permissions-policy": expect.stringContaining("camera=()"),
      "cache-control": "no-store",
    })
  })

  it("an unknown address is not found, in JSON", async () => {
    const response = await get("/nowhere.txt")
    expect([response.status, await codeOf(response)]).toEqual([404, "NOT_FOUND"])
  })

  it("is alive, and ready while every subgraph is", async () => {
    expect(await (await get("/health")).json()).toEqual({ alive: true })
    const ready = await get("/ready")
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true, missing: [] }])
    await agencies.stop()
    const unready = await get("/ready")
    expect([unready.status, await unready.json()]).toEqual([
      503,
      { ready: false, missing: [{ service: "agencies", data: "cơ quan, đơn vị" }] },
    ])
    expect((await get("/health")).status).toBe(200)
    agencies = await startAgencies(agencies.port)
    expect((await get("/ready")).status).toBe(200)
  })
})
