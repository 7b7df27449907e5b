import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { PORTS_OF_A_SYSTEM } from "@plan43/subgraph-list"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { SUBGRAPHS } from "./system/programs.ts"
import type { ReadySystem } from "./terminal/terminal.ts"
import { freeNeighbouringPorts } from "./testing/free-ports.ts"

/** A service of a few lines that keeps the house's rules for processes. */
const SERVICE = `
  import { createServer } from "node:http"
  const server = createServer((_request, response) => response.end("{}"))
  const end = () => server.close(() => process.exit(0))
  process.on("SIGTERM", end)
  process.on("disconnect", end)
  server.listen(process.env.PORT, process.env.HOST, () => process.send({ ready: true }))`

const source = fileURLToPath(new URL("./run-until-stopped.ts", import.meta.url))

let root: string
let port: number
let started: ChildProcess[]

/** A repository in small: services of a few lines, nothing to build, the real database. */
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "local-"))
  started = []
  for (const name of [...SUBGRAPHS, "identity", "gateway"]) place(`services/${name}/dist/main.js`, SERVICE)
  place(
    "services/plan-import/dist/main.js",
    'console.log("imported by " + new URL(process.env.DATABASE_URL).username)',
  )
  place("package.json", '{ "type": "module" }')
  place("node_modules/.bin/turbo", "#!/bin/sh\nexit 0\n")
  const program = `
    import { runUntilStopped } from ${JSON.stringify(source)}
    await runUntilStopped({ root: ${JSON.stringify(root)}, form: "built" })`
  place("start.mjs", program)
  port = await freeNeighbouringPorts(PORTS_OF_A_SYSTEM)
})
afterEach(async () => {
  for (const child of started.filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  )) {
    child.kill("SIGTERM")
    await once(child, "exit")
  }
  rmSync(root, { recursive: true })
})

function place(path: string, text: string): void {
  const file = join(root, path)
  mkdirSync(join(file, ".."), { recursive: true })
  writeFileSync(file, text)
  chmodSync(file, 0o755)
}

function start(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--conditions=plan43-source", join(root, "start.mjs"), "--json"], {
    env: { ...process.env, PORT: String(port), DATABASE_URL: "", PLAN43_DATA_DIR: "", ...env },
  })
  started.push(child)
  let out = ""
  let err = ""
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    out += chunk
  })
  child.stderr.setEncoding("utf8").on("data", (chunk) => {
    err += chunk
  })
  const end = once(child, "close").then(([code]) => ({ code: code as number | null, out, err }))
  const ready = async (): Promise<ReadySystem> => {
    for (;;) {
      const line = out.split("\n").find((one) => one.startsWith('{"ready":true'))
      if (line !== undefined) return JSON.parse(line)
      const ended = await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 20))])
      if (ended !== undefined) throw new Error(`ended before it was ready: ${err}`)
    }
  }
  return { child, end, ready, errors: () => err }
}

/** A dead process whose parent has not asked for its end yet is dead. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" })
  return stdout !== "" && !stdout.startsWith("Z")
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe("everything, started by one command", () => {
  test("answers, says where, and leaves nothing behind when it is stopped; the next start finds its data", async () => {
    const first = start()
    const { url, processes } = await first.ready()
    expect(url).toBe(`http://localhost:${port}`)
    expect(Object.keys(processes)).toEqual(["supervisor", "postgres", ...SUBGRAPHS, "identity", "gateway"])
    expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).toBe(200)
    first.child.kill("SIGINT")
    const { code, out, err } = await first.end
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out).toContain("imported by plan43_import")
    await until(() => !Object.values(processes).some(isAlive))

    const second = start()
    await second.ready()
    second.child.kill("SIGTERM")
    expect((await second.end).code).toBe(0)
  })

  test("does not begin when a port is taken: one line, nothing started", async () => {
    const server = createServer().listen(port + 2, "127.0.0.1")
    await once(server, "listening")
    const { code, err } = await start().end
    server.close()
    expect(code).toBe(1)
    expect(err).toMatch(new RegExp(`^port ${port + 2} \\(tasks\\) is in use: .*\n$`))
  })

  test("does not begin when DATABASE_URL does not answer", async () => {
    const { code, err } = await start({ DATABASE_URL: "postgresql://a:b@127.0.0.1:1/plan" }).end
    expect(code).toBe(1)
    expect(err).toMatch(/^the database at 127\.0\.0\.1:1\/plan does not answer: .*\n$/)
  })

  test("ends as a whole when a part of it cannot start", async () => {
    place(
      "services/indicators/dist/main.js",
      'console.error("indicators: a migration failed"); process.exit(1)',
    )
    const { code, err } = await start().end
    expect(code).toBe(1)
    expect(err).toBe("indicators did not start: indicators: a migration failed\n")
    const server = createServer().listen(port, "127.0.0.1")
    await once(server, "listening")
    server.close()
  })

  test("ends as a whole when the plan cannot be imported", async () => {
    place("services/plan-import/dist/main.js", 'console.error("no plan"); process.exitCode = 1')
    const { code, err } = await start().end
    expect({ code, err }).toEqual({ code: 1, err: "plan-import failed: no plan\n" })
  })

  test("starts a part again that died", async () => {
    const system = start()
    const { processes } = await system.ready()
    process.kill(processes.tasks as number, "SIGKILL")
    await until(() => system.errors().includes("tasks ended (killed by SIGKILL); it is started again"))
    await expect
      .poll(
        () =>
          fetch(`http://127.0.0.1:${port + 2}/`).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 5_000 },
      )
      .toBe(200)
  })

  test("takes its processes along when it is killed, and starts again on the data it left", async () => {
    const killed = start()
    const { processes } = await killed.ready()
    killed.child.kill("SIGKILL")
    await killed.end
    const { postgres, ...others } = processes
    await until(() => Object.values(others).every((pid) => !isAlive(pid)))
    const next = start()
    expect((await next.ready()).processes.postgres).toBe(postgres)
  })

  test("serves one start at a time on the same data", async () => {
    await start().ready()
    const { code, err } = await start({ PORT: String(port - 10) }).end
    expect(code).toBe(1)
    expect(err).toMatch(/^another start already uses .*\n$/)
  })
})
