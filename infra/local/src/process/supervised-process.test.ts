import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { BoundedFile } from "./bounded-file.ts"
import { ProcessLog } from "./process-log.ts"
import { type Patience, type ProcessFailed, SupervisedProcess } from "./supervised-process.ts"

let folder: string
let running: SupervisedProcess[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "supervised-"))
  running = []
})
afterEach(async () => {
  await Promise.all(running.map((supervised) => supervised.stop()))
  rmSync(folder, { recursive: true })
})

const READY = `
  process.send({ ready: true })
  process.on("disconnect", () => process.exit(0))
  setInterval(() => {}, 1_000)`

/** A real program of a few lines, supervised. */
function supervise(source: string, patience: Partial<Patience> = {}) {
  const file = join(folder, "program.mjs")
  writeFileSync(file, source)
  const shown: string[] = []
  const terminal = {
    say: (line: string) => shown.push(line),
    warn: (line: string) => shown.push(line),
    ready: () => undefined,
  }
  const log = new ProcessLog({
    name: "program",
    file: new BoundedFile(join(folder, "program.log")),
    terminal,
    verbose: false,
  })
  const { promise: givenUp, resolve: onGivenUp } = Promise.withResolvers<ProcessFailed>()
  const supervised = new SupervisedProcess(
    { name: "program", args: [file], cwd: folder, env: process.env },
    { log, terminal, patience: { restarts: [10, 20], ...patience }, onGivenUp },
  )
  running.push(supervised)
  return { supervised, shown, givenUp, file }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10))
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe("a supervised program", () => {
  test("has started when it says that it is ready, and is gone when it was stopped", async () => {
    const { supervised } = supervise(READY)
    await supervised.start()
    const pid = supervised.pid as number
    expect(isAlive(pid)).toBe(true)
    await supervised.stop()
    expect(isAlive(pid)).toBe(false)
    expect(supervised.pid).toBeUndefined()
  })

  test("that ends before it is ready fails its start with what it said last", async () => {
    const { supervised } = supervise('console.error("PORT: Invalid input"); process.exit(1)')
    await expect(supervised.start()).rejects.toThrow("program did not start: PORT: Invalid input")
  })

  test("that says nothing fails with its exit code", async () => {
    const { supervised } = supervise("process.exit(7)")
    await expect(supervised.start()).rejects.toThrow("program did not start: exit code 7")
  })

  test("that is never ready is ended in time", async () => {
    const { supervised } = supervise("setInterval(() => {}, 1_000)", { start: 300 })
    await expect(supervised.start()).rejects.toThrow("program was not ready after 0.3 s")
    expect(supervised.pid).toBeUndefined()
  })

  test("is started again when it dies", async () => {
    const { supervised, shown } = supervise(READY)
    await supervised.start()
    const first = supervised.pid as number
    process.kill(first, "SIGKILL")
    await until(() => shown.includes("program works again"))
    expect(shown[0]).toBe("program ended (killed by SIGKILL); it is started again in 0.01 s")
    expect(supervised.pid).not.toBe(first)
  })

  test("that keeps dying is given up", async () => {
    const { supervised, givenUp, file } = supervise(READY)
    await supervised.start()
    writeFileSync(file, 'throw new Error("broken")')
    process.kill(supervised.pid as number, "SIGKILL")
    expect((await givenUp).message).toBe(
      "program died 3 times in a row: program did not start: Error: broken",
    )
  })

  test("is not started again when it is stopped while it waits for its restart", async () => {
    const { supervised, shown } = supervise(READY, { restarts: [10_000] })
    await supervised.start()
    process.kill(supervised.pid as number, "SIGKILL")
    await until(() => shown.length > 0)
    await supervised.stop()
    expect(supervised.pid).toBeUndefined()
  })

  test("that does not end when asked is killed", async () => {
    const { supervised } = supervise(`${READY}\nprocess.on("SIGTERM", () => {})`, { stop: 200 })
    await supervised.start()
    const pid = supervised.pid as number
    await supervised.stop()
    expect(isAlive(pid)).toBe(false)
  })

  test("does not hear Ctrl-C: it leads a process group of its own", async () => {
    const { supervised } = supervise(`${READY}\nprocess.on("SIGINT", () => process.exit(3))`)
    await supervised.start()
    expect(process.kill(-(supervised.pid as number), 0)).toBe(true)
  })

  test("may be started again after it was stopped", async () => {
    const { supervised } = supervise(READY)
    await supervised.start()
    await supervised.stop()
    await supervised.start()
    expect(isAlive(supervised.pid as number)).toBe(true)
  })
})
