import { describe, expect, test } from "vitest"
import { contentDisposition, sanitisedName } from "./file-name.ts"

describe("a name", () => {
  test.each([
    ["keeps its Vietnamese letters", "Báo cáo số 12 – Đợt 1.pdf", "Báo cáo số 12 – Đợt 1.pdf"],
    ["is composed", "Báo cáo.pdf".normalize("NFD"), "Báo cáo.pdf"],
    ["loses its folders", "../../etc/passwd.pdf", "passwd.pdf"],
    ["loses folders of Windows", "C:\\Users\\an\\bao cao.docx", "bao cao.docx"],
    ["loses what would write headers", 'a"\r\nSet-Cookie: x=1.pdf', "a_Set-Cookie_ x=1.pdf"],
    ["loses what turns the reading direction", "bao-cao\u202Efdp.exe.pdf", "bao-caofdp.exe.pdf"],
    ["loses what systems do not take", 'a<b>:"|?*;%.pdf', "a_b________.pdf"],
    ["loses dots and spaces at its ends", "  ..bao cao.pdf. ", "bao cao.pdf"],
    ["is not empty", "///", "tai-lieu"],
  ])("%s", (_what, given, name) => {
    expect(sanitisedName(given)).toBe(name)
  })

  test("is cut between letters, and keeps what it ends with", () => {
    const name = sanitisedName(`${"Ế".repeat(500)}.docx`)
    expect(name).toBe(`${"Ế".repeat(75)}.docx`)
    expect(Buffer.byteLength(name)).toBeLessThan(255)
  })
})

test("a header gives the name to every browser, and is never ended by it", () => {
  expect(contentDisposition("Đề án số 12 (bản ký).pdf")).toBe(
    `attachment; filename="De an so 12 _ban ky_.pdf"; filename*=UTF-8''%C4%90%E1%BB%81%20%C3%A1n%20s%E1%BB%91%2012%20%28b%E1%BA%A3n%20k%C3%BD%29.pdf`,
  )
  expect(contentDisposition('a"\r\nx: y.pdf')).not.toMatch(/[\r\n]/)
})
