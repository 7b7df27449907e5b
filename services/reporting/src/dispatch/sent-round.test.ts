import { randomUUID } from "node:crypto"
import { askForFile, smallPdf, smallPng, uploadWell } from "@plan43/evidence/testing"
import { personOf } from "@plan43/subgraph/testing"
import { strFromU8, unzipSync } from "fflate"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  agencyId,
  coordinator,
  type Done,
  type Row,
  type RunningRounds,
  startRounds,
  well,
} from "../testing/running-round.ts"

let rounds: RunningRounds
let open: Row
let locked: Row

beforeAll(async () => {
  rounds = await startRounds()
  const given = { agencyIds: [FINANCE] }
  open = await rounds.openRound(given)
  locked = await well(rounds.moveRound("lockRound", await rounds.openRound(given)))
})

afterAll(() => rounds?.stop())

const FINANCE = agencyId("so-tai-chinh")
const officer = personOf("AGENCY_OFFICER", FINANCE)
const upload = (name: string, bytes = smallPdf()) => uploadWell(rounds.subgraph, coordinator, name, bytes)
const reasons = ({ userErrors }: Done) => userErrors.map(({ field, reason }) => `${field} ${reason}`)
const statusOf = async (who: typeof officer, id: string) =>
  (await askForFile(rounds.subgraph, who, "GET", `/files/reporting/${id}`)).status

describe("the signed copy", () => {
  const attach = (given: Record<string, unknown>) =>
    rounds.carryOut("attachSignedCopy", "AttachSignedCopyInput", "signedCopy", {
      roundId: locked.id,
      number: "120/BC-SKHCN",
      signedOn: "2026-06-01",
      signer: "Giám đốc Nguyễn Văn A",
      ...given,
    })

  test("is one PDF of a locked round, with number, day and signer", async () => {
    const fileIds = [await upload("Báo cáo đã ký.pdf")]
    expect(reasons(await attach({ roundId: open.id, fileIds }))).toEqual(["roundId ROUND_NOT_LOCKED"])
    expect(
      reasons(await attach({ number: " ", signer: "", signedOn: "2026-06-02", fileIds: [] })).toSorted(),
    ).toEqual([
      "fileIds ONE_FILE_NEEDED",
      "number NUMBER_MISSING",
      "signedOn DATE_IN_FUTURE",
      "signer SIGNER_MISSING",
    ])
    expect(reasons(await attach({ fileIds: [randomUUID()] }))).toEqual(["fileIds FILE_NOT_READY"])
    expect(reasons(await attach({ fileIds: [await upload("Ảnh.png", smallPng)] }))).toEqual([
      "fileIds NOT_A_PDF",
    ])
    await well(attach({ fileIds }))
    expect(await statusOf(coordinator, fileIds[0] ?? "")).toBe(200)
    expect(await statusOf(officer, fileIds[0] ?? "")).toBe(404)
  })

  test("gives way to another for a reason, and stays behind it", async () => {
    const fileIds = [await upload("Bản ký lại.pdf")]
    expect(reasons(await attach({ fileIds, number: "121/BC-SKHCN" }))).toEqual(["reason REASON_MISSING"])
    await well(attach({ fileIds, number: "121/BC-SKHCN", reason: "Bản trước thiếu trang" }))
    const { round } = await rounds.ask<{
      round: { signedCopies: { number: string; signedOn: string; files: { name: string }[] }[] }
    }>(
      "query ($id: ID!) { round: reportingRound(id: $id) { signedCopies { number signedOn files { name } } } }",
      {
        id: locked.id,
      },
    )
    expect(round.signedCopies).toEqual([
      { number: "121/BC-SKHCN", signedOn: "2026-06-01", files: [{ name: "Bản ký lại.pdf" }] },
      { number: "120/BC-SKHCN", signedOn: "2026-06-01", files: [{ name: "Báo cáo đã ký.pdf" }] },
    ])
  })
})

describe("what was sent", () => {
  const record = (given: Record<string, unknown>) =>
    rounds.carryOut("recordDispatch", "RecordDispatchInput", "dispatch", {
      roundId: locked.id,
      recipient: "NATIONAL_SYSTEM",
      sentOn: "2026-06-01",
      means: "Nhập trên hệ thống",
      reference: "NQ57-2026-1",
      ...given,
    })

  test("is kept with the very files and their hashes, for those who read all reports", async () => {
    const fileIds = [await upload("Biểu bốn nhóm.pdf")]
    await well(record({ fileIds }))
    const found = await rounds.ask<{
      round: {
        dispatches: {
          recipient: string
          sha256s: string[]
          recordedBy: string
          files: { sha256: string }[]
        }[]
      }
    }>(
      "query ($id: ID!) { round: reportingRound(id: $id) { dispatches { recipient sha256s recordedBy files { sha256 } } } }",
      { id: locked.id },
    )
    const [receipt] = found.round.dispatches
    expect(receipt).toMatchObject({ recipient: "NATIONAL_SYSTEM", recordedBy: coordinator.name })
    expect(receipt?.sha256s).toEqual(receipt?.files.map(({ sha256 }) => sha256))
    expect(receipt?.sha256s[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(await statusOf(officer, fileIds[0] ?? "")).toBe(404)
  })

  test("is refused of an open round, without a file, without means, and to nobody by name", async () => {
    const fileIds = [await upload("Báo cáo.pdf")]
    expect(reasons(await record({ roundId: open.id, fileIds }))).toEqual(["roundId ROUND_NOT_LOCKED"])
    expect(reasons(await record({ fileIds: [], means: " ", sentOn: "2026-06-02" })).toSorted()).toEqual([
      "fileIds FILE_MISSING",
      "means MEANS_MISSING",
      "sentOn DATE_IN_FUTURE",
    ])
    expect(reasons(await record({ fileIds, recipient: "OTHER" }))).toEqual([
      "recipientName RECIPIENT_NAME_MISSING",
    ])
    expect(reasons(await record({ fileIds, recipientName: "Ai đó" }))).toEqual([
      "recipientName RECIPIENT_NAME_NEEDLESS",
    ])
  })
})

test("the forms of recipients are of the same frozen data, and a workbook each", async () => {
  const { round } = await rounds.ask<{
    round: {
      figures: { city: { assigned: number } }
      synthesis: {
        forms: {
          recipient: string
          columns: string[]
          rows: { name: string; assigned: number; counts: number[]; outside: number }[]
          file: { name: string; base64: string }
        }[]
      }
    }
  }>(
    `query ($id: ID!) { round: reportingRound(id: $id) { figures { city { assigned } } synthesis { forms { recipient columns
       rows { name assigned counts outside } file { name base64 } } } } }`,
    { id: locked.id },
  )
  expect(round.synthesis.forms.map(({ recipient, columns }) => [recipient, columns.length])).toEqual([
    ["NATIONAL_SYSTEM", 4],
    ["CITY", 5],
  ])
  for (const { rows, file } of round.synthesis.forms) {
    expect(rows.at(-1)).toMatchObject({ name: "Toàn Thành phố", assigned: round.figures.city.assigned })
    const parts = unzipSync(new Uint8Array(Buffer.from(file.base64, "base64")))
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] as Uint8Array)
    expect(sheet).toContain(`<v>${round.figures.city.assigned}</v>`)
    expect(file.name).toMatch(/^2026-05-31 biểu .+\.xlsx$/)
  }
})
