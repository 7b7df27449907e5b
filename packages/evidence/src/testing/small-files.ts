import { crc32, deflateRawSync } from "node:zlib"

/** One part of a container under test. */
export interface SmallPart {
  name: string
  content: string | Buffer
  /** Stored as it is; otherwise deflated. */
  stored?: true
  /** What the directory says in place of the truth. */
  claimedSize?: number
  encrypted?: true
}

/** A zip container, byte by byte, also one that lies. */
export function smallZip(parts: readonly SmallPart[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, stored, claimedSize, encrypted } of parts) {
    const bytes = Buffer.from(content)
    const packed = stored ? bytes : deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(encrypted ? 0x801 : 0x800, 2)
    fields.writeUInt16LE(stored ? 0 : 8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claimedSize ?? bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, Buffer.from(name), packed])
    const entry = Buffer.alloc(46)
    entry.write("PK\x01\x02", "latin1")
    entry.writeUInt16LE(20, 4)
    fields.copy(entry, 6)
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, Buffer.from(name))
    locals.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write("PK\x05\x06", "latin1")
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, listed, end])
}

const OFFICE = "application/vnd.openxmlformats-officedocument"
const MAIN = {
  docx: ["word/document.xml", `${OFFICE}.wordprocessingml.document.main+xml`],
  xlsx: ["xl/workbook.xml", `${OFFICE}.spreadsheetml.sheet.main+xml`],
  pptx: ["ppt/presentation.xml", `${OFFICE}.presentationml.presentation.main+xml`],
} as const

/** A document of Office Open XML as small as one can be. */
export function smallOpenXml(
  kind: keyof typeof MAIN,
  more: readonly SmallPart[] = [],
  type?: string,
): Buffer {
  const [main, contentType] = MAIN[kind]
  return smallZip([
    {
      name: "[Content_Types].xml",
      content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="${type ?? contentType}"/></Types>`,
    },
    { name: main, content: "<document/>" },
    ...more,
  ])
}

/** An OpenDocument as small as one can be. */
export function smallOpenDocument(kind: "text" | "spreadsheet", more: readonly SmallPart[] = []): Buffer {
  return smallZip([
    { name: "mimetype", content: `application/vnd.oasis.opendocument.${kind}`, stored: true },
    { name: "content.xml", content: "<office:document-content/>" },
    ...more,
  ])
}

/** @param size in bytes, at least a hundred */
export function smallPdf(size = 200): Buffer {
  const head = Buffer.from("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n")
  const end = Buffer.from("\ntrailer << /Root 1 0 R >>\n%%EOF\n")
  return Buffer.concat([head, Buffer.alloc(size - head.length - end.length, "%"), end])
}

/** An older document of Office with the names of the files in it. */
export function smallCompoundFile(names: readonly string[]): Buffer {
  const directory = names.map((name) => {
    const entry = Buffer.alloc(128)
    entry.write(`${name}\0`, "utf16le")
    return entry
  })
  return Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), ...directory])
}

/** One white point. */
export const smallPng = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==",
  "base64",
)
