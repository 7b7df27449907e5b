import type { Block, OfficialLetter } from "@plan43/official-letter"
import { annexesOf } from "./annexes.ts"
import { textOf } from "./outline/figure.ts"
import { reportOutlineOf, simulationNotice } from "./outline/report-outline.ts"
import type { PartBlock, ReportPart } from "./outline/report-part.ts"
import { asRead } from "./outline/unwritten-part.ts"
import type { SynthesisContent } from "./synthesis-content.ts"
import type { SynthesisTable } from "./tables.ts"
import { numberInWords } from "./words.ts"

/** The report of the Department to the City, to be laid out. Source: DOMAIN.md, “Usual outline”. */
export function synthesisLetterOf(content: SynthesisContent): OfficialLetter {
  return {
    issuer: { above: "Ủy ban nhân dân thành phố Hà Nội", name: "Sở Khoa học và Công nghệ" },
    number: "…/BC-SKHCN",
    place: "Hà Nội",
    date: null,
    title: { kind: "NAMED", name: "Báo cáo", about: aboutOf(content) },
    to: ["Ủy ban nhân dân Thành phố"],
    body: reportOutlineOf(content).flatMap((part) => laidOut(asRead(part, content), content)),
    signature: { capacity: null, office: "Giám đốc", name: null },
    copies: [
      { to: "Như trên", purpose: null },
      { to: "Các cơ quan, đơn vị thực hiện Kế hoạch", purpose: "để phối hợp" },
      { to: "Lưu: VT", purpose: null },
    ],
    annexes: annexesOf(content).map(({ name, table }) => ({
      name,
      title: table.title,
      attachedTo: `Kèm theo Báo cáo số …/BC-SKHCN ngày … tháng … năm … của Sở Khoa học và Công nghệ`,
      body: [...simulationNotice(content).map(blockOf), tableOf(table)],
    })),
  }
}

function aboutOf({ tasks }: SynthesisContent): string {
  const numbers = [...new Set(tasks.map(({ planNumber }) => `số ${planNumber}`))].join(", ")
  return `Kết quả thực hiện Kế hoạch ${numbers}`
}

/** A part as it is printed: what people wrote follows what is generated, and only the closing sentence comes after it. */
function laidOut({ key, heading, blocks }: ReportPart, { commentary = [] }: SynthesisContent): Block[] {
  const written = commentary.find(({ part }) => part === key)?.body ?? ""
  const paragraphs = written
    .split(/\n+/)
    .filter((text) => text.trim() !== "")
    .map((text): Block => ({ kind: "PARAGRAPH", text: text.trim() }))
  const generated = blocks.map(blockOf)
  return [
    ...(heading === null ? [] : [{ kind: "HEADING", text: heading } as const]),
    ...(key === "CLOSING" ? [...paragraphs, ...generated] : [...generated, ...paragraphs]),
  ]
}

function blockOf(block: PartBlock): Block {
  switch (block.kind) {
    case "SENTENCE":
      return { kind: "PARAGRAPH", text: textOf(block.pieces) }
    case "SUBHEADING":
      return { kind: "HEADING", text: block.text }
    case "TABLE":
      return tableOf(block.table)
  }
}

function tableOf({ columns, rows }: SynthesisTable): Block {
  const text = (cell: string | number | null) =>
    cell === null ? "" : typeof cell === "number" ? numberInWords(cell) : cell
  return { kind: "TABLE", columns, rows: rows.map((row) => ("heading" in row ? row : row.map(text))) }
}
