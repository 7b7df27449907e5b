import { spawn } from "node:child_process"
import { once } from "node:events"
import { chmod, mkdir, mkdtemp, rm, stat, unlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import pg from "pg"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts"

let folder: string
let dataDirectory: string
let servers: EmbeddedPostgres[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "embedded-"))
  await chmod(folder, 0o755)
  dataDirectory = join(folder, "data")
  servers = []
})
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  await rm(folder, { recursive: true, force: true })
})

async function start(port?: number): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDirectory, port, settings: { fsync: "off" } })
  servers.push(server)
  return server
}

async function ask(server: EmbeddedPostgres, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.adminUrl })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

async function ended(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe("the embedded PostgreSQL", () => {
  test("keeps what was written from one start to the next", async () => {
    const first = await start()
    await ask(first, "create table kept as select 'đã ghi' as word")
    await first.stop()
    expect(await ask(await start(), "select word from kept")).toEqual([{ word: "đã ghi" }])
  })

  test("listens on this machine only, with a password that only its owner can read", async () => {
    const server = await start()
    expect(await ask(server, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }])
    expect((await stat(join(dataDirectory, "password"))).mode & 0o777).toBe(0o600)
    const url = new URL(server.adminUrl)
    url.password = "guess"
    const intruder = new pg.Client({ connectionString: url.href })
    await expect(intruder.connect()).rejects.toThrow("password authentication failed")
  })

  test("is taken over when the program that started it was killed", async () => {
    const source = fileURLToPath(new URL("./embedded-postgres.ts", import.meta.url))
    const program = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(source)})
      const server = await startEmbeddedPostgres({ dataDirectory: ${JSON.stringify(dataDirectory)} })
      console.log(server.pid)
      setInterval(() => {}, 1000)`
    const other = spawn(process.execPath, ["--input-type=module", "--eval", program], {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      stdio: ["ignore", "pipe", "inherit"],
    })
    const [pid] = (await once(other.stdout, "data")) as [Buffer]
    other.kill("SIGKILL")
    await once(other, "exit")

    const server = await start()
    expect(server.pid).toBe(Number(pid.toString()))
    expect(await ask(server, "select 1 as one")).toEqual([{ one: 1 }])
    await server.stop()
    await ended(server.pid)
  })

  test("recovers after it was killed itself, at the port that was asked for", async () => {
    const first = await start()
    await ask(first, "create table kept as select 1 as one")
    first.kill()
    await ended(first.pid)
    const second = await start(first.port)
    expect(second.port).toBe(first.port)
    expect(await ask(second, "select one from kept")).toEqual([{ one: 1 }])
  })

  test("begins anew after a first start that was cut off", async () => {
    await mkdir(join(dataDirectory, "cluster.new"), { recursive: true })
    await writeFile(join(dataDirectory, "cluster.new", "PG_VERSION"), "18")
    expect(await ask(await start(), "select 1 as one")).toEqual([{ one: 1 }])
  })

  test("does not touch data whose password is lost", async () => {
    await (await start()).stop()
    await unlink(join(dataDirectory, "password"))
    await expect(start()).rejects.toThrow(/did not start: the password of .*cluster cannot be read/)
    expect((await stat(join(dataDirectory, "cluster", "PG_VERSION"))).isFile()).toBe(true)
  })

  test("says what the server said when it cannot start on its data", async () => {
    await (await start()).stop()
    await writeFile(join(dataDirectory, "cluster", "PG_VERSION"), "12\n")
    await expect(start()).rejects.toThrow("database files are incompatible with server")
  })

  test("reaches its data behind a folder that is closed to others", async () => {
    await chmod(folder, 0o700)
    expect(await ask(await start(), "select 1 as one")).toEqual([{ one: 1 }])
  })
})
