import { inFigures } from "@plan43/calendar"
import { WORKBOOK_MEDIA_TYPE, writeWorkbook } from "@plan43/workbook"
import type { StandingVersion } from "../publication/find-publications.ts"
import type { PublishedContent } from "../publication/published-content.ts"
import { csvOf } from "./csv.ts"
import type { DataCell, DataTable } from "./data-table.ts"
import { dataTablesOf } from "./data-tables.ts"
import { dictionaryOf } from "./dictionary.ts"

/** What a version published, to be taken along. */
export interface PublishedData {
  standing: Pick<StandingVersion, "address" | "version" | "note" | "sha256" | "publishedAt">
  content: PublishedContent
  /** Where its page is, e.g. https://…/cong-bo/bao-cao-2026/phien-ban/1 */
  page: string
}

export interface DataFile {
  /** e.g. "bao-cao-2026-v1-nhiem-vu.csv" */
  name: string
  mediaType: string
  bytes: Buffer
}

/** The kinds of files; CSV holds one table only. */
export const DATA_FORMATS = ["csv", "xlsx", "json"] as const
export type DataFormat = (typeof DATA_FORMATS)[number]

/**
 * The file of a table, of the dictionary ("tu-dien"), or of all tables with the dictionary (null).
 * @returns null where there is no such table, or all were asked for as CSV
 */
export async function dataFileOf(
  published: PublishedData,
  tableName: string | null,
  format: DataFormat,
): Promise<DataFile | null> {
  const tables = dataTablesOf(published.content)
  const dictionary = dictionaryOf(tables)
  const named = [...tables, dictionary].filter(({ name }) => name === tableName)
  if (tableName !== null && named.length === 0) return null
  const wanted = tableName === null ? [...tables, dictionary] : named
  const file = (mediaType: string, bytes: Buffer): DataFile => {
    const { address, version } = published.standing
    return {
      name: `${address}-v${version}${tableName === null ? "" : `-${tableName}`}.${format}`,
      mediaType,
      bytes,
    }
  }
  switch (format) {
    case "csv": {
      const [table] = named
      return table === undefined ? null : file("text/csv; charset=utf-8", Buffer.from(csvOf(table)))
    }
    case "json":
      return file("application/json; charset=utf-8", Buffer.from(jsonOf(published, wanted, dictionary)))
    case "xlsx":
      return file(WORKBOOK_MEDIA_TYPE, await workbookOf(published, wanted))
  }
}

function jsonOf(
  { standing, content, page }: PublishedData,
  tables: readonly DataTable[],
  dictionary: DataTable,
): string {
  const rows = (table: DataTable) =>
    table.rows.map((cells) =>
      Object.fromEntries(table.columns.map(({ name }, place) => [name, cells[place]])),
    )
  const names = new Set(tables.map(({ name }) => name))
  return JSON.stringify({
    about: {
      page,
      round: content.round.name,
      asOf: content.asOf,
      simulated: content.simulated,
      plans: content.plans,
      version: standing.version,
      note: standing.note,
      publishedAt: standing.publishedAt.toISOString(),
      licence: content.licence,
      sha256: standing.sha256,
      text: content.text,
      tasksWithheld: content.tasks?.withheld ?? null,
    },
    dictionary: rows(dictionary).filter(
      ({ table }) => names.has(String(table)) || names.has(dictionary.name),
    ),
    tables: Object.fromEntries(
      tables.filter((table) => table !== dictionary).map((table) => [table.name, rows(table)]),
    ),
  })
}

/** How wide a column of a workbook is at most, in characters. */
const WIDEST = 60

function workbookOf(
  { standing, content, page }: PublishedData,
  tables: readonly DataTable[],
): Promise<Buffer> {
  return writeWorkbook(
    tables.map(({ title, columns, rows }) => ({
      name: title.vi,
      title: [
        `${content.simulated ? "DỮ LIỆU MÔ PHỎNG: " : ""}${title.vi}`,
        `${content.round.name}; số liệu đến hết ngày ${inFigures(content.asOf)}; phiên bản ${standing.version}`,
        `${content.licence.name} (${content.licence.url}); ${page}`,
      ],
      columns: columns.map(({ label, type }, place) => ({
        heading: label.vi,
        width: widthOf([label.vi, ...rows.map((row) => row[place] ?? null)]),
        align: type === "integer" || type === "decimal" ? ("right" as const) : ("left" as const),
      })),
      rows: rows.map((row) =>
        row.map((cell) => (typeof cell === "boolean" ? (cell ? "có" : "không") : cell)),
      ),
    })),
  )
}

function widthOf(cells: readonly DataCell[]): number {
  const longest = Math.max(...cells.map((cell) => String(cell ?? "").length))
  return Math.min(Math.max(longest, 8), WIDEST)
}
