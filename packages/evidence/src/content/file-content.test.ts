import { MOST_ENTRIES } from "@plan43/zip-container"
import { describe, expect, test } from "vitest"
import {
  smallCompoundFile,
  smallOpenDocument,
  smallOpenXml,
  smallPdf,
  smallPng,
  smallZip,
} from "../testing/small-files.ts"
import { checkContent } from "./file-content.ts"

const typeOf = (file: Buffer, name: string) =>
  checkContent(file, name).then((checked) => ("type" in checked ? checked.type : checked.fault.code))

describe("a file is what its content says", () => {
  test.each([
    ["bao-cao.pdf", smallPdf(), "PDF"],
    ["Báo cáo.DOCX", smallOpenXml("docx"), "DOCX"],
    ["bảng.xlsx", smallOpenXml("xlsx"), "XLSX"],
    ["trình chiếu.pptx", smallOpenXml("pptx"), "PPTX"],
    ["cu.doc", smallCompoundFile(["Root Entry", "WordDocument", "1Table"]), "DOC"],
    ["cu.xls", smallCompoundFile(["Root Entry", "Workbook"]), "XLS"],
    ["mo.odt", smallOpenDocument("text"), "ODT"],
    ["mo.ods", smallOpenDocument("spreadsheet"), "ODS"],
    ["anh.png", smallPng, "PNG"],
    ["anh.jpeg", Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex"), "JPEG"],
    ["quet.tif", Buffer.from("49492a00080000000000000000000000", "hex"), "TIFF"],
  ])("%s", async (name, file, type) => {
    expect(await typeOf(file, name)).toBe(type)
  })
})

const program = Buffer.concat([Buffer.from("MZ\x90\0", "latin1"), Buffer.alloc(500)])
const vba = smallCompoundFile(["Root Entry", "WordDocument", "_VBA_PROJECT"])

describe("is refused", () => {
  test.each([
    ["a program called a document", program, "bao-cao.pdf", "FILE_TYPE_REFUSED"],
    [
      "a page called a document",
      Buffer.from("<html><script>alert(1)</script>"),
      "a.pdf",
      "FILE_TYPE_REFUSED",
    ],
    ["a drawing that may hold scripts", Buffer.from("<svg onload='x()'/>"), "a.png", "FILE_TYPE_REFUSED"],
    ["a picture called a document", smallPng, "a.pdf", "FILE_CONTENT_NOT_AS_NAMED"],
    ["a spreadsheet called a text", smallOpenXml("xlsx"), "a.docx", "FILE_CONTENT_NOT_AS_NAMED"],
    ["a container of anything", smallZip([{ name: "a.txt", content: "a" }]), "a.docx", "FILE_TYPE_REFUSED"],
    ["a document that was cut off", smallPdf().subarray(0, 150), "a.pdf", "FILE_DAMAGED"],
    ["a container that was cut off", smallOpenXml("docx").subarray(0, -30), "a.docx", "FILE_DAMAGED"],
    [
      "macros in their usual part",
      smallOpenXml("docx", [{ name: "word/vbaProject.bin", content: "macro" }]),
      "a.docx",
      "FILE_WITH_MACROS",
    ],
    [
      "macros in a part of another name",
      smallOpenXml("xlsx", [], "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
      "a.xlsx",
      "FILE_WITH_MACROS",
    ],
    ["macros of an older document", vba, "a.doc", "FILE_WITH_MACROS"],
    [
      "macros of an OpenDocument",
      smallOpenDocument("text", [{ name: "Basic/Standard/Module1.xml", content: "Sub" }]),
      "a.odt",
      "FILE_WITH_MACROS",
    ],
    [
      "a document with a password",
      smallCompoundFile(["Root Entry", "EncryptionInfo", "EncryptedPackage"]),
      "a.docx",
      "FILE_ENCRYPTED",
    ],
    [
      "a part with a password",
      smallOpenXml("docx", [{ name: "word/secret.xml", content: "?", encrypted: true }]),
      "a.docx",
      "FILE_ENCRYPTED",
    ],
    [
      "a part that would leave its folder",
      smallOpenXml("docx", [{ name: "../../etc/cron.d/x", content: "x" }]),
      "a.docx",
      "FILE_DAMAGED",
    ],
    [
      "a part that is there twice",
      smallOpenXml("docx", [{ name: "[content_types].XML", content: "<Types/>" }]),
      "a.docx",
      "FILE_DAMAGED",
    ],
    [
      "more parts than a document has",
      smallOpenXml(
        "docx",
        Array.from({ length: MOST_ENTRIES }, (_part, index) => ({ name: `p/${index}`, content: "" })),
      ),
      "a.docx",
      "FILE_DAMAGED",
    ],
    [
      "what says that it unpacks to more than memory holds",
      smallOpenXml("docx", [{ name: "word/bomb.xml", content: "0", claimedSize: 3_000_000_000 }]),
      "a.docx",
      "FILE_DAMAGED",
    ],
    [
      "a list of parts that unpacks to more than it says",
      smallZip([{ name: "[Content_Types].xml", content: Buffer.alloc(64_000_000, " "), claimedSize: 100 }]),
      "a.docx",
      "FILE_DAMAGED",
    ],
    [
      "something before the container",
      Buffer.concat([program, smallOpenXml("docx")]),
      "a.docx",
      "FILE_TYPE_REFUSED",
    ],
    [
      "something behind the container",
      Buffer.concat([smallOpenXml("docx"), program]),
      "a.docx",
      "FILE_DAMAGED",
    ],
  ])("%s", async (_what, file, name, code) => {
    expect(await typeOf(file, name)).toBe(code)
  })
})
