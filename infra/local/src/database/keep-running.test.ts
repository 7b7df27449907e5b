import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { startEmbeddedPostgres } from "@plan43/database/embedded"
import { provision } from "@plan43/database/provision"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { keepRunning } from "./keep-running.ts"

let dataDirectory: string
beforeEach(async () => {
  dataDirectory = join(await mkdtemp(join(tmpdir(), "plan43-keep-")), "data")
})
afterEach(() => rm(join(dataDirectory, ".."), { recursive: true, force: true }))

const settings = { fsync: "off" }

test("a database server that was killed is back at its port by itself, until it is stopped", async () => {
  const server = await startEmbeddedPostgres({ dataDirectory, settings })
  const said: string[] = []
  const terminal = { say: (line: string) => said.push(line), warn: (line: string) => said.push(line) }
  const onGivenUp = vi.fn()
  const kept = keepRunning(server, {
    restart: () => startEmbeddedPostgres({ dataDirectory, settings, port: server.port }),
    terminal,
    onGivenUp,
  })
  await provision(server.adminUrl)

  process.kill(server.pid, "SIGKILL")
  await vi.waitFor(() => expect(said).toContain("postgres works again"), { timeout: 20_000, interval: 100 })
  await provision(server.adminUrl)

  await kept.stop()
  await sleep(1_200)
  await expect(provision(server.adminUrl)).rejects.toThrow("ECONNREFUSED")
  expect(said).toEqual(["postgres ended; it is started again", "postgres works again"])
  expect(onGivenUp).not.toHaveBeenCalled()
}, 60_000)

test("one that cannot be started again is given up, with what it said", async () => {
  const server = await startEmbeddedPostgres({ dataDirectory, settings })
  const givenUp = Promise.withResolvers<Error>()
  const kept = keepRunning(server, {
    restart: () => Promise.reject(new Error("the disk is gone")),
    terminal: { say: () => undefined, warn: () => undefined },
    onGivenUp: givenUp.resolve,
    waits: [0, 10],
  })
  await server.stop()
  expect((await givenUp.promise).message).toBe("the disk is gone")
  await kept.stop()
}, 60_000)
