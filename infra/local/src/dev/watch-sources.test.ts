import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { expect, test } from "vitest"
import { watchSources } from "./watch-sources.ts"

test("several saved files make one change, tests and built files make none", async () => {
  const root = mkdtempSync(join(tmpdir(), "watch-"))
  const folderOf = (name: string) => join(root, name)
  for (const name of ["a", "b"]) mkdirSync(join(folderOf(name), "src", "deep"), { recursive: true })
  const told: string[][] = []
  const end = watchSources(
    new Map(["a", "b", "without-source"].map((name) => [name, { folder: folderOf(name), dependencies: [] }])),
    (changed) => told.push([...changed].sort()),
  )
  try {
    writeFileSync(join(folderOf("a"), "src", "deep", "one.test.ts"), "")
    writeFileSync(join(folderOf("a"), "src", "notes.md"), "")
    await sleep(400)
    expect(told).toEqual([])
    writeFileSync(join(folderOf("a"), "src", "deep", "one.ts"), "")
    writeFileSync(join(folderOf("b"), "src", "two.ts"), "")
    await expect.poll(() => told, { timeout: 5_000 }).toEqual([["a", "b"]])
  } finally {
    end()
    rmSync(root, { recursive: true })
  }
})
