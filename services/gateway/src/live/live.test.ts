import { once } from "node:events"
import type { ServerResponse } from "node:http"
import { readRequester } from "@plan43/authorization"
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest"
import { SmallBrowser } from "../testing/small-browser.ts"
import { ask } from "../testing/small-gateway.ts"
import { startAgencies } from "../testing/small-graph.ts"
import { type SmallSignIn, signIn, startSmallSignIn } from "../testing/small-sign-in.ts"
import { type SmallSubgraph, startSmallSubgraph } from "../testing/small-subgraph.ts"
import { MOST_STREAMS } from "./streams.ts"

const NEWS = `
type Query { news: String }
type Subscription { changed(after: String): Change! }
type Change { position: String! kind: String }`

const SUBSCRIPTION = "subscription ($after: String) { now: changed(after: $after) { kind position } }"

let news: SmallSubgraph
let agencies: SmallSubgraph
let system: SmallSignIn
let browser: SmallBrowser
/** What the clients read, to be cancelled. */
let reading: AbortController[] = []

beforeAll(async () => {
  news = await startSmallSubgraph("news", NEWS, { Query: { news: () => "tin" } })
  agencies = await startAgencies()
  system = await startSmallSignIn([news, agencies], Date.now, {}, { streamLook: 50 })
  await system.startIssuer()
  browser = new SmallBrowser()
  await signIn(browser, system, "dau-moi-khcn")
})
afterAll(async () => {
  await system.stop()
  await Promise.all([news.stop(), agencies.stop()])
})
afterEach(() => {
  for (const one of reading) one.abort()
  reading = []
  news.asked.length = 0
})

/** Lets the subgraph stream to the next who subscribes. */
function streamOfSubgraph(): Promise<ServerResponse> {
  return new Promise((resolve) => {
    news.interruptions.push((_request, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" })
      response.flushHeaders()
      resolve(response)
    })
  })
}

const tell = (response: ServerResponse, position: string) =>
  response.write(`:\n\ndata: {"data":{"now":{"position":"${position}","kind":"Task"}}}\n\n`)

async function subscribe(by: SmallBrowser, variables = {}) {
  const left = new AbortController()
  reading.push(left)
  const response = await by.ask(`${system.origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify({ query: SUBSCRIPTION, variables }),
    signal: left.signal,
  })
  return { response, text: textOf(response), leave: () => left.abort() }
}

/** All that has come so far, and whether more may come. */
function textOf(response: Response): { so: string; ended: boolean } {
  const read = { so: "", ended: false }
  void (async () => {
    const decoder = new TextDecoder()
    for await (const bytes of response.body ?? []) read.so += decoder.decode(bytes, { stream: true })
  })()
    .catch(() => undefined)
    .finally(() => {
      read.ended = true
    })
  return read
}

test("whoever is signed in is told as it happens, in the words and the order of the question", async () => {
  const [upstream, { response, text }] = await Promise.all([
    streamOfSubgraph(),
    subscribe(browser, { after: "6" }),
  ])
  expect(response.headers.get("content-type")).toContain("text/event-stream")
  tell(upstream, "7")
  await vi.waitFor(
    () => expect(text.so).toContain('data: {"data":{"now":{"kind":"Task","position":"7"}}}'),
    10_000,
  )
  tell(upstream, "8")
  await vi.waitFor(() => expect(text.so).toContain('"position":"8"'), 10_000)
  expect(news.asked[0]?.variables).toEqual({ after: "6" })
  const requester = readRequester(String(news.asked[0]?.headers["x-plan43-requester"]))
  expect(requester?.identity?.id).toBe("dau-moi-khcn")
})

test("whoever leaves is not streamed to any more", async () => {
  const [upstream, { leave }] = await Promise.all([streamOfSubgraph(), subscribe(browser)])
  leave()
  await once(upstream, "close")
})

test("a stream ends when the subgraph ends it", async () => {
  const [upstream, { text }] = await Promise.all([streamOfSubgraph(), subscribe(browser)])
  upstream.end()
  await vi.waitFor(() => expect(text.ended).toBe(true), 10_000)
  expect(text.so).toContain("event: complete")
})

test("a stream ends with the session that it was begun in", async () => {
  const other = new SmallBrowser()
  await signIn(other, system, "lanh-dao")
  const [upstream, { text }] = await Promise.all([streamOfSubgraph(), subscribe(other)])
  const closed = once(upstream, "close")
  await other.ask(`${system.origin}/sign-out`, { method: "POST", headers: { origin: system.origin } })
  await closed
  await vi.waitFor(() => expect(text.ended).toBe(true), 10_000)
})

test("nobody has more streams than a browser with many windows needs", async () => {
  for (let open = 0; open < MOST_STREAMS; open += 1)
    await Promise.all([streamOfSubgraph(), subscribe(browser)])
  const refused = await browser.ask(`${system.origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: SUBSCRIPTION }),
  })
  expect(await refused.text()).toContain("TOO_MANY_STREAMS")
})

test("strangers are told nothing", async () => {
  const { errors } = await ask(system.origin, SUBSCRIPTION)
  expect(errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED")
  expect(news.asked).toEqual([])
})

test("what the subgraph refuses is the answer", async () => {
  news.interruptions.push((_request, response) =>
    response
      .writeHead(200, { "content-type": "application/json" })
      .end('{"errors":[{"message":"không","extensions":{"code":"FORBIDDEN"}}]}'),
  )
  const refused = await browser.ask(`${system.origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: SUBSCRIPTION }),
  })
  expect(await refused.text()).toContain("FORBIDDEN")
})
