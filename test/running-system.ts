import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

/** The whole system, started as a user starts it, on ports and data of its own. */
export interface RunningSystem {
  /** e.g. http://localhost:41000 */
  url: string
  port: number
  dataDirectory: string
  process: ChildProcess
  /** Process ids by name, as `npm start -- --json` tells them: supervisor, postgres, agencies … gateway. */
  processes: Readonly<Record<string, number>>
  /** Ends it as Ctrl-C does, and removes its data. */
  stop(): Promise<void>
}

const root = fileURLToPath(new URL("..", import.meta.url))

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  server.listen(port, "127.0.0.1")
  const free = await Promise.race([
    once(server, "listening").then(() => true),
    once(server, "error").then(() => false),
  ])
  if (free) {
    server.close()
    await once(server, "close")
  }
  return free
}

/** The first of five neighbouring ports that nobody uses: the gateway's and its subgraphs'. */
async function freePorts(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const first = 20_000 + Math.floor(Math.random() * 30_000)
    const free = await Promise.all([0, 1, 2, 3, 4].map((offset) => isFree(first + offset)))
    if (free.every(Boolean)) return first
  }
  throw new Error("no five neighbouring free ports found")
}

/** Starts `npm start`'s program and waits until it says that it is ready. */
export async function startSystem(): Promise<RunningSystem> {
  const port = await freePorts()
  const dataDirectory = mkdtempSync(join(tmpdir(), "plan43-system-"))
  const child = spawn(process.execPath, ["infra/local/start.mjs", "--json"], {
    cwd: root,
    env: { ...process.env, PORT: String(port), PLAN43_DATA_DIR: dataDirectory, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let output = ""
  child.stderr.on("data", (chunk) => {
    output += chunk
  })
  const processes = await new Promise<Record<string, number>>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      output += chunk
      const ready = output.split("\n").find((line) => /^\{"ready":\s*true.*\}$/.test(line))
      if (ready !== undefined) resolve(JSON.parse(ready).processes)
    })
    child.once("exit", (code) =>
      reject(new Error(`the system ended with ${code} before it was ready:\n${output}`)),
    )
  })
  return {
    url: `http://localhost:${port}`,
    port,
    dataDirectory,
    process: child,
    processes,
    async stop() {
      if (child.exitCode === null) {
        child.kill("SIGINT")
        await once(child, "exit")
      }
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}
