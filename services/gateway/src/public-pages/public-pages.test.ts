import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import {
  REQUESTER_HEADER,
  RequestVerifier,
  readRequester,
  SIGNATURE_HEADER,
  signedMessage,
} from "@plan43/authorization"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { GATEWAY_SECRET, type SmallGateway, startSmallGateway } from "../testing/small-gateway.ts"
import { isPublicPage } from "./answer-public-page.ts"

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
type Query { round: ID }`

/** What the maker of pages was asked, and what it answers next. */
let asked: IncomingMessage[]
let answer: (request: IncomingMessage, response: ServerResponse) => void
let maker: Server
let gateway: SmallGateway

beforeAll(async () => {
  maker = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  await new Promise<void>((resolve) => maker.listen(0, "127.0.0.1", resolve))
  const { port } = maker.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/graphql`
  gateway = await startSmallGateway([{ name: "reporting", url, sdl: SDL }], {
    rates: { anonymous: 20, person: 0, signIn: 0, token: 0, badProof: 0 },
  })
})
afterAll(async () => {
  await gateway?.stop()
  await new Promise((resolve) => maker.close(resolve))
})
beforeEach(() => {
  asked = []
  answer = (_request, response) => {
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      etag: 'W/"1"',
      "cache-control": "public, max-age=60",
      "set-cookie": "not=passed-on",
    })
    response.end("<h1>Công bố</h1>")
  }
})

const get = (path: string, init: RequestInit = {}) => fetch(`${gateway.url}${path}`, init)
const text = (value: string | string[] | undefined) => String(value)

describe("a public page", () => {
  it("is asked for as nobody, vouched for, whoever is signed in", async () => {
    const response = await get("/cong-bo/bao-cao?lang=en", {
      headers: { cookie: "session=anything", authorization: "Bearer anything", "if-none-match": 'W/"0"' },
    })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe("<h1>Công bố</h1>")
    const [request] = asked
    if (request === undefined) throw new Error("nothing was asked")
    const { headers } = request
    expect(request.url).toBe("/cong-bo/bao-cao?lang=en")
    expect(headers.cookie).toBeUndefined()
    expect(headers.authorization).toBeUndefined()
    expect(headers["if-none-match"]).toBe('W/"0"')
    const requester = text(headers[REQUESTER_HEADER])
    expect(readRequester(requester)?.identity).toBeNull()
    const fault = new RequestVerifier([GATEWAY_SECRET]).faultOf(text(headers[SIGNATURE_HEADER]), {
      subgraph: "reporting",
      requestId: text(headers["x-request-id"]),
      requester,
      body: signedMessage({
        method: "GET",
        path: "/cong-bo/bao-cao?lang=en",
        headers,
        body: new Uint8Array(),
      }),
    })
    expect(fault).toBeNull()
  })

  it("runs nothing, may be kept and be read from other sites, and sets no cookie", async () => {
    const { headers } = await get("/cong-bo")
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    expect(headers.get("cache-control")).toBe("public, max-age=60")
    expect(headers.get("etag")).toBe('W/"1"')
    expect(headers.get("access-control-allow-origin")).toBe("*")
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(headers.get("set-cookie")).toBeNull()
  })

  it("is passed on as it is, where there is none or it was withdrawn, too", async () => {
    for (const status of [304, 404, 410]) {
      answer = (_request, response) => response.writeHead(status).end()
      expect((await get("/cong-bo/bao-cao")).status).toBe(status)
    }
  })

  it("is read, never written", async () => {
    expect((await get("/cong-bo", { method: "POST", body: "x" })).status).toBe(405)
    expect((await get("/cong-bo", { method: "HEAD" })).status).toBe(200)
    expect(asked.map(({ method }) => method)).toEqual(["HEAD"])
  })

  it("is in its place a page that says so while the subgraph fails", async () => {
    answer = (_request, response) => response.writeHead(500).end("{}")
    const response = await get("/cong-bo")
    expect(response.status).toBe(503)
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8")
    expect(response.headers.get("cache-control")).toBe("no-store")
    expect(await response.text()).toContain("Tạm thời không xem được")
  })

  it("is nobody's to ask for without end", async () => {
    let status = 200
    for (let more = 0; more < 20 && status === 200; more += 1) status = (await get("/cong-bo")).status
    expect(status).toBe(429)
  })
})

it("an address of the console is no public page", () => {
  expect(["/cong-bo", "/cong-bo/", "/cong-bo/a"].every(isPublicPage)).toBe(true)
  expect(["/cong-bo-khac", "/", "/ky-bao-cao/1/cong-bo"].some(isPublicPage)).toBe(false)
})
