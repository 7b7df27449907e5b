import { inWords, writeOfficialLetter } from "@plan43/official-letter"
import { writeWorkbook } from "@plan43/workbook"
import { madeFile } from "../made-file/made-file.ts"
import { annexesOf } from "./annexes.ts"
import { RoundFile } from "./round-synthesis.ts"
import type { SynthesisContent } from "./synthesis-content.ts"
import { synthesisLetterOf } from "./synthesis-letter.ts"
import { type SynthesisTable, sectionTable } from "./tables.ts"
import { wordingTable } from "./wording-table.ts"

/** The report as a Word file. */
export async function wordFileOf(content: SynthesisContent): Promise<RoundFile> {
  const file = await writeOfficialLetter(synthesisLetterOf(content))
  return fileOf(content, "tổng hợp", "docx", file)
}

/** How many characters of the standard width a table that is printed across has room for. */
const CHARACTERS_ACROSS = 160

/** Its tables, and what it says in words, as an Excel workbook. */
export function workbookFileOf(content: SynthesisContent): Promise<RoundFile> {
  return tablesFileOf(content, "tổng hợp", [
    sectionTable(content),
    ...annexesOf(content).map(({ table }) => table),
    wordingTable(content),
  ])
}

/**
 * Tables of a round as an Excel workbook.
 * @param what they are, for the name of the file, e.g. "tổng hợp"
 */
export async function tablesFileOf(
  content: SynthesisContent,
  what: string,
  tables: readonly SynthesisTable[],
): Promise<RoundFile> {
  const file = await writeWorkbook(
    tables.map(({ tab, title, columns, rows }) => ({
      name: tab,
      title: [
        `${content.simulated ? "DỮ LIỆU MÔ PHỎNG: " : ""}${title}`,
        `Đến hết ${inWords(content.asOf)} (${content.round.name})`,
      ],
      columns: columns.map(({ heading, share, align }) => ({
        heading,
        align,
        width: Math.max(Math.round(share * CHARACTERS_ACROSS), 6),
      })),
      rows,
    })),
  )
  return fileOf(content, what, "xlsx", file)
}

function fileOf(
  { simulated, asOf, round }: SynthesisContent,
  what: string,
  extension: "docx" | "xlsx",
  bytes: Buffer,
): RoundFile {
  const words = [asOf, what, round.name]
  return Object.assign(new RoundFile(), madeFile({ simulated, words, extension }, bytes))
}
