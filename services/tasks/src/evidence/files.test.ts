import { existsSync } from "node:fs"
import { mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { scopesOf } from "@plan43/authorization"
import { clockAt } from "@plan43/calendar"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import {
  askForFile,
  beginUpload,
  sendFrom,
  smallOpenXml,
  smallPdf,
  smallPng,
  uploadWell,
} from "@plan43/evidence/testing"
import { stableId } from "@plan43/published-rows"
import type { RunningSubgraph } from "@plan43/subgraph"
import { personOf, startForTest } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { tasks } from "../subgraph.ts"

let folder: string
let database: TestDatabase
let subgraph: RunningSubgraph

const NOW = "2026-11-26T08:00:00+07:00"
const officer = personOf("AGENCY_OFFICER", stableId("agency", "so-tai-chinh"))
const colleague = { ...officer, id: "colleague" }
const anothers = personOf("AGENCY_OFFICER", stableId("agency", "so-xay-dung"))
const TUS = { "tus-resumable": "1.0.0" }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plan43-files-"))
  process.env.EVIDENCE_DIR = folder
  database = await createTestDatabase()
  subgraph = await startForTest(tasks, database.urls.tasks, clockAt(NOW))
})

afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
  await rm(folder, { recursive: true, force: true })
})

beforeEach(() => query("delete from evidence_file"))

function query<Row>(statement: string, ...values: unknown[]): Promise<Row[]> {
  return subgraph.orm.em.getConnection().execute<Row[]>(statement, values)
}

const refusalOf = async (answer: Response) => ({
  status: answer.status,
  code: ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code,
})

const onDisk = async () => (existsSync(join(folder, "tasks")) ? readdir(join(folder, "tasks")) : [])

const patch = (path: string, offset: number, body: Buffer, who = officer) =>
  askForFile(
    subgraph,
    who,
    "PATCH",
    path,
    { ...TUS, "upload-offset": String(offset), "content-type": "application/offset+octet-stream" },
    body,
  )

const download = (who: Parameters<typeof askForFile>[1], id: string) =>
  askForFile(subgraph, who, "GET", `/files/tasks/${id}`)

describe("a file", () => {
  test("is uploaded, described by its content, and fetched as it was, with its history", async () => {
    const content = smallPdf(3_000_000)
    const id = await uploadWell(subgraph, officer, "Báo cáo đợt 1.pdf", content)
    const [row] = await query<Record<string, unknown>>("select * from evidence_file")
    expect(row).toMatchObject({
      id,
      state: "READY",
      name: "Báo cáo đợt 1.pdf",
      media_type: "application/pdf",
      uploaded_by: officer.id,
      agency_id: officer.agencyId,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const answer = await download(officer, id)
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": "3000000",
      "content-disposition": `attachment; filename="Bao cao dot 1.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%C4%91%E1%BB%A3t%201.pdf`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    })
    const history = await query<{ action: string; actor: string }>(
      "select action, actor from audit_entry where entity_id = ?",
      id,
    )
    expect(history).toEqual([{ action: "evidence_file.uploaded", actor: officer.id }])
  })

  test("that waits to be attached is seen by whoever uploaded it, and by nobody else", async () => {
    const id = await uploadWell(subgraph, officer, "a.pdf", smallPdf())
    for (const other of [null, colleague, anothers, personOf("COORDINATOR"), personOf("AUDITOR")])
      expect(await refusalOf(await download(other, id))).toEqual({ status: 404, code: "FILE_NOT_FOUND" })
  })

  test("whose content is not what its name says is refused, and nothing of it is kept", async () => {
    const begun = await beginUpload(subgraph, officer, "bao-cao.pdf", smallPng.length)
    const sent = await sendFrom(subgraph, officer, begun.headers.get("location") ?? "", smallPng)
    expect(await refusalOf(sent)).toEqual({ status: 422, code: "FILE_CONTENT_NOT_AS_NAMED" })
    expect(await query("select state from evidence_file")).toEqual([{ state: "REFUSED" }])
    expect(
      (await onDisk()).filter((name) => begun.headers.get("location")?.includes(name.slice(0, 36))),
    ).toEqual([])
  })

  test("with macros is refused", async () => {
    const file = smallOpenXml("docx", [{ name: "word/vbaProject.bin", content: "macro" }])
    const begun = await beginUpload(subgraph, officer, "bao-cao.docx", file.length)
    const sent = await sendFrom(subgraph, officer, begun.headers.get("location") ?? "", file)
    expect(await refusalOf(sent)).toEqual({ status: 422, code: "FILE_WITH_MACROS" })
  })

  test("is removed by whoever uploaded it, while it is attached to nothing", async () => {
    const id = await uploadWell(subgraph, officer, "a.pdf", smallPdf())
    const remove = (who: typeof officer) =>
      askForFile(subgraph, who, "DELETE", `/files/tasks/uploads/${id}`, TUS)
    expect((await remove(anothers)).status).toBe(404)
    await query("update evidence_file set owner = 'progress_report 1'")
    expect((await remove(officer)).status).toBe(404)
    await query("update evidence_file set owner = null")
    expect((await remove(officer)).status).toBe(204)
    expect(await query("select 1 from evidence_file")).toEqual([])
    expect((await onDisk()).filter((name) => name.startsWith(id))).toEqual([])
  })
})

describe("is refused before a byte is sent:", () => {
  test.each([
    ["26 MB", "lon.pdf", 26 * 1024 * 1024, 413, "FILE_TOO_LARGE"],
    ["nothing at all", "rong.pdf", 0, 400, "FILE_EMPTY"],
    ["a document with macros by its name", "bang.xlsm", 1000, 415, "FILE_TYPE_REFUSED"],
    ["a container of anything", "tat-ca.zip", 1000, 415, "FILE_TYPE_REFUSED"],
    ["a name without letters", "", 1000, 415, "FILE_TYPE_REFUSED"],
  ])("%s", async (_what, name, size, status, code) => {
    expect(await refusalOf(await beginUpload(subgraph, officer, name, size))).toEqual({ status, code })
    expect(await query("select 1 from evidence_file")).toEqual([])
  })

  test("strangers and those who record nothing", async () => {
    expect(await refusalOf(await beginUpload(subgraph, null, "a.pdf", 100))).toEqual({
      status: 401,
      code: "UNAUTHENTICATED",
    })
    for (const role of ["AUDITOR", "FINANCE", "ADMINISTRATOR"] as const) {
      expect(scopesOf(role)).not.toContain("progress:write")
      expect(await refusalOf(await beginUpload(subgraph, personOf(role), "a.pdf", 100))).toEqual({
        status: 403,
        code: "FORBIDDEN",
      })
    }
  })

  test("more files than wait for a report", async () => {
    await query(
      `insert into evidence_file (id, name, size, uploaded_by)
        select gen_random_uuid(), 'a.pdf', 1, ? from generate_series(1, 40)`,
      officer.id,
    )
    expect(await refusalOf(await beginUpload(subgraph, officer, "a.pdf", 100))).toEqual({
      status: 429,
      code: "TOO_MANY_FILES_WAITING",
    })
    expect((await beginUpload(subgraph, anothers, "a.pdf", 100)).status).toBe(201)
  })
})

describe("an upload", () => {
  const content = smallPdf(2_500_000)

  async function begin(who = officer) {
    const begun = await beginUpload(subgraph, who, "../../Kết quả.pdf", content.length)
    return begun.headers.get("location") ?? ""
  }

  const offsetOf = async (path: string, who = officer) => {
    const answer = await askForFile(subgraph, who, "HEAD", path, TUS)
    return answer.status === 200 ? Number(answer.headers.get("upload-offset")) : answer.status
  }

  test("that broke goes on where it was, also after the subgraph was started anew", async () => {
    const path = await begin()
    await patch(path, 0, content.subarray(0, 1_000_000))
    await subgraph.stop()
    subgraph = await startForTest(tasks, database.urls.tasks, clockAt(NOW))
    expect(await offsetOf(path)).toBe(1_000_000)
    expect((await sendFrom(subgraph, officer, path, content, 1_000_000)).status).toBe(204)
    expect(await query("select name, state from evidence_file")).toEqual([
      { name: "Kết quả.pdf", state: "READY" },
    ])
  })

  test("whose last answer was lost is looked at when its place is asked for", async () => {
    const path = await begin()
    await sendFrom(subgraph, officer, path, content)
    // As if it had been killed between the last byte and the look at it.
    await query("update evidence_file set state = 'UPLOADING', media_type = null, sha256 = null")
    expect(await offsetOf(path)).toBe(content.length)
    expect(await query("select state, media_type from evidence_file")).toEqual([
      { state: "READY", media_type: "application/pdf" },
    ])
    expect(await offsetOf(path)).toBe(content.length)
  })

  test("belongs to whoever began it", async () => {
    const path = await begin()
    expect(await offsetOf(path, colleague)).toBe(404)
    expect((await patch(path, 0, content.subarray(0, 100), colleague)).status).toBe(404)
    expect(await offsetOf(path)).toBe(0)
  })

  test("takes no byte twice and none beyond what was promised", async () => {
    const path = await begin()
    await patch(path, 0, content.subarray(0, 1_000_000))
    expect((await patch(path, 0, content.subarray(0, 100))).status).toBe(409)
    expect(await offsetOf(path)).toBe(1_000_000)
    const small = (await beginUpload(subgraph, officer, "nho.pdf", 100)).headers.get("location") ?? ""
    expect((await patch(small, 0, smallPdf(5_000))).status).toBe(413)
    expect(await offsetOf(small)).toBe(0)
  })

  test("takes no more than is vouched for at once", async () => {
    const path = await begin()
    expect((await patch(path, 0, smallPdf(1_048_577))).status).toBe(413)
    expect(await offsetOf(path)).toBe(0)
  })

  test("that was finished takes no more", async () => {
    const path = await begin()
    await sendFrom(subgraph, officer, path, content)
    expect((await patch(path, content.length, Buffer.from("more"))).status).toBe(404)
  })
})

describe("a direct call is answered 401", () => {
  test("without a signature", async () => {
    const id = await uploadWell(subgraph, officer, "a.pdf", smallPdf())
    for (const [method, path] of [
      ["GET", `/files/tasks/${id}`],
      ["POST", "/files/tasks/uploads"],
      ["HEAD", `/files/tasks/uploads/${id}`],
      ["DELETE", `/files/tasks/uploads/${id}`],
    ] as const) {
      const answer = await fetch(`${subgraph.url}${path}`, { method, headers: TUS })
      expect([method, answer.status]).toEqual([method, 401])
    }
  })

  test("with the signature of another path, offset or body", async () => {
    const path = (await beginUpload(subgraph, officer, "a.pdf", 200)).headers.get("location") ?? ""
    const signed: RequestInit[] = []
    const passed = globalThis.fetch
    globalThis.fetch = async (_url, init) => {
      signed.push(init ?? {})
      return new Response()
    }
    for (let count = 0; count < 3; count++) await patch(path, 0, smallPdf())
    globalThis.fetch = passed
    const send = async (at: string, init: RequestInit | undefined, change: RequestInit) =>
      (await fetch(`${subgraph.url}${at}`, { ...init, ...change })).status
    const [first, second, third] = signed
    expect(await send("/files/tasks/uploads/another", first, {})).toBe(401)
    expect(
      await send(path, second, { headers: { ...(second?.headers as object), "upload-offset": "100" } }),
    ).toBe(401)
    expect(await send(path, third, { body: new Uint8Array(smallPng) })).toBe(401)
    expect(await send(path, third, {})).toBe(204)
    expect(await send(path, third, {})).toBe(401)
  })
})
