import { mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import { Upload } from "@tus/server"
import S3rver from "s3rver"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { readEvidenceConfiguration } from "../configuration.ts"
import { type EvidenceStore, openStore } from "./evidence-store.ts"

let folder: string
let bucket: S3rver
let endpoint: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plan43-store-"))
  bucket = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory: join(folder, "s3"),
    configureBuckets: [{ name: "evidence", configs: [] }],
  })
  const { port } = await bucket.run()
  endpoint = `http://127.0.0.1:${port}`
})

afterAll(async () => {
  await bucket?.close()
  await rm(folder, { recursive: true, force: true })
})

const inFolder = () => openStore(readEvidenceConfiguration({ EVIDENCE_DIR: join(folder, "one") }), "tasks")
const inBucket = () =>
  openStore(
    readEvidenceConfiguration({
      EVIDENCE_STORE: "s3",
      EVIDENCE_DIR: join(folder, "two"),
      EVIDENCE_S3_ENDPOINT: endpoint,
      EVIDENCE_S3_BUCKET: "evidence",
      EVIDENCE_S3_ACCESS_KEY_ID: "S3RVER",
      EVIDENCE_S3_SECRET_ACCESS_KEY: "S3RVER",
    }),
    "tasks",
  )

/** Every file on the disk, those of the bucket included. */
async function left(): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found.flatMap((entry) => (entry.isFile() && !entry.name.startsWith("_bucket") ? entry.name : []))
}

describe.each([
  ["a folder", inFolder],
  ["a bucket", inBucket],
])("%s", (_where, open) => {
  const id = "8f2f1c1e-94c2-4b0a-9d3c-0d2a3c9b5f10"
  const content = Buffer.from(Array.from({ length: 2_500_000 }, (_byte, index) => index % 251))

  async function takeIn({ incoming }: EvidenceStore, from: number, to: number): Promise<void> {
    if (from === 0) await incoming.create(new Upload({ id, size: content.length, offset: 0 }))
    await incoming.write(Readable.from([content.subarray(from, to)]), id, from)
  }

  test("takes in pieces, knows after a stop how far it was, keeps the whole and gives it back", async () => {
    await takeIn(open(), 0, 1_000_000)
    expect((await open().incoming.getUpload(id)).offset).toBe(1_000_000)
    const store = open()
    await takeIn(store, 1_000_000, content.length)
    for (let times = 0; times < 2; times++)
      await store.keep(id, await buffer(await store.incoming.open(id)), "application/pdf")
    await store.forgetIncoming(id)
    expect((await buffer(await open().read(id))).equals(content)).toBe(true)
    expect(await store.unfinished()).toEqual([])
    await store.remove(id)
    expect(await left()).toEqual([])
  })

  test("leaves nothing of what broke off, and says at once that something is not there", async () => {
    const store = open()
    await takeIn(store, 0, 1_000_000)
    await store.remove(id)
    await store.remove(id)
    expect(await left()).toEqual([])
    await expect(store.read(id)).rejects.toThrow()
  })
})

test("a bucket tells what came in and is not kept yet", async () => {
  const store = inBucket()
  const id = "3a0b5f10-94c2-4b0a-9d3c-0d2a3c9b8f2f"
  await store.incoming.create(new Upload({ id, size: 10, offset: 0 }))
  expect(await inBucket().unfinished()).toEqual([id])
})

test("a store that is not configured whole is refused, with every variable at fault", () => {
  expect(() => readEvidenceConfiguration({ EVIDENCE_STORE: "s3" })).toThrow(
    /EVIDENCE_S3_BUCKET.*EVIDENCE_S3_ACCESS_KEY_ID.*EVIDENCE_S3_SECRET_ACCESS_KEY/,
  )
  expect(() => readEvidenceConfiguration({ EVIDENCE_STORE: "ftp" })).toThrow(/EVIDENCE_STORE/)
})
