import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { freeNeighbouringPorts } from "../infra/local/src/testing/free-ports.ts"
import { PORTS_OF_A_SYSTEM, subgraphs } from "../packages/subgraph-list/src/subgraph-list.ts"

/** The whole system, started as a user starts it, on ports and data of its own. */
export interface RunningSystem {
  /** e.g. http://localhost:41000 */
  url: string
  port: number
  dataDirectory: string
  /** When it was ready, in milliseconds since 1970. */
  readyAt: number
  process: ChildProcess
  /** Process ids by name, as `npm start -- --json` tells them: supervisor, postgres, agencies … gateway. */
  processes: Readonly<Record<string, number>>
  /** Ends it as Ctrl-C does, and removes the data that were its own. */
  stop(): Promise<void>
}

export interface SystemOptions {
  /** What to run, with arguments; the program behind `npm start` when absent. */
  command?: readonly [string, ...string[]]
  /** Where its data are, kept afterwards; a folder of its own when absent. */
  dataDirectory?: string
  /** Further variables for every process. */
  environment?: Readonly<Record<string, string>>
}

const root = fileURLToPath(new URL("..", import.meta.url))

/** Names the data that a first start left, as long as `npm test` runs: systems begin on copies of them. */
const FIRST_START = "PLAN43_FIRST_START"

/** A folder for the data of one system: a copy of what a first start left where there is one, empty otherwise. */
function newDataDirectory(): string {
  const folder = mkdtempSync(join(tmpdir(), "plan43-system-"))
  const left = process.env[FIRST_START]
  if (left === undefined) return folder
  // Files stay whose they are: a server that root starts runs as somebody else
  const { status, stderr } = spawnSync("cp", ["--archive", `${left}/.`, folder], { encoding: "utf8" })
  if (status !== 0) throw new Error(`the data of the first start could not be copied: ${stderr}`)
  return folder
}

/**
 * Where a subgraph of a running system answers past the gateway.
 * @throws where there is no such subgraph
 */
export function subgraphUrl({ port }: Pick<RunningSystem, "port">, name: string): string {
  const subgraph = subgraphs.find((each) => each.name === name)
  if (subgraph === undefined) throw new Error(`there is no subgraph ${name}`)
  return `http://127.0.0.1:${port + subgraph.port}/graphql`
}

/** Starts `npm start`'s program and waits until it says that it is ready. */
export async function startSystem({
  command = [process.execPath, "infra/local/start.mjs", "--json"],
  dataDirectory: earlier,
  environment = {},
}: SystemOptions = {}): Promise<RunningSystem> {
  const port = await freeNeighbouringPorts(PORTS_OF_A_SYSTEM)
  const dataDirectory = earlier ?? newDataDirectory()
  const [program, ...args] = command
  const child = spawn(program, args, {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      PLAN43_DATA_DIR: dataDirectory,
      DATABASE_URL: "",
      ...environment,
    },
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
    readyAt: Date.now(),
    process: child,
    processes,
    async stop() {
      if (child.exitCode === null) {
        const ended = once(child, "exit")
        process.kill(processes.supervisor as number, "SIGINT")
        await ended
      }
      if (earlier === undefined) rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}
