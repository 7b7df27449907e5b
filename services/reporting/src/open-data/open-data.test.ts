import { FIGURES } from "@plan43/official-tally"
import fc from "fast-check"
import { strFromU8, unzipSync } from "fflate"
import { expect, test } from "vitest"
import type { PublishedContent } from "../publication/published-content.ts"
import { publishedContentOf } from "../publication/published-content-of.ts"
import { publishedParts } from "../publication/published-part.ts"
import { anySynthesis } from "../testing/any-synthesis.ts"
import { csvOf } from "./csv.ts"
import { dataFileOf } from "./data-file.ts"
import { dataTablesOf } from "./data-tables.ts"
import { dictionaryOf } from "./dictionary.ts"
import { LicenceInvalid, readLicence } from "./licence.ts"

const [{ content, sensitiveTaskIds }] = fc.sample(anySynthesis, { numRuns: 1, seed: 43 }) as [
  typeof anySynthesis extends fc.Arbitrary<infer T> ? T : never,
]
const published: PublishedContent = publishedContentOf(content, {
  parts: publishedParts,
  text: null,
  sensitiveTaskIds,
  report: null,
  licence: readLicence({}),
})
const data = {
  content: published,
  standing: {
    address: "bao-cao-2026",
    version: 2,
    note: "Sửa số liệu",
    sha256: "0".repeat(64),
    publishedAt: new Date("2026-06-20T00:00:00Z"),
  },
  page: "https://plan43.test/cong-bo/bao-cao-2026/phien-ban/2",
}

/** Reads what RFC 4180 describes. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text
    .replace(/^\uFEFF/, "")
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === "" && quoted === undefined && plain === "") break
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "")
    if (end === "\r\n") rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}

test("a table is read back from its file as it was, whatever its texts hold", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.integer(),
    fc.constant("a\r\nb"),
    fc.constant('"'),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const read = readCsv(csvOf({ columns: [{ name: "one" }, { name: "two" }], rows }))
      expect(read.slice(1)).toEqual(
        rows.map((row) =>
          row.map((each) => (typeof each === "string" ? each.replace(/^[=+\-@\t\r]/, "'$&") : String(each))),
        ),
      )
    }),
  )
})

test("nothing in a file is carried out as a formula, and a number below nothing stays a number", () => {
  const text = csvOf({
    columns: [{ name: "a" }],
    rows: [["=HYPERLINK(1)"], ["+1"], ["@x"], ["- Đã ban hành"], [-3]],
  })
  expect(text).toBe("\uFEFFa\r\n'=HYPERLINK(1)\r\n'+1\r\n'@x\r\n'- Đã ban hành\r\n-3\r\n")
})

test("the dictionary says in both languages what every column of every table means", () => {
  const tables = dataTablesOf(published)
  const said = dictionaryOf(tables).rows.map(([table, column]) => `${table} ${column}`)
  expect(said).toEqual(
    tables.flatMap(({ name, columns }) => columns.map((column) => `${name} ${column.name}`)),
  )
  for (const row of dictionaryOf(tables).rows) expect(row.slice(0, 7).every((cell) => cell !== "")).toBe(true)
  for (const { columns, rows } of tables) {
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length)
    for (const row of rows) expect(row).toHaveLength(columns.length)
    columns.forEach(({ type, codes }, place) => {
      const cells = rows.map((row) => row[place]).filter((each) => each != null)
      if (type === "code") expect(Object.keys(codes ?? {})).toEqual(expect.arrayContaining(cells))
      if (type === "date") for (const cell of cells) expect(cell).toMatch(/^\d{4}-\d\d-\d\d$/)
      if (type === "integer" || type === "decimal")
        for (const cell of cells) expect(cell).toBeTypeOf("number")
    })
  }
})

test("the rows of every table of figures add up to the tallies, in each kind of file", async () => {
  const figures = FIGURES.map((figure) => figure.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  const json = JSON.parse(String((await dataFileOf(data, null, "json"))?.bytes)) as {
    about: { licence: { name: string }; version: number; note: string }
    tables: Record<string, Record<string, number>[]>
  }
  expect(json.about).toMatchObject({ licence: { name: "CC BY 4.0" }, version: 2, note: "Sửa số liệu" })
  for (const table of ["tong-hop", "nhom-nhiem-vu", "co-quan"]) {
    const [head = [], ...rows] = readCsv(String((await dataFileOf(data, table, "csv"))?.bytes))
    for (const [place, figure] of figures.entries()) {
      const assigned = published.tallies?.[FIGURES[place] as (typeof FIGURES)[number]]
      const column = head.indexOf(figure)
      expect(rows.reduce((sum, row) => sum + Number(row[column]), 0)).toBe(assigned)
      expect((json.tables[table] ?? []).reduce((sum, row) => sum + (row[figure] ?? 0), 0)).toBe(assigned)
    }
  }
  const file = await dataFileOf(data, null, "xlsx")
  const parts = unzipSync(new Uint8Array(file?.bytes ?? []))
  expect(strFromU8(parts["xl/workbook.xml"] as Uint8Array)).toContain('name="Từ điển dữ liệu"')
  expect(strFromU8(parts["xl/worksheets/sheet1.xml"] as Uint8Array)).toContain(
    `<v>${published.tallies?.assigned}</v>`,
  )
})

test("there is no file of what is no table, and none of all tables as one CSV", async () => {
  expect(await dataFileOf(data, "khong-co", "csv")).toBeNull()
  expect(await dataFileOf(data, null, "csv")).toBeNull()
})

test("the licence is that of the City, or the one that is meant to be taken where it says none", () => {
  expect(readLicence({}).name).toBe("CC BY 4.0")
  expect(
    readLicence({ PUBLICATION_LICENCE_NAME: "Giấy phép", PUBLICATION_LICENCE_URL: "https://hanoi.gov.vn/x" }),
  ).toEqual({
    name: "Giấy phép",
    url: "https://hanoi.gov.vn/x",
  })
  expect(() => readLicence({ PUBLICATION_LICENCE_URL: "javascript:alert(1)" })).toThrow(LicenceInvalid)
})
