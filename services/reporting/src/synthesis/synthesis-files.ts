import { inWords, OFFICIAL_LETTER_MEDIA_TYPE, writeOfficialLetter } from "@plan43/official-letter"
import { WORKBOOK_MEDIA_TYPE, writeWorkbook } from "@plan43/workbook"
import { annexesOf } from "./annexes.ts"
import { RoundFile } from "./round-synthesis.ts"
import type { SynthesisContent } from "./synthesis-content.ts"
import { synthesisLetterOf } from "./synthesis-letter.ts"
import { sectionTable } from "./tables.ts"
import { wordingTable } from "./wording-table.ts"

/** The report as a Word file. */
export async function wordFileOf(content: SynthesisContent): Promise<RoundFile> {
  const file = await writeOfficialLetter(synthesisLetterOf(content))
  return fileOf(content, "docx", OFFICIAL_LETTER_MEDIA_TYPE, file)
}

/** How many characters of the standard width a table that is printed across has room for. */
const CHARACTERS_ACROSS = 160

/** Its tables as an Excel workbook. */
export async function workbookFileOf(content: SynthesisContent): Promise<RoundFile> {
  const tables = [
    sectionTable(content),
    ...annexesOf(content).map(({ table }) => table),
    wordingTable(content),
  ]
  const file = await writeWorkbook(
    tables.map(({ tab, title, columns, rows }) => {
      return {
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
      }
    }),
  )
  return fileOf(content, "xlsx", WORKBOOK_MEDIA_TYPE, file)
}

function fileOf(
  { simulated, asOf, round }: SynthesisContent,
  extension: string,
  mediaType: string,
  file: Buffer,
): RoundFile {
  const name = round.name.replaceAll(/[^\p{L}\p{N}\s-]+/gu, " ").trim()
  return Object.assign(new RoundFile(), {
    name: `${simulated ? "MÔ PHỎNG " : ""}${asOf} tổng hợp ${name}.${extension}`,
    mediaType,
    base64: file.toString("base64"),
  })
}
