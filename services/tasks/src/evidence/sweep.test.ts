import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { clockAt } from "@plan43/calendar"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { startForTest } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import { tasks } from "../subgraph.ts"

let folder: string
let database: TestDatabase
let subgraph: RunningSubgraph

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plan43-sweep-"))
  process.env.EVIDENCE_DIR = folder
  database = await createTestDatabase()
  subgraph = await startAt("2026-11-26T08:00:00+07:00")
})

afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
  await rm(folder, { recursive: true, force: true })
})

const startAt = (instant: string) => startForTest(tasks, database.urls.tasks, clockAt(instant))

async function kept(): Promise<{ rows: string[]; onDisk: string[] }> {
  const rows = await subgraph.orm.em
    .getConnection()
    .execute<{ name: string }[]>("select name from evidence_file order by name")
  return {
    rows: rows.map(({ name }) => name),
    onDisk: (await readdir(join(folder, "tasks"))).filter((name) => !name.endsWith(".json")).sort(),
  }
}

test("what was given up is gone after its time, with its bytes; what is attached stays for ever", async () => {
  const rows = [
    // Name, state, owner, written at, and whether its bytes are still there.
    ["1 broken today", "UPLOADING", null, "2026-11-26T01:00:00Z", true],
    ["2 broken long ago", "UPLOADING", null, "2026-11-24T01:00:00Z", true],
    ["3 waits for its report", "READY", null, "2026-11-20T01:00:00Z", true],
    ["4 waited too long", "READY", null, "2026-11-01T01:00:00Z", true],
    ["5 attached", "READY", "progress_report 1", "2025-11-01T01:00:00Z", true],
    ["6 refused", "REFUSED", null, "2026-11-24T01:00:00Z", false],
    ["7 killed before its bytes went", "DISCARDED", null, "2026-11-26T01:00:00Z", true],
    ["8 killed after its bytes went", "DISCARDED", null, "2026-11-26T01:00:00Z", false],
  ] as const
  const bytes: string[] = []
  for (const [index, [name, state, owner, at, there]] of rows.entries()) {
    const id = `00000000-0000-4000-8000-00000000000${index + 1}`
    await subgraph.orm.em.getConnection().execute(
      `insert into evidence_file (id, name, size, state, owner, created_at, uploaded_by, media_type, sha256)
        values (?, ?, 1, ?, ?, ?, 'officer', 'application/pdf', repeat('0', 64))`,
      [id, name, state, owner, at],
    )
    if (there) {
      await mkdir(join(folder, "tasks"), { recursive: true })
      await writeFile(join(folder, "tasks", id), "x")
      bytes.push(id)
    }
  }
  await subgraph.stop()
  subgraph = await startAt("2026-11-26T08:30:00+07:00")
  await expect.poll(kept, { timeout: 10_000 }).toEqual({
    rows: ["1 broken today", "3 waits for its report", "5 attached"],
    onDisk: [bytes[0], bytes[2], bytes[4]],
  })
})
