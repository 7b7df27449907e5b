import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type IParagraphOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx"
import {
  ANNEX_WIDTH,
  FIRST_LINE,
  FONT,
  HEAD_SHARES,
  LINE,
  PAGE,
  PARAGRAPH_SPACE,
  SIZE,
  TEXT_WIDTH,
} from "./layout.ts"
import { officialDate } from "./official-date.ts"
import type { Annex, Block, Copy, OfficialLetter, Signature } from "./official-letter.ts"

export const OFFICIAL_LETTER_MEDIA_TYPE =
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

/**
 * Writes a document as a Word file.
 * @returns the bytes of a .docx file
 */
export async function writeOfficialLetter(letter: OfficialLetter): Promise<Buffer> {
  const document = new Document({
    title: letter.title.about,
    creator: letter.issuer.name,
    styles: { default: { document: { run: { font: FONT, size: SIZE.body * 2 } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: PAGE.width, height: PAGE.height }, margin: PAGE.margin },
        },
        headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
        children: [
          ...head(letter),
          ...address(letter.to),
          ...body(letter.body),
          foot(letter.signature, letter.copies),
        ],
      },
      ...(letter.annexes ?? []).map(annex),
    ],
  })
  return Packer.toBuffer(document)
}

/** On pages that lie across and are counted anew. */
function annex({ name, title, attachedTo, body: blocks }: Annex): ISectionOptions {
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
        margin: PAGE.margin,
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
    children: [
      line(name, { size: SIZE.annex, bold: true }),
      line(title.toUpperCase(), { size: SIZE.annex, bold: true }),
      line(`(${attachedTo})`, { size: SIZE.annex, italics: true }, { spacing: { after: 240 } }),
      ...blocks.map((block) => laidOut(block, ANNEX_WIDTH)),
      // Word needs a paragraph after a table that ends a section
      new Paragraph({ spacing: { line: 20, lineRule: "exact" } }),
    ],
  }
}

/** In the middle of the top margin, from the second page on. */
function pageNumber(): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.pageNumber * 2 })],
      }),
    ],
  })
}

/** How a line looks. */
interface Look {
  /** In points. */
  size: number
  bold?: true
  italics?: true
}

/** What may stand in no XML, and which people paste. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/gu

function line(text: string, { size, ...look }: Look, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    ...options,
    children: [new TextRun({ text: text.replace(UNPRINTABLE, ""), size: size * 2, ...look })],
  })
}

/** A drawn line below what stands above it, in the middle of the cell. */
function rule(cellWidth: number, share: number): Paragraph {
  const indent = Math.round((cellWidth * (1 - share)) / 2)
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { line: 40, lineRule: "exact", after: 80 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 0 } },
    children: [],
  })
}

const NO_BORDERS = {
  top: { style: BorderStyle.NONE },
  bottom: { style: BorderStyle.NONE },
  left: { style: BorderStyle.NONE },
  right: { style: BorderStyle.NONE },
  insideHorizontal: { style: BorderStyle.NONE },
  insideVertical: { style: BorderStyle.NONE },
}

/** Two columns without lines, which never break over pages. */
function beside(widths: readonly [number, number], left: Paragraph[], right: Paragraph[]): Table {
  return new Table({
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, right].map(
          (children, column) =>
            new TableCell({
              width: { size: widths[column] as number, type: WidthType.DXA },
              margins: { left: 0, right: 0, top: 0, bottom: 0 },
              children,
            }),
        ),
      }),
    ],
  })
}

function head({ issuer, number, place, date, title }: OfficialLetter): (Paragraph | Table)[] {
  const left = Math.round(TEXT_WIDTH * HEAD_SHARES[0])
  const right = TEXT_WIDTH - left
  const numberLine = line(`Số: ${number ?? "…"}`, { size: SIZE.number })
  const titled = [
    ...(title.kind === "LETTER"
      ? []
      : [
          line(title.name.toUpperCase(), { size: SIZE.title, bold: true }, { spacing: { before: 240 } }),
          line(title.about, { size: SIZE.title, bold: true }),
          rule(TEXT_WIDTH, 0.25),
        ]),
  ]
  return [
    beside(
      [left, right],
      [
        ...(issuer.above === null ? [] : [line(issuer.above.toUpperCase(), { size: SIZE.issuer })]),
        line(issuer.name.toUpperCase(), { size: SIZE.issuer, bold: true }),
        rule(left, 0.4),
        numberLine,
        ...(title.kind === "LETTER" ? [line(`V/v ${title.about}`, { size: SIZE.about })] : []),
      ],
      [
        line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { size: SIZE.nation, bold: true }),
        line("Độc lập - Tự do - Hạnh phúc", { size: SIZE.motto, bold: true }),
        rule(right, 0.62),
        line(officialDate(place, date), { size: SIZE.date, italics: true }),
      ],
    ),
    ...titled,
  ]
}

function address(to: readonly string[]): Paragraph[] {
  const [only] = to
  if (only === undefined) return []
  const spacing = { before: 240, after: 240 }
  if (to.length === 1) return [line(`Kính gửi: ${only}`, { size: SIZE.body }, { spacing })]
  const indent = { left: Math.round(TEXT_WIDTH / 4) }
  return [
    line(
      "Kính gửi:",
      { size: SIZE.body },
      { alignment: AlignmentType.LEFT, indent, spacing: { before: 240 } },
    ),
    ...to.map((name, place) =>
      line(
        `- ${name}${place === to.length - 1 ? "." : ";"}`,
        { size: SIZE.body },
        {
          alignment: AlignmentType.LEFT,
          indent: { left: indent.left + FIRST_LINE },
          ...(place === to.length - 1 ? { spacing: { after: 240 } } : {}),
        },
      ),
    ),
  ]
}

/** What closes the text of every document. */
const END = "./."

function body(blocks: readonly Block[]): (Paragraph | Table)[] {
  const last = blocks.findLastIndex(({ kind }) => kind === "PARAGRAPH")
  return blocks.map((block, place) =>
    laidOut(
      block.kind === "PARAGRAPH" && place === last
        ? { ...block, text: `${block.text.replace(/[.\s]+$/, "")}${END}` }
        : block,
      TEXT_WIDTH,
    ),
  )
}

function laidOut(block: Block, width: number): Paragraph | Table {
  if (block.kind === "TABLE") return table(block, width)
  const heading = block.kind === "HEADING"
  return line(
    block.text,
    { size: SIZE.body, ...(heading && { bold: true }) },
    {
      alignment: AlignmentType.BOTH,
      keepNext: heading,
      indent: { firstLine: FIRST_LINE },
      spacing: { before: PARAGRAPH_SPACE, after: PARAGRAPH_SPACE, line: LINE },
    },
  )
}

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

function table({ columns, rows }: Extract<Block, { kind: "TABLE" }>, textWidth: number): Table {
  const widths = columns.map(({ share }) => Math.round(textWidth * share))
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const cell = (
    text: string,
    column: number,
    look: Look,
    alignment: keyof typeof ALIGNMENT,
    columnSpan = 1,
  ) =>
    new TableCell({
      columnSpan,
      width: { size: columnSpan > 1 ? whole : (widths[column] ?? 0), type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 50, right: 50, top: 40, bottom: 40 },
      children: text.split("\n").map((each) => line(each, look, { alignment: ALIGNMENT[alignment] })),
    })
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ heading }, column) =>
          cell(heading, column, { size: SIZE.table, bold: true }, "center"),
        ),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children:
              "heading" in row
                ? [cell(row.heading, 0, { size: SIZE.table, bold: true }, "left", columns.length)]
                : columns.map(({ align }, column) =>
                    cell(row[column] ?? "", column, { size: SIZE.table }, align),
                  ),
          }),
      ),
    ],
  })
}

function foot({ capacity, office, name }: Signature, copies: readonly Copy[]): Table {
  const half = Math.round(TEXT_WIDTH / 2)
  const left = { alignment: AlignmentType.LEFT }
  const last = copies.length - 1
  return beside(
    [half, TEXT_WIDTH - half],
    [
      line(
        "Nơi nhận:",
        { size: SIZE.copiesHeading, bold: true, italics: true },
        { ...left, spacing: { before: 240 } },
      ),
      ...copies.map(({ to, purpose }, place) =>
        line(
          `- ${to}${purpose === null ? "" : ` (${purpose})`}${place === last ? "." : ";"}`,
          { size: SIZE.copies },
          left,
        ),
      ),
    ],
    [
      ...(capacity === null
        ? []
        : [line(capacity.toUpperCase(), { size: SIZE.signature, bold: true }, { spacing: { before: 240 } })]),
      line(
        office.toUpperCase(),
        { size: SIZE.signature, bold: true },
        capacity === null ? { spacing: { before: 240 } } : {},
      ),
      // Room for signature and seal
      line(name ?? "", { size: SIZE.signature, bold: true }, { spacing: { before: 1400 } }),
    ],
  )
}
