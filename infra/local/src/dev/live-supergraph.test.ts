import { once } from "node:events"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { recompose } from "./live-supergraph.ts"

let folder: string
let servers: Server[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "live-supergraph-"))
  servers = []
})
afterEach(() => {
  for (const server of servers) server.close()
  rmSync(folder, { recursive: true })
})

/** A server that tells a schema, as a subgraph does. */
async function tell(sdl: () => string): Promise<string> {
  const server = createServer((request, response) =>
    request.url === "/schema" ? response.end(sdl()) : response.writeHead(404).end(),
  )
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  servers.push(server)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
}

test("a restarted subgraph's new field is in the graph; one that contradicts another leaves the last good graph", async () => {
  let tasks = "type Query { tasks: Int }"
  const subgraphs = new Map([
    ["tasks", await tell(() => tasks)],
    ["agencies", await tell(() => "type Query { agencies: Int }")],
  ])
  const file = join(folder, "supergraph.graphql")
  const warnings: string[] = []
  const terminal = {
    say: () => undefined,
    warn: (line: string) => warnings.push(line),
    ready: () => undefined,
  }

  expect(await recompose(subgraphs, file, terminal)).toBe(true)
  tasks = "type Query { tasks: Int, overdue: Int }"
  expect(await recompose(subgraphs, file, terminal)).toBe(true)
  const good = readFileSync(file, "utf8")
  expect(good).toContain("overdue: Int")

  tasks = "type Query { agencies: [String] }"
  expect(await recompose(subgraphs, file, terminal)).toBe(false)
  expect(readFileSync(file, "utf8")).toBe(good)
  expect(warnings[0]).toMatch(/^the subgraphs do not fit together; the last good one stays:\n/)

  subgraphs.set("tasks", "http://127.0.0.1:1/graphql")
  expect(await recompose(subgraphs, file, terminal)).toBe(false)
  expect(warnings[1]).toContain("tasks does not tell its schema")
})
