import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { BoundedFile } from "./bounded-file.ts"

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bounded-file-"))
})
afterEach(() => rm(folder, { recursive: true }))

test("a log keeps the file before it and nothing older", async () => {
  const path = join(folder, "logs", "tasks.log")
  const file = new BoundedFile(path, 8)
  for (const line of ["one", "two", "three", "four", "five"]) file.append(line)
  expect(await readFile(path, "utf8")).toBe("five\n")
  expect(await readFile(`${path}.1`, "utf8")).toBe("four\n")
  expect(await readdir(join(folder, "logs"))).toHaveLength(2)
})

test("a log that exists is continued", async () => {
  const path = join(folder, "tasks.log")
  new BoundedFile(path, 12).append("before")
  const file = new BoundedFile(path, 12)
  file.append("now")
  expect(await readFile(path, "utf8")).toBe("before\nnow\n")
  file.append("later")
  expect(await readFile(path, "utf8")).toBe("later\n")
})

test("a line longer than the file may be is kept whole", async () => {
  const path = join(folder, "tasks.log")
  const file = new BoundedFile(path, 3)
  file.append("quite long")
  expect(await readFile(path, "utf8")).toBe("quite long\n")
})
