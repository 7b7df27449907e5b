import { mkdtemp, rm } from "node:fs/promises"
import { request as httpRequest } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { REQUESTER_HEADER, writeRequester } from "@plan43/authorization"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { smallPdf, smallPng } from "@plan43/evidence/testing"
import { type RunningSubgraph, startSubgraph } from "@plan43/subgraph"
import { personOf } from "@plan43/subgraph/testing"
import { tasks as tasksDefinition } from "@plan43/tasks/subgraph"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { SmallBrowser } from "../testing/small-browser.ts"
import { GATEWAY_SECRET } from "../testing/small-gateway.ts"
import { startAgencies, startTasks } from "../testing/small-graph.ts"
import { type SmallSignIn, signIn, startSmallSignIn } from "../testing/small-sign-in.ts"
import type { SmallSubgraph } from "../testing/small-subgraph.ts"

/** Keeps the files; the graph is answered by a smaller one. */
let keeper: RunningSubgraph
let database: TestDatabase
let folder: string
let tasks: SmallSubgraph
let agencies: SmallSubgraph
let system: SmallSignIn
const coordinator = new SmallBrowser()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plan43-gateway-files-"))
  process.env.EVIDENCE_DIR = folder
  database = await createTestDatabase()
  keeper = await startKeeper()
  tasks = await startTasks()
  agencies = await startAgencies()
  system = await startSmallSignIn([{ ...tasks, url: `${keeper.url}/graphql` }, agencies], Date.now)
  await system.startIssuer()
  await signIn(coordinator, system, "dieu-phoi")
})

afterAll(async () => {
  await system?.stop()
  await keeper?.stop()
  await Promise.all([tasks?.stop(), agencies?.stop()])
  await database?.drop()
  await rm(folder, { recursive: true, force: true })
})

const startKeeper = (port = 0) =>
  startSubgraph(tasksDefinition, {
    host: "127.0.0.1",
    port,
    databaseUrl: database.urls.tasks,
    gatewaySecrets: [GATEWAY_SECRET],
    logLevel: "silent",
  })

const TUS = { "tus-resumable": "1.0.0" }
const BYTES = { ...TUS, "content-type": "application/offset+octet-stream" }

function ask(who: SmallBrowser, path: string, init: RequestInit = {}) {
  return who.ask(`${system.origin}${path}`, { ...init, headers: { ...TUS, ...init.headers } })
}

function begin(who: SmallBrowser, name: string, size: number, headers: Record<string, string> = {}) {
  return ask(who, "/files/tasks/uploads", {
    method: "POST",
    headers: {
      "upload-length": String(size),
      "upload-metadata": `filename ${Buffer.from(name).toString("base64")}`,
      ...headers,
    },
  })
}

function send(who: SmallBrowser, path: string, content: Buffer, offset = 0) {
  return ask(who, path, {
    method: "PATCH",
    headers: { ...BYTES, "upload-offset": String(offset) },
    body: new Uint8Array(content),
  })
}

const placeOf = async (name: string, size: number) =>
  (await begin(coordinator, name, size)).headers.get("location") ?? ""

const offsetOf = async (path: string) =>
  Number((await ask(coordinator, path, { method: "HEAD" })).headers.get("upload-offset"))

const refusalOf = async (answer: Response) => {
  const { errors } = (await answer.json()) as { errors: { message: string; extensions: { code: string } }[] }
  return { status: answer.status, code: errors[0]?.extensions.code }
}

describe("a file goes through the gateway", () => {
  it("there in one request and in pieces behind it, and back as it was, never as a page", async () => {
    const content = smallPdf(3_500_000)
    const path = await placeOf("Kết quả.pdf", content.length)
    expect(path).toMatch(/^\/files\/tasks\/uploads\/[0-9a-f-]{36}$/)
    const sent = await send(coordinator, path, content)
    expect([sent.status, sent.headers.get("upload-offset")]).toEqual([204, "3500000"])

    const fetched = await coordinator.ask(`${system.origin}${path.replace("/uploads", "")}`)
    expect(Buffer.from(await fetched.arrayBuffer()).equals(content)).toBe(true)
    expect(Object.fromEntries(fetched.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": expect.stringMatching(/^attachment; /),
      "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    })
    expect((await new SmallBrowser().ask(`${system.origin}${path.replace("/uploads", "")}`)).status).toBe(404)
  })

  it("goes on where the client's connection broke", async () => {
    const content = smallPdf(3_000_000)
    const path = await placeOf("Mạng yếu.pdf", content.length)
    const cookie = Array.from(coordinator.cookies, ([name, value]) => `${name}=${value}`).join("; ")
    const broken = httpRequest(`${system.origin}${path}`, {
      method: "PATCH",
      headers: { ...BYTES, cookie, "upload-offset": "0", "content-length": content.length },
    })
    broken.on("error", () => undefined)
    broken.write(content.subarray(0, 1_300_000))
    await new Promise((resolve) => setTimeout(resolve, 300))
    broken.destroy()
    await new Promise((resolve) => broken.once("close", resolve))
    await expect.poll(() => offsetOf(path), { timeout: 10_000 }).toBe(1_300_000)
    expect((await send(coordinator, path, content.subarray(1_300_000), 1_300_000)).status).toBe(204)
  })

  it("is refused with the reason, also when more of it was on its way", async () => {
    const program = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(2_000_000)])
    const path = await placeOf("bao-cao.pdf", program.length)
    expect(await refusalOf(await send(coordinator, path, program))).toEqual({
      status: 422,
      code: "FILE_TYPE_REFUSED",
    })
    const small = await placeOf("nho.pdf", 100)
    expect(await refusalOf(await send(coordinator, small, smallPdf(3_000_000)))).toEqual({
      status: 413,
      code: "FILE_TOO_LARGE",
    })
  })
})

describe("the gateway refuses", () => {
  it("strangers who upload, whoever they say they are", async () => {
    const requester = writeRequester({ identity: personOf("COORDINATOR"), address: null })
    expect(
      await refusalOf(await begin(new SmallBrowser(), "a.pdf", 100, { [REQUESTER_HEADER]: requester })),
    ).toEqual({ status: 401, code: "UNAUTHENTICATED" })
  })

  it("pages of other sites that use somebody's session", async () => {
    for (const headers of [{ "sec-fetch-site": "cross-site" }, { origin: "https://evil.example" }] as Record<
      string,
      string
    >[])
      expect(await refusalOf(await begin(coordinator, "a.pdf", 100, headers))).toEqual({
        status: 403,
        code: "CROSS_SITE_REQUEST",
      })
  })

  it("26 MB", async () => {
    const path = await placeOf("a.pdf", 200)
    expect(await refusalOf(await send(coordinator, path, Buffer.alloc(26 * 1024 * 1024)))).toEqual({
      status: 413,
      code: "PAYLOAD_TOO_LARGE",
    })
  })

  it("a body where none belongs, a place that is none, and what is no tus", async () => {
    expect((await ask(coordinator, "/files/tasks/uploads", { method: "POST", body: "x" })).status).toBe(400)
    expect((await ask(coordinator, "/files/cooperation/uploads", { method: "POST" })).status).toBe(404)
    expect((await ask(coordinator, "/files/tasks/..%2f..%2fhealth")).status).toBe(404)
    expect((await ask(coordinator, "/files/tasks/uploads", { method: "PUT" })).status).toBe(405)
    const path = await placeOf("a.pdf", smallPng.length)
    expect((await ask(coordinator, path, { method: "PATCH", headers: BYTES })).status).toBe(400)
  })

  it("all of it, clearly, while the subgraph is down", async () => {
    const path = await placeOf("a.pdf", 200)
    const { port } = new URL(keeper.url)
    await keeper.stop()
    const answer = await begin(coordinator, "a.pdf", 100)
    expect(answer.headers.get("retry-after")).toBe("5")
    expect(await refusalOf(answer)).toEqual({ status: 503, code: "SUBGRAPH_UNAVAILABLE" })
    expect((await send(coordinator, path, smallPdf())).status).toBe(503)
    keeper = await startKeeper(Number(port))
    expect((await send(coordinator, path, smallPdf())).status).toBe(204)
  })
})
