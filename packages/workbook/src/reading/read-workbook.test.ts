import { beforeAll, describe, expect, test } from "vitest"
import { type ChangedPart, withParts } from "../testing.ts"
import { writeWorkbook } from "../write-workbook.ts"
import { LARGEST_WORKBOOK, readWorkbook } from "./read-workbook.ts"
import { WorkbookUnreadable } from "./workbook-unreadable.ts"

const SHEET = "xl/worksheets/sheet1.xml"
const STYLES = "xl/styles.xml"

let file: Buffer

beforeAll(async () => {
  file = await writeWorkbook([
    {
      name: "Bảng",
      title: [],
      columns: [{ heading: "Tên", width: 10, align: "left" }],
      rows: [["một"], [2.5]],
    },
  ])
})

/** The cells of the first sheet, with a row of other cells in the place of its own. */
function cellsWith(cells: string, changes: Record<string, ChangedPart> = {}) {
  const changed = withParts(file, {
    [SHEET]: (content) =>
      content.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData><row r="1">${cells}</row></sheetData>`),
    ...changes,
  })
  return Object.fromEntries(
    Array.from(readWorkbook(changed).sheets[0]?.cells ?? [], ([name, { content }]) => [name, content]),
  )
}

function faultOf(changed: Buffer): string {
  try {
    readWorkbook(changed)
  } catch (error) {
    if (error instanceof WorkbookUnreadable) return error.fault
    throw error
  }
  return "none"
}

describe("a cell", () => {
  test("is a text, a number, a flag, an error, or a day where it is shown as one", () => {
    expect(
      cellsWith(
        `<c r="A1" t="inlineStr"><is><r><t>một </t></r><r><t>hai</t></r></is></c><c r="B1"><v>0.5</v></c>
         <c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1"/><c r="F1" t="d"><v>2026-06-01T00:00:00</v></c>
         <c r="G1" t="str"><v>a_x000D_&#10;b</v></c>`,
      ),
    ).toEqual({
      A1: { kind: "TEXT", text: "một hai" },
      B1: { kind: "NUMBER", number: 0.5 },
      C1: { kind: "FLAG", flag: true },
      D1: { kind: "ERROR", error: "#N/A" },
      F1: { kind: "DATE", date: "2026-06-01" },
      G1: { kind: "TEXT", text: "a\nb" },
    })
  })

  test.each([
    ["dd/mm/yyyy", "DATE"],
    ['[$-42A]d" tháng "m', "DATE"],
    ["hh:mm", "NUMBER"],
    ["0.0%", "PERCENT"],
    ["[Red]0%;-0%", "PERCENT"],
    ['0"%"', "NUMBER"],
    ["0\\%", "NUMBER"],
    ['0" ngày (d)"', "NUMBER"],
    ["General", "NUMBER"],
  ])("whose number is shown as “%s” is read as a %s", (format, kind) => {
    const styles: ChangedPart = () =>
      `<styleSheet><numFmts><numFmt numFmtId="200" formatCode='${format}'/></numFmts>
       <cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>`
    expect(cellsWith('<c r="A1" s="1"><v>46174</v></c>', { [STYLES]: styles }).A1?.kind).toBe(kind)
  })

  test("whose number is shown by a format that programs know by number is read so", () => {
    const styles: ChangedPart = () =>
      '<styleSheet><cellXfs><xf/><xf numFmtId="9"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    const cells = ["0", "1", "2", "3"].map((style) => `<c s="${style}"><v>61</v></c>`).join("")
    expect(Object.values(cellsWith(cells, { [STYLES]: styles })).map(({ kind }) => kind)).toEqual([
      "NUMBER",
      "PERCENT",
      "PERCENT",
      "DATE",
    ])
  })

  test("without a name stands beside the one before it", () => {
    expect(Object.keys(cellsWith("<c><v>1</v></c><c><v>2</v></c>"))).toEqual(["A1", "B1"])
  })

  test("that a program works out is said to be one", () => {
    const changed = withParts(file, {
      [SHEET]: (content) => content.replace("<v>2.5</v>", "<f>1+1.5</f><v>2.5</v>"),
    })
    const cells = [...(readWorkbook(changed).sheets[0]?.cells.values() ?? [])]
    expect(cells.filter(({ formula }) => formula).map(({ content }) => content)).toEqual([
      { kind: "NUMBER", number: 2.5 },
    ])
  })
})

describe("a file", () => {
  test("that is no workbook, is encrypted, has macros or draws on other data is not read", () => {
    expect(faultOf(Buffer.from("%PDF-1.7"))).toBe("NOT_A_WORKBOOK")
    const compound = Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.from("EncryptedPackage", "utf16le"),
    ])
    expect(faultOf(compound)).toBe("ENCRYPTED")
    expect(faultOf(compound.subarray(0, 8))).toBe("NOT_A_WORKBOOK")
    const types: ChangedPart = (content) =>
      content.replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
      )
    expect(faultOf(withParts(file, { "[Content_Types].xml": types }))).toBe("WITH_MACROS")
    expect(faultOf(withParts(file, { "xl/vbaProject.bin": () => "x" }))).toBe("WITH_MACROS")
    expect(faultOf(withParts(file, { "xl/externalLinks/externalLink1.xml": () => "<a/>" }))).toBe(
      "OUTSIDE_DATA",
    )
    expect(faultOf(withParts(file, { "[Content_Types].xml": () => "<Types/>" }))).toBe("NOT_A_WORKBOOK")
  })

  test("that is damaged, or that defines what blows up, is not read", () => {
    expect(faultOf(file.subarray(0, file.length - 30))).toBe("DAMAGED")
    expect(faultOf(withParts(file, { [SHEET]: () => "<worksheet><c>" }))).toBe("DAMAGED")
    expect(faultOf(withParts(file, { [SHEET]: () => null }))).toBe("DAMAGED")
    const entity = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'
    expect(faultOf(withParts(file, { [SHEET]: () => entity }))).toBe("DAMAGED")
  })

  test("that is too large, or unpacks to too much, is not read", () => {
    expect(faultOf(Buffer.alloc(LARGEST_WORKBOOK + 1))).toBe("TOO_LARGE")
    const bomb = withParts(file, { "xl/media/a.bin": () => new Uint8Array(33 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(LARGEST_WORKBOOK)
    expect(faultOf(bomb)).toBe("TOO_LARGE")
    const cells = `<row r="1">${'<c t="b"><v>1</v></c>'.repeat(100_001)}</row>`
    const wide = withParts(file, {
      [SHEET]: (content) => content.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${cells}</sheetData>`),
    })
    expect(faultOf(wide)).toBe("TOO_LARGE")
  })

  test("says what it holds besides cells", () => {
    const changed = withParts(file, {
      "xl/comments1.xml": () => "<comments/>",
      "xl/media/image1.png": () => "x",
      "xl/embeddings/a.docx": () => "x",
    })
    expect(readWorkbook(changed).beside).toEqual(["PICTURES", "NOTES", "DOCUMENTS"])
  })
})
