import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { canonicalText, contentHash, type ReportContent } from "./canonical-report.ts"

const line = {
  item: { kind: "TASK", code: "85b" },
  answer: "REPORTED",
  progress: "Đã trình",
  resultDocument: null,
  percentage: 40,
  difficulties: null,
  proposal: null,
  nextPlan: null,
  files: [],
} as const

const content: ReportContent = {
  round: { id: "r1", cutOffOn: "2026-05-31" },
  agencyId: "a1",
  approvedBy: "Nguyễn Văn A",
  approvedAt: "2026-06-02T03:00:00.000Z",
  approvedIn: null,
  sentOn: "2026-06-02",
  receivedOn: null,
  entry: null,
  lines: [line],
}

test("the text of a report is the same whoever writes it", () => {
  expect(canonicalText(content)).toBe(
    '{"form":"plan43-agency-report/1","round":{"id":"r1","cutOffOn":"2026-05-31"},"agency":"a1","approvedBy":"Nguyễn Văn A","approvedAt":"2026-06-02T03:00:00.000Z","sentOn":"2026-06-02","lines":[{"kind":"TASK","code":"85b","answer":"REPORTED","progress":"Đã trình","resultDocument":null,"percentage":40,"difficulties":null,"proposal":null,"nextPlan":null}]}',
  )
})

test("the text of a report with files, or approved in one, names them by their own hashes", () => {
  const file = { sha256: "aa" }
  expect(canonicalText({ ...content, lines: [{ ...line, files: [file] }] })).toBe(
    '{"form":"plan43-agency-report/2","round":{"id":"r1","cutOffOn":"2026-05-31"},"agency":"a1","approvedBy":"Nguyễn Văn A","approvedAt":"2026-06-02T03:00:00.000Z","approvedIn":null,"sentOn":"2026-06-02","lines":[{"kind":"TASK","code":"85b","answer":"REPORTED","progress":"Đã trình","resultDocument":null,"percentage":40,"difficulties":null,"proposal":null,"nextPlan":null,"files":["aa"]}]}',
  )
  const entered = { ...content, approvedAt: null, approvedIn: { sha256: "bb", approvedOn: "2026-06-01" } }
  expect(canonicalText(entered)).toContain(
    '"approvedAt":null,"approvedIn":{"sha256":"bb","approvedOn":"2026-06-01"},"sentOn"',
  )
})

test("the text of a report that was entered says when it came, and names its scans", () => {
  const entry = { receivedOn: "2026-06-01", approvedOn: "2026-05-31", scans: [{ sha256: "cc" }] }
  expect(canonicalText({ ...content, approvedAt: null, receivedOn: "2026-06-01", entry, lines: [] })).toBe(
    '{"form":"plan43-agency-report/3","round":{"id":"r1","cutOffOn":"2026-05-31"},"agency":"a1","approvedBy":"Nguyễn Văn A","approvedAt":null,"approvedIn":null,"sentOn":"2026-06-02","receivedOn":"2026-06-01","entry":{"receivedOn":"2026-06-01","approvedOn":"2026-05-31","scans":["cc"]},"lines":[]}',
  )
  // First on paper, then corrected and approved on the platform
  expect(canonicalText({ ...content, receivedOn: "2026-06-01" })).toContain(
    '"receivedOn":"2026-06-01","entry":null,"lines"',
  )
})

test("the hash is the SHA-256 of that text", async () => {
  const expected = createHash("sha256").update(canonicalText(content), "utf8").digest("hex")
  expect(await contentHash(content)).toBe(expected)
})

test("what looks the same has the same hash, what says another thing has another", async () => {
  const hash = await contentHash(content)
  const decomposed = { ...line, progress: "Đã trình".normalize("NFD") }
  expect(await contentHash({ ...content, lines: [decomposed] })).toBe(hash)
  expect(await contentHash({ ...content, lines: [{ ...line, percentage: 41 }] })).not.toBe(hash)
  expect(await contentHash({ ...content, approvedBy: "Nguyễn Văn B" })).not.toBe(hash)
})

test("the hash does not depend on the order in which lines are shown", async () => {
  const lines = ["3", "12", "12a", "85b"].map((code) => ({ ...line, item: { kind: "TASK", code } }))
  const indicator = { ...line, item: { kind: "INDICATOR", code: "1" } }
  const questions = ["CH2", "CH10"].map((code) => ({ ...line, item: { kind: "QUESTION", code } }))
  const shown = { ...content, lines: [...questions.toReversed(), indicator, ...lines.toReversed()] }
  const inOrder = { ...content, lines: [...lines, indicator, ...questions] }
  expect(await contentHash(shown)).toBe(await contentHash(inOrder))
  const codes = Array.from(canonicalText(shown).matchAll(/"code":"(\w+)"/g), ([, code]) => code)
  expect(codes).toEqual(["3", "12", "12a", "85b", "1", "CH2", "CH10"])
})
