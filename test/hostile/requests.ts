import { randomUUID } from "node:crypto"
import { connect } from "node:net"
import {
  type Identity,
  LARGEST_AGE,
  REQUESTER_HEADER,
  RequestSigner,
  SIGNATURE_HEADER,
  scopesOf,
  writeRequester,
} from "@plan43/authorization"
import { subgraphs } from "@plan43/subgraph-list"
import { describe, expect, test } from "vitest"
import { subgraphUrl } from "../running-system.ts"
import { post, type Target } from "./target.ts"

const AUDITOR: Identity = {
  kind: "PERSON",
  id: "forged",
  name: "Kẻ giả danh",
  role: "AUDITOR",
  agencyId: null,
  scopes: [...scopesOf("AUDITOR")],
}

const QUESTION = JSON.stringify({ query: "{ viewer { role } }" })

const SUBGRAPHS = subgraphs.map(({ name }) => name)

/** Sends text as it is and reads what comes until the other side closes. */
function sendRaw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ""
    const socket = connect(port, "127.0.0.1", () => socket.write(request))
    socket.setTimeout(10_000, () => socket.destroy(new Error(`nothing came back after: ${answer}`)))
    socket.on("data", (chunk) => {
      answer += chunk
    })
    socket.on("end", () => resolve(answer)).on("error", reject)
  })
}

const chunked = (body: string) => `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`

/** Requests that HTTP allows to be read in two ways, or not at all. */
const AMBIGUOUS: [what: string, headers: string[], body: string][] = [
  ["two lengths", [`Content-Length: ${QUESTION.length}`, "Content-Length: 3"], QUESTION],
  [
    "a length and chunks",
    ["Content-Length: 4", "Transfer-Encoding: chunked"],
    `${chunked(QUESTION)}POST /graphql HTTP/1.1\r\n`,
  ],
  ["chunks of another kind", ["Transfer-Encoding: chunked, identity"], chunked(QUESTION)],
  ["a name with a space", ["X-Plan43-Requester : e30", "Transfer-Encoding : chunked"], chunked(QUESTION)],
  ["a header that goes on in the next line", ["X-One: 1\r\n X-Plan43-Requester: e30"], ""],
  ["a header without an end", [`X-Large: ${"x".repeat(40_000)}`], ""],
  ["a chunk of no length", ["Transfer-Encoding: chunked"], `zz\r\n${QUESTION}\r\n0\r\n\r\n`],
]

/** Requests past the gateway, around it, or through somebody else's browser. */
export function requestAttacks(target: () => Target): void {
  describe("what can be read in two ways is read in none", () => {
    test.each(AMBIGUOUS)("%s", async (what, headers, body) => {
      const { system, ledger } = target()
      const started = performance.now()
      const answer = await sendRaw(
        system.port,
        [
          "POST /graphql HTTP/1.1",
          "Host: localhost",
          "Content-Type: application/json",
          ...headers,
          "",
          body,
        ].join("\r\n"),
      )
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])
      ledger.note(`smuggling: ${what}`, {
        status,
        code: undefined,
        text: answer,
        milliseconds: performance.now() - started,
      })
      expect([400, 431]).toContain(status)
      expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1)
      expect(answer).not.toContain("viewer")
    })
  })

  describe("what only the gateway says is not believed of others", () => {
    test("headers that name a requester reach no subgraph through the gateway", async () => {
      const requester = writeRequester({ identity: AUDITOR, address: null })
      const signer = new RequestSigner("a secret that somebody else has made up, long enough")
      for (const subgraph of SUBGRAPHS) {
        const requestId = randomUUID()
        const signature = signer.sign({ subgraph, requestId, requester, body: QUESTION })
        const { text } = await post(target(), "forged requester through the gateway", QUESTION, {
          "x-request-id": requestId,
          [REQUESTER_HEADER]: requester,
          [SIGNATURE_HEADER]: signature,
        })
        expect(JSON.parse(text)).toEqual({ data: { viewer: null } })
      }
    })

    interface Signed {
      subgraph: string
      requester: string
      time: number
      secret: string
      body: string
    }

    async function askSubgraph(name: string, headers: Record<string, string>, body = QUESTION) {
      const { system, ledger } = target()
      return ledger.ask("subgraphs asked directly", subgraphUrl(system, name), {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body,
      })
    }

    function signed(name: string, changes: Partial<Signed> = {}): Record<string, string> {
      const requestId = randomUUID()
      const {
        subgraph = name,
        requester = writeRequester({ identity: AUDITOR, address: null }),
        time = Date.now(),
        secret = target().gatewaySecret,
        body = QUESTION,
      } = changes
      const signature = new RequestSigner(secret).sign({ subgraph, requestId, requester, body }, time)
      return { "x-request-id": requestId, [REQUESTER_HEADER]: requester, [SIGNATURE_HEADER]: signature }
    }

    const refused = { status: 401, code: "NOT_THE_GATEWAY" }
    const introspection = `{"query":"{ __typename }"}`

    test.each(SUBGRAPHS)("%s answers the gateway's signature once, and nothing else", async (name) => {
      const other = SUBGRAPHS.find((each) => each !== name) as string
      const good = signed(name, { body: introspection })
      expect(await askSubgraph(name, good, introspection)).toMatchObject({ status: 200 })
      expect(await askSubgraph(name, good, introspection)).toMatchObject(refused)
      expect(await askSubgraph(name, {})).toMatchObject(refused)
      expect(await askSubgraph(name, signed(name, { subgraph: other }))).toMatchObject(refused)
      expect(await askSubgraph(name, signed(name, { time: Date.now() - LARGEST_AGE - 1_000 }))).toMatchObject(
        refused,
      )
      expect(await askSubgraph(name, signed(name, { time: Date.now() + LARGEST_AGE + 5_000 }))).toMatchObject(
        refused,
      )
      expect(await askSubgraph(name, signed(name, { secret: "x".repeat(43) }))).toMatchObject(refused)
      expect(await askSubgraph(name, signed(name), introspection)).toMatchObject(refused)
      const nobody = writeRequester({ identity: null, address: null })
      expect(await askSubgraph(name, { ...signed(name), [REQUESTER_HEADER]: nobody })).toMatchObject(refused)
    })
  })

  describe("another site's page", () => {
    test("cannot ask by a form, nor by GET, nor see an answer", async () => {
      const { system, ledger } = target()
      const url = `${system.url}/graphql`
      const form = (type: string) =>
        ledger.ask("cross-site forms", url, {
          method: "POST",
          headers: { "content-type": type },
          body: QUESTION,
        })
      for (const type of [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
      ])
        expect((await form(type)).status).toBe(415)
      const get = await ledger.ask("cross-site GET", `${url}?query=%7B__typename%7D`, {
        headers: { "sec-fetch-site": "cross-site" },
      })
      expect(get).toMatchObject({ status: 403, code: "CROSS_SITE_REQUEST" })
      const headers = { origin: "https://evil.example" }
      const answer = await post(target(), "cross-site fetch", QUESTION, headers)
      expect(answer.headers.get("access-control-allow-origin")).toBeNull()
      const preflight = await ledger.ask("cross-site preflight", url, { method: "OPTIONS", headers })
      expect([preflight.status, preflight.headers.get("access-control-allow-origin")]).toEqual([405, null])
    })

    test("cannot frame ours, nor put anything into it", async () => {
      const { system, ledger } = target()
      const headers = { accept: "text/html" }
      const page = await ledger.ask("the console's page", `${system.url}/`, { headers })
      const policy = page.headers.get("content-security-policy")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain("unsafe-inline")
      expect(page.headers.get("x-frame-options")).toBe("DENY")
    })
  })

  test("nobody leaves the folders that are served", async () => {
    const { system } = target()
    for (const path of [
      "/../../etc/passwd",
      "/..%2f..%2fetc%2fpasswd",
      "/assets/..%5c..%5cpackage.json",
      "/.%00",
    ]) {
      const answer = await sendRaw(
        system.port,
        `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      )
      expect(answer).toMatch(/^HTTP\/1\.1 (400|404)/)
      expect(answer).not.toMatch(/root:|"name":/)
    }
  })

  test("strangers may not read the schema", async () => {
    const query = "{ __schema { types { name } } }"
    expect(await post(target(), "introspection", { query })).toMatchObject({
      status: 401,
      code: "UNAUTHENTICATED",
    })
  })
}
