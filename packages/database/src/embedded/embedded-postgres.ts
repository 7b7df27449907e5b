import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { access, chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { type AddressInfo, createServer } from "node:net"
import { dirname, join } from "node:path"
import { findBinaries } from "./binaries.ts"
import { type MachineUser, type RunAs, runAsOrdinaryUser } from "./run-as.ts"

/** A PostgreSQL server that this program started, or found running on the same data. */
export interface EmbeddedPostgres {
  /** The connection of its superuser. */
  adminUrl: string
  port: number
  /** Process id of the server. */
  pid: number
  /** Cuts off running statements cleanly, then ends the server. */
  stop(): Promise<void>
  /** Ends the server at once, without waiting; it recovers its data at the next start. */
  kill(): void
}

/** Where the server keeps its data, and how it listens. */
export interface EmbeddedPostgresOptions {
  /** Made when it does not exist; holds the cluster and its password. */
  dataDirectory: string
  /** The port to listen on; without it any free one. A server that is taken over keeps its own. */
  port?: number
  /** Further settings as in postgresql.conf, e.g. { fsync: "off" } for tests. */
  settings?: Record<string, string>
}

/** The embedded server could not be started; the message says why in one line. */
export class EmbeddedPostgresFailed extends Error {
  constructor(why: string) {
    super(`the embedded PostgreSQL did not start: ${why}`)
    this.name = "EmbeddedPostgresFailed"
  }
}

const HOST = "127.0.0.1"

/** Small, as befits a server that shares a machine with everything else. */
const SETTINGS = {
  shared_buffers: "48MB",
  max_connections: "80",
  listen_addresses: HOST,
  unix_socket_directories: "",
  jit: "off",
  max_wal_size: "256MB",
  log_timezone: "Asia/Ho_Chi_Minh",
}

/**
 * Starts PostgreSQL on a data directory, making the cluster on the first run. A server left behind by a program
 * that was killed is taken over.
 * @throws EmbeddedPostgresFailed, NoEmbeddedPostgres
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const cluster = join(options.dataDirectory, "cluster")
  const passwordFile = join(options.dataDirectory, "password")
  const binaries = await findBinaries()
  await mkdir(options.dataDirectory, { recursive: true })
  const runAs = await runAsOrdinaryUser([dirname(binaries.initdb), dirname(options.dataDirectory)]).catch(
    (error: Error) => {
      throw new EmbeddedPostgresFailed(error.message)
    },
  )
  await giveTo(runAs.owner, options.dataDirectory)
  if (!(await isThere(cluster))) await initialise(binaries.initdb, cluster, passwordFile, runAs)
  const password = await readFile(passwordFile, "utf8").catch((error: Error) => {
    throw new EmbeddedPostgresFailed(`the password of ${cluster} cannot be read: ${error.message}`)
  })
  const control = (...args: string[]) =>
    runAs.run(binaries.pg_ctl, ["-D", cluster, ...args], options.dataDirectory)

  let running = await findRunning(cluster, control)
  if (running === null) {
    const port = options.port ?? (await freePort())
    const settings = Object.entries({ ...SETTINGS, ...options.settings, port: String(port) })
    const flags = settings.map(([name, value]) => `-c ${name}='${value}'`).join(" ")
    const log = join(options.dataDirectory, "postgres.log")
    try {
      await control("start", "-w", "-s", "-t", "60", "-l", log, "-o", flags)
    } catch (error) {
      const lines = ((await read(log)) ?? String(error)).trim().split("\n")
      throw new EmbeddedPostgresFailed(
        lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? "",
      )
    }
    running = await findRunning(cluster, control)
    if (running === null) throw new EmbeddedPostgresFailed("it ended right after its start")
  }
  const { pid, port } = running
  return {
    adminUrl: `postgresql://postgres:${password}@${HOST}:${port}/postgres`,
    port,
    pid,
    stop: async () => {
      await control("stop", "-m", "fast", "-w", "-s").catch(async (error) => {
        if ((await findRunning(cluster, control)) !== null) throw error
      })
    },
    kill: () => {
      try {
        process.kill(pid, "SIGQUIT")
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error
      }
    },
  }
}

/** Makes the cluster beside its place and moves it there when it is complete: what is in its place is whole. */
async function initialise(
  initdb: string,
  cluster: string,
  passwordFile: string,
  { owner, run }: RunAs,
): Promise<void> {
  const draft = `${cluster}.new`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  await writeFile(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 })
  await giveTo(owner, draft, passwordFile)
  const args = [
    ...["-D", draft, "--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`],
    ...["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"],
  ]
  try {
    await run(initdb, args, draft)
  } catch (error) {
    const told = (error as { stderr?: string }).stderr?.trim().split("\n") ?? []
    throw new EmbeddedPostgresFailed(
      told.find((line) => line.includes("error")) ?? told.at(-1) ?? (error as Error).message,
    )
  }
  await rename(draft, cluster)
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

async function giveTo(owner: MachineUser | null, ...paths: string[]): Promise<void> {
  if (owner !== null) for (const path of paths) await chown(path, owner.uid, owner.gid)
}

/** The server that runs on this very data, whoever started it; pg_ctl makes sure that it is that one. */
async function findRunning(
  cluster: string,
  control: (command: string) => Promise<unknown>,
): Promise<{ pid: number; port: number } | null> {
  try {
    await control("status")
  } catch {
    return null
  }
  const lines = (await read(join(cluster, "postmaster.pid")))?.split("\n") ?? []
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 0 && port > 0 ? { pid, port } : null
}

async function read(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null
    throw error
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, HOST)
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, "close")
  return port
}
