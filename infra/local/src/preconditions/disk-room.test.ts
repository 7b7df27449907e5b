import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { lackOfRoom, NoRoom, requireDiskRoom } from "./disk-room.ts"

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "disk-room-"))
})
afterAll(() => rm(folder, { recursive: true }))

describe("room on the disk", () => {
  test("is 300 MB for a first start and 50 MB for a later one", () => {
    expect(lackOfRoom(300_000_000, true)).toBeNull()
    expect(lackOfRoom(299_999_999, true)).toBe("has 299 MB free: a first start needs 300 MB")
    expect(lackOfRoom(50_000_000, false)).toBeNull()
    expect(lackOfRoom(0, false)).toBe("has 0 MB free: a later start needs 50 MB")
  })

  test("is looked for where the data will be, in a folder that need not exist yet", async () => {
    const deep = join(folder, "a", "b")
    await requireDiskRoom(deep, true)
    expect((await stat(deep)).isDirectory()).toBe(true)
  })

  test("is missing where a file stands in the way", async () => {
    const file = join(folder, "file")
    await writeFile(file, "")
    await expect(requireDiskRoom(join(file, "data"), true)).rejects.toThrow(NoRoom)
  })

  test("is none in a folder that cannot be written to, and nothing is left in one that can", async () => {
    await expect(requireDiskRoom("/proc", false)).rejects.toThrow(
      "the data folder /proc cannot be written to",
    )
    const writable = await mkdtemp(join(folder, "writable-"))
    await requireDiskRoom(writable, false)
    expect(await readdir(writable)).toEqual([])
  })
})
