import { execFile } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { chown, mkdir, readFile, rm, writeFile } from "node:fs/promises"
import { type AddressInfo, createServer } from "node:net"
import { join } from "node:path"
import { promisify } from "node:util"
import { findBinaries } from "./binaries.ts"
import { type RunAs, userForPostgres } from "./run-as.ts"

const run = promisify(execFile)

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
  const user = await userForPostgres()
  await mkdir(cluster, { recursive: true, mode: 0o700 })
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(options.dataDirectory, user.uid, user.gid)
    await chown(cluster, user.uid, user.gid)
  }
  const password =
    (await read(passwordFile)) ?? (await initialise(binaries.initdb, cluster, passwordFile, user))
  const control = (...args: string[]) =>
    run(binaries.pg_ctl, ["-D", cluster, ...args], { ...user, cwd: options.dataDirectory })

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

async function initialise(
  initdb: string,
  cluster: string,
  passwordFile: string,
  user: RunAs,
): Promise<string> {
  const password = randomBytes(24).toString("base64url")
  await rm(cluster, { recursive: true, force: true })
  await mkdir(cluster, { mode: 0o700 })
  const draft = `${passwordFile}.new`
  await writeFile(draft, password, { mode: 0o600 })
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(cluster, user.uid, user.gid)
    await chown(draft, user.uid, user.gid)
  }
  try {
    await run(
      initdb,
      [
        "-D",
        cluster,
        "--username=postgres",
        "--auth=scram-sha-256",
        `--pwfile=${draft}`,
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
      ],
      { ...user, cwd: cluster },
    )
  } catch (error) {
    const told = (error as { stderr?: string }).stderr?.trim().split("\n") ?? []
    throw new EmbeddedPostgresFailed(
      told.find((line) => line.includes("error")) ?? told.at(-1) ?? (error as Error).message,
    )
  }
  // The password file is written last: where it is, the cluster is complete.
  await writeFile(passwordFile, password, { mode: 0o600 })
  await rm(draft)
  return password
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
