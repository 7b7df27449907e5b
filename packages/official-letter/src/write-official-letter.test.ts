import type { CalendarDate } from "@plan43/calendar"
import { strFromU8, unzipSync } from "fflate"
import mammoth from "mammoth"
import { beforeAll, describe, expect, test } from "vitest"
import { officialDate } from "./official-date.ts"
import type { OfficialLetter } from "./official-letter.ts"
import { writeOfficialLetter } from "./write-official-letter.ts"

const day = (text: string) => text as CalendarDate

const LETTER: OfficialLetter = {
  issuer: { above: "Ủy ban nhân dân thành phố Hà Nội", name: "Sở Khoa học và Công nghệ" },
  number: "12/SKHCN-KHTC",
  place: "Hà Nội",
  date: day("2026-02-05"),
  title: { kind: "LETTER", about: "đôn đốc thực hiện Kế hoạch số 43/KH-UBND" },
  to: ["Sở Tài chính"],
  body: [
    { kind: "PARAGRAPH", text: "Thực hiện Kế hoạch số 43/KH-UBND." },
    {
      kind: "TABLE",
      columns: [
        { heading: "STT", share: 0.1, align: "center" },
        { heading: "Nhiệm vụ", share: 0.9, align: "left" },
      ],
      rows: [["1", "Nhiệm vụ 20 & <tiếp>\nthời hạn “Quý III/2025”"]],
    },
    { kind: "PARAGRAPH", text: "Đề nghị Sở Tài chính báo cáo." },
  ],
  signature: { capacity: null, office: "Giám đốc", name: "Nguyễn Văn A" },
  copies: [
    { to: "Như trên", purpose: null },
    { to: "UBND Thành phố", purpose: "để báo cáo" },
    { to: "Lưu: VT", purpose: null },
  ],
}

/** The parts of a Word file, by name. */
function partsOf(file: Buffer): Record<string, string> {
  const parts = Object.entries(unzipSync(new Uint8Array(file)))
  return Object.fromEntries(parts.map(([name, bytes]) => [name, strFromU8(bytes)]))
}

const textOf = async (file: Buffer) => (await mammoth.extractRawText({ buffer: file })).value

describe("a letter", () => {
  let file: Buffer
  let text: string
  let document: string
  beforeAll(async () => {
    file = await writeOfficialLetter(LETTER)
    text = await textOf(file)
    document = partsOf(file)["word/document.xml"] ?? ""
  })

  /** The run of a text, with how it looks. */
  const run = (words: string) =>
    (document.match(/<w:r>.*?<\/w:r>/gs) ?? []).find((each) => each.includes(words)) ?? ""

  test("says all that it was given, in the order of the decree", () => {
    const said = text.split("\n").filter((line) => line !== "")
    expect(said).toEqual([
      "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI",
      "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
      "Số: 12/SKHCN-KHTC",
      "V/v đôn đốc thực hiện Kế hoạch số 43/KH-UBND",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "Hà Nội, ngày 05 tháng 02 năm 2026",
      "Kính gửi: Sở Tài chính",
      "Thực hiện Kế hoạch số 43/KH-UBND.",
      "STT",
      "Nhiệm vụ",
      "1",
      "Nhiệm vụ 20 & <tiếp>",
      "thời hạn “Quý III/2025”",
      "Đề nghị Sở Tài chính báo cáo./.",
      "Nơi nhận:",
      "- Như trên;",
      "- UBND Thành phố (để báo cáo);",
      "- Lưu: VT.",
      "GIÁM ĐỐC",
      "Nguyễn Văn A",
    ])
  })

  test("is A4 with margins of 20, 20, 30 and 20 millimetres", () => {
    const [, width, height] = document.match(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/) ?? []
    const millimetres = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 25.4)
    expect([millimetres(width), millimetres(height)]).toEqual([210, 297])
    const margin = document.match(/<w:pgMar [^>]*>/)?.[0] ?? ""
    const of = (side: string) => millimetres(margin.match(new RegExp(`w:${side}="(\\d+)"`))?.[1])
    expect([of("top"), of("bottom"), of("left"), of("right")]).toEqual([20, 20, 30, 20])
  })

  test("is set in Times New Roman, each part in its size", () => {
    expect(partsOf(file)["word/styles.xml"]).toContain('w:ascii="Times New Roman"')
    const halfPoints = (words: string) => Number(run(words).match(/<w:sz w:val="(\d+)"/)?.[1])
    expect(halfPoints("CỘNG HÒA")).toBe(26)
    expect(halfPoints("Độc lập")).toBe(28)
    expect(halfPoints("Số: 12")).toBe(26)
    expect(halfPoints("Đề nghị")).toBe(28)
    expect(halfPoints("Nơi nhận")).toBe(24)
    expect(halfPoints("Như trên")).toBe(22)
  })

  test("has the nation, the issuer and the signer in bold, place and date in italics", () => {
    for (const words of ["CỘNG HÒA", "Độc lập", "SỞ KHOA HỌC", "GIÁM ĐỐC", "Nguyễn Văn A", "Nơi nhận"])
      expect(run(words)).toContain("<w:b/>")
    for (const words of ["Hà Nội, ngày", "Nơi nhận"]) expect(run(words)).toContain("<w:i/>")
    for (const words of ["ỦY BAN", "V/v", "Như trên"]) expect(run(words)).not.toContain("<w:b/>")
  })

  test("numbers its pages in the middle of the top, from the second on", () => {
    const parts = partsOf(file)
    expect(document).toContain("<w:titlePg/>")
    const references = Object.fromEntries(
      [...document.matchAll(/<w:headerReference w:type="(\w+)" r:id="(\w+)"/g)].map(([, type, id]) => [
        type,
        id,
      ]),
    )
    const headerOf = (id: string | undefined) => {
      const target = parts["word/_rels/document.xml.rels"]?.match(
        new RegExp(`<Relationship [^>]*Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`),
      )
      return parts[`word/${target?.[1] ?? target?.[2]}`] ?? ""
    }
    expect(headerOf(references.default)).toMatch(/<w:jc w:val="center"\/>.*PAGE/s)
    expect(headerOf(references.first)).not.toContain("PAGE")
  })
})

test("another document has its name in capitals in the middle, and its number, day and signer may be left open", async () => {
  const text = await textOf(
    await writeOfficialLetter({
      ...LETTER,
      number: null,
      date: null,
      title: { kind: "NAMED", name: "Báo cáo", about: "Kết quả sáu tháng đầu năm" },
      to: ["UBND Thành phố", "Sở Tài chính"],
      signature: { capacity: "TL. Chủ tịch", office: "Giám đốc", name: null },
    }),
  )
  expect(text).toMatch(/Số: …\n/)
  expect(text).toMatch(/BÁO CÁO\n+Kết quả sáu tháng đầu năm\n/)
  expect(text).toMatch(/ngày … tháng … năm …/)
  expect(text).toMatch(/Kính gửi:\n+- UBND Thành phố;\n+- Sở Tài chính\.\n/)
  expect(text).toMatch(/TL\. CHỦ TỊCH\n+GIÁM ĐỐC\n/)
  expect(text).not.toContain("V/v")
})

describe("an annex", () => {
  let document: string
  let text: string
  beforeAll(async () => {
    const file = await writeOfficialLetter({
      ...LETTER,
      annexes: [
        {
          name: "Phụ lục I",
          title: "Kết quả từng nhiệm vụ",
          attachedTo: "Kèm theo Báo cáo số 12/BC-SKHCN",
          body: [
            {
              kind: "TABLE",
              columns: [
                { heading: "TT", share: 0.2, align: "center" },
                { heading: "Nhiệm vụ", share: 0.8, align: "left" },
              ],
              rows: [{ heading: "I. Thể chế" }, ["1", "Xây dựng\u0001\uffff nghị quyết"]],
            },
          ],
        },
      ],
    })
    document = partsOf(file)["word/document.xml"] ?? ""
    text = await textOf(file)
  })

  test("stands on pages across, counted from 1, with its name, what it is attached to, and its headings on every page", () => {
    expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/)
    expect(document).toMatch(/<w:pgNumType w:start="1"[^>]*\/>/)
    expect(text).toMatch(/Phụ lục I\n+KẾT QUẢ TỪNG NHIỆM VỤ\n+\(Kèm theo Báo cáo số 12\/BC-SKHCN\)/)
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2)
  })

  test("has lines across its table that name the rows below, and nothing that no file may hold", () => {
    expect(document).toMatch(/<w:gridSpan w:val="2"\/>.*I\. Thể chế/s)
    expect(text).toContain("Xây dựng nghị quyết")
  })
})

test.each([
  ["2026-01-09", "Hà Nội, ngày 09 tháng 01 năm 2026"],
  ["2028-02-29", "Hà Nội, ngày 29 tháng 02 năm 2028"],
  ["2026-03-01", "Hà Nội, ngày 01 tháng 3 năm 2026"],
  ["2026-12-31", "Hà Nội, ngày 31 tháng 12 năm 2026"],
])("%s is written “%s”", (date, words) => {
  expect(officialDate("Hà Nội", day(date))).toBe(words)
})
