import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { AlreadyRunning, claimSoleUse } from "./sole-use.ts"

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sole-use-"))
})
afterEach(() => rm(folder, { recursive: true }))

describe("a data folder", () => {
  test("serves one start at a time", async () => {
    const release = await claimSoleUse(folder)
    await expect(claimSoleUse(folder)).rejects.toThrow(AlreadyRunning)
    await release()
    await (await claimSoleUse(folder))()
  })

  test("is free again after its user was killed", async () => {
    const module = fileURLToPath(new URL("./sole-use.ts", import.meta.url))
    const program = `
      const { claimSoleUse } = await import(${JSON.stringify(module)})
      await claimSoleUse(${JSON.stringify(folder)})
      console.log("claimed")
      setInterval(() => {}, 1000)`
    const other = spawn(process.execPath, ["--input-type=module", "--eval", program], {
      stdio: ["ignore", "pipe", "inherit"],
    })
    await once(other.stdout, "data")
    await expect(claimSoleUse(folder)).rejects.toThrow(AlreadyRunning)
    other.kill("SIGKILL")
    await once(other, "exit")
    await (await claimSoleUse(folder))()
  })
})
