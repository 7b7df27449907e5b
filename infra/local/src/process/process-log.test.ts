import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PassThrough } from "node:stream"
import { setImmediate } from "node:timers/promises"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { plainTerminal } from "../terminal/terminal.ts"
import { BoundedFile } from "./bounded-file.ts"
import { ProcessLog } from "./process-log.ts"

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "process-log-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

function openLog({ verbose = false } = {}) {
  const shown: string[] = []
  const write = (text: string) => shown.push(text.trimEnd())
  const path = join(folder, "tasks.log")
  const log = new ProcessLog({
    name: "tasks",
    file: new BoundedFile(path),
    terminal: plainTerminal({ out: { write }, err: { write } }),
    verbose,
  })
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  log.follow(stdout, stderr)
  return { log, stdout, stderr, shown, file: () => readFileSync(path, "utf8") }
}

describe("what a process prints", () => {
  test("goes to its file whole, and to the terminal from warnings on", async () => {
    const { log, stdout, shown, file } = openLog()
    log.started()
    stdout.write('{"level":30,"msg":"asked"}\n{"level":40,"msg":"sl')
    stdout.write('ow","err":{"message":"3 s"}}\n')
    await setImmediate()
    expect(shown).toEqual(["tasks: slow: 3 s"])
    expect(file()).toBe('{"level":30,"msg":"asked"}\n{"level":40,"msg":"slow","err":{"message":"3 s"}}\n')
  })

  test("is kept from the terminal while it starts, and explains a death", async () => {
    const { log, stderr, shown } = openLog()
    stderr.write(
      "tasks.js:1\n\nTypeError: x is not a function\n    at main (tasks.js:1:1)\n\nNode.js v24.21.0\n",
    )
    await setImmediate()
    expect(shown).toEqual([])
    expect(log.lastWords()).toBe("TypeError: x is not a function")
  })

  test("is forgotten when the process starts anew", async () => {
    const { log, stderr } = openLog()
    stderr.write("Error: old\n")
    await setImmediate()
    log.follow(new PassThrough(), new PassThrough())
    expect(log.lastWords()).toBeNull()
  })

  test("is shown whole when asked for, the last line without its end too", async () => {
    const { stdout, shown } = openLog({ verbose: true })
    stdout.end('{"level":30,"msg":"asked"}\nunfinished')
    await setImmediate()
    await setImmediate()
    expect(shown).toEqual(['tasks: {"level":30,"msg":"asked"}', "tasks: unfinished"])
  })
})
