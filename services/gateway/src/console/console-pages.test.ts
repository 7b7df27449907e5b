import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { consolePages } from "./console-pages.ts"

const PAGE = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" }

describe("the console's files", () => {
  let folder: string
  let server: Server
  let origin: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "plan43-console-"))
    await mkdir(join(folder, "assets"))
    await writeFile(join(folder, "index.html"), "<title>Kế hoạch 43</title>")
    await writeFile(join(folder, "assets/app-1a2b3c.js"), "console.log(43)")
    await writeFile(join(folder, "assets/app-1a2b3c.js.gz"), gzipSync("console.log(43)"))
    const pages = consolePages(folder)
    server = createServer((request, response) => {
      if (!pages(request, response)) response.writeHead(404).end("not here")
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
    await rm(folder, { recursive: true })
  })

  const get = (path: string, headers: Record<string, string> = PAGE) => fetch(`${origin}${path}`, { headers })

  it("the start page is asked for anew each time and may run scripts of this origin only", async () => {
    const response = await get("/")
    expect(await response.text()).toBe("<title>Kế hoạch 43</title>")
    expect(response.headers.get("cache-control")).toBe("no-cache")
    expect(response.headers.get("content-security-policy")).toContain("script-src 'self';")
    const again = await get("/", { ...PAGE, "if-none-match": response.headers.get("etag") ?? "" })
    expect(again.status).toBe(304)
  })

  it("a file with a hash in its name is kept for ever, compressed where a compressed one was built", async () => {
    const response = await get("/assets/app-1a2b3c.js", { accept: "*/*", "accept-encoding": "gzip" })
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable")
    expect(response.headers.get("content-encoding")).toBe("gzip")
    expect(await response.text()).toBe("console.log(43)")
  })

  it("an address inside the console is the start page", async () => {
    for (const path of ["/nhiem-vu", "/nhiem-vu/85b?section=II", "/co-quan/so-khcn"]) {
      const response = await get(path)
      expect([path, response.status, await response.text()]).toEqual([
        path,
        200,
        "<title>Kế hoạch 43</title>",
      ])
    }
  })

  it("but only for who navigates there, and not where a file was meant", async () => {
    expect((await get("/nhiem-vu", { accept: "application/json" })).status).toBe(404)
    expect((await get("/assets/app-old.js")).status).toBe(404)
    expect((await get("/favicon.ico")).status).toBe(404)
    expect((await fetch(`${origin}/nhiem-vu`, { method: "POST", headers: PAGE })).status).toBe(404)
  })

  it("does not leave its folder", async () => {
    expect((await get("/..%2f..%2fetc%2fpasswd", { accept: "*/*" })).status).toBe(404)
  })

  it("without a build there is nothing", async () => {
    expect(consolePages(join(folder, "nowhere"))({} as never, {} as never)).toBe(false)
  })
})
