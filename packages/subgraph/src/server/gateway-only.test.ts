import { REQUESTER_HEADER, RequestSigner, SIGNATURE_HEADER, writeRequester } from "@plan43/authorization"
import Fastify, { type FastifyInstance } from "fastify"
import { pino } from "pino"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { personOf } from "../testing.ts"
import { acceptGatewayOnly } from "./gateway-only.ts"

const secret = "a secret that the gateway and the subgraphs share"
const requestId = "0f3b70ed"
const body = JSON.stringify({ query: "{ plans { id } }" })
const requester = writeRequester({ identity: personOf("AUDITOR"), address: "203.0.113.7" })

let app: FastifyInstance
let logged: { fault?: string; requestId?: string }[]

beforeEach(() => {
  logged = []
  app = Fastify()
  acceptGatewayOnly(
    app,
    "tasks",
    [secret],
    pino({ level: "warn" }, { write: (line) => logged.push(JSON.parse(line)) }),
  )
  app.post("/graphql", async (request) => request.requester)
})
afterEach(() => app.close())

function post(headers: Record<string, string>, payload = body) {
  return app.inject({
    method: "POST",
    url: "/graphql",
    headers: { "content-type": "application/json", "x-request-id": requestId, ...headers },
    payload,
  })
}

function signed(subgraph = "tasks", time?: number): Record<string, string> {
  const signature = new RequestSigner(secret).sign({ subgraph, requestId, requester, body }, time)
  return { [REQUESTER_HEADER]: requester, [SIGNATURE_HEADER]: signature }
}

test("what the gateway signed is answered, for whom the gateway names", async () => {
  const answer = await post(signed())
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({
    identity: { id: "auditor", role: "AUDITOR" },
    address: "203.0.113.7",
  })
  expect(logged).toEqual([])
})

describe("is answered 401, with a line in the log:", () => {
  const other = writeRequester({ identity: personOf("COORDINATOR"), address: null })
  test.each<[string, string, () => Record<string, string>]>([
    ["a direct call", "MISSING", () => ({})],
    ["a direct call that names somebody", "MISSING", () => ({ [REQUESTER_HEADER]: other })],
    ["a forged name under a genuine signature", "FORGED", () => ({ ...signed(), [REQUESTER_HEADER]: other })],
    ["another request's id", "FORGED", () => ({ ...signed(), "x-request-id": "another" })],
    ["a stale signature", "STALE", () => signed("tasks", Date.now() - 60_000)],
    ["what was signed for another subgraph", "FORGED", () => signed("agencies")],
    ["a signature of another form", "MALFORMED", () => ({ ...signed(), [SIGNATURE_HEADER]: "v1" })],
  ])("%s", async (_what, fault, headers) => {
    const answer = await post(headers())
    expect(answer.statusCode).toBe(401)
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_THE_GATEWAY" } }] })
    expect(logged).toMatchObject([{ fault }])
  })

  test("a request that came before", async () => {
    const headers = signed()
    expect((await post(headers)).statusCode).toBe(200)
    expect((await post(headers)).statusCode).toBe(401)
    expect(logged).toMatchObject([{ fault: "REPLAYED" }])
  })

  test("a changed body", async () => {
    expect((await post(signed(), body.replace("plans", "tasks"))).statusCode).toBe(401)
  })

  test("no body at all", async () => {
    expect((await app.inject({ method: "POST", url: "/graphql" })).statusCode).toBe(401)
  })
})

test("another kind of body is not read", async () => {
  expect((await post({ ...signed(), "content-type": "text/plain" })).statusCode).toBe(415)
})
