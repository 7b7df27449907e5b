import { posix } from "node:path"
import { looksLikeZip, type ZipEntry, ZipUnreadable, zipDirectory, zipPart } from "@plan43/zip-container"
import type { ReadSheet } from "./cell.ts"
import { parseXml, prefixed } from "./parse-xml.ts"
import { readSheet } from "./read-sheet.ts"
import { readStrings, readStyles } from "./shared-parts.ts"
import { WorkbookUnreadable } from "./workbook-unreadable.ts"

/** The largest workbook that is read, in bytes: a filled-in form has some hundred thousand. */
export const LARGEST_WORKBOOK = 5 * 1024 * 1024

/** What all parts of a workbook, and what one of them, may unpack to, in bytes. */
const LARGEST_UNPACKED = 32 * 1024 * 1024
const LARGEST_PART = 16 * 1024 * 1024

/** More sheets than anybody keeps apart. */
const MOST_SHEETS = 100

/** What a workbook holds besides its cells, and what is not read: pictures and shapes, notes at cells, other documents. */
export type BesideCells = "PICTURES" | "NOTES" | "DOCUMENTS"

/** A workbook as it was sent: what stands in its cells, without how it looks. */
export interface ReadWorkbook {
  sheets: readonly ReadSheet[]
  beside: readonly BesideCells[]
}

/**
 * Reads what stands in the cells of a workbook that somebody sent. Nothing in it is carried out: of a formula is said that it
 * is one.
 * @throws WorkbookUnreadable
 */
export function readWorkbook(file: Buffer): ReadWorkbook {
  if (file.length > LARGEST_WORKBOOK) throw new WorkbookUnreadable("TOO_LARGE")
  if (isCompoundFile(file))
    throw new WorkbookUnreadable(
      file.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "ENCRYPTED" : "NOT_A_WORKBOOK",
    )
  if (!looksLikeZip(file)) throw new WorkbookUnreadable("NOT_A_WORKBOOK")
  try {
    return readParts(new Parts(file))
  } catch (cause) {
    if (cause instanceof ZipUnreadable) throw new WorkbookUnreadable("DAMAGED", { cause })
    throw cause
  }
}

function readParts(parts: Parts): ReadWorkbook {
  const types = parts.read("[Content_Types].xml")?.toString("utf8") ?? ""
  if (/vbaProject|macroEnabled|macrosheet/i.test(types) || parts.has(/(^|\/)(vbaProject\.|macrosheets\/)/i))
    throw new WorkbookUnreadable("WITH_MACROS")
  if (!types.includes("spreadsheetml.sheet.main+xml")) throw new WorkbookUnreadable("NOT_A_WORKBOOK")
  if (parts.has(/^xl\/(externalLinks|queryTables|model)\/|^xl\/connections\.xml$/i))
    throw new WorkbookUnreadable("OUTSIDE_DATA")
  const main = mainPart(parts)
  const { sheets, from1904 } = listOfSheets(parts.needed(main))
  const targets = relationsOf(parts, main)
  const strings = readStrings(parts.read(targetOfType(targets, "sharedStrings") ?? ""))
  const styles = readStyles(parts.read(targetOfType(targets, "styles") ?? ""))
  return {
    sheets: sheets.map(({ name, hidden, relation }) => {
      const target = targets.get(relation)
      if (target === undefined) throw new WorkbookUnreadable("DAMAGED")
      return { name, hidden, cells: readSheet(parts.needed(target.path), { strings, styles, from1904 }) }
    }),
    beside: [
      ...(parts.has(/^xl\/(media|charts)\//i) ? (["PICTURES"] as const) : []),
      ...(parts.has(/^xl\/(comments|threadedComments)/i) ? (["NOTES"] as const) : []),
      ...(parts.has(/^xl\/(embeddings|activeX|ctrlProps)\//i) ? (["DOCUMENTS"] as const) : []),
    ],
  }
}

/** The parts of a container, each unpacked when it is needed, to a limit. */
class Parts {
  readonly #file: Buffer
  readonly #entries: ReadonlyMap<string, ZipEntry>

  constructor(file: Buffer) {
    this.#file = file
    const entries = zipDirectory(file)
    if (entries.some(({ encrypted }) => encrypted)) throw new WorkbookUnreadable("ENCRYPTED")
    if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > LARGEST_UNPACKED)
      throw new WorkbookUnreadable("TOO_LARGE")
    this.#entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  }

  has(pattern: RegExp): boolean {
    return [...this.#entries.keys()].some((name) => pattern.test(name))
  }

  read(name: string): Buffer | null {
    const entry = this.#entries.get(name.toLowerCase())
    if (entry === undefined) return null
    if (entry.unpacked > LARGEST_PART) throw new WorkbookUnreadable("TOO_LARGE")
    // One that unpacks to more than it says is none that can be trusted.
    return zipPart(this.#file, entry, Math.max(entry.unpacked, 1))
  }

  needed(name: string): Buffer {
    const part = this.read(name)
    if (part === null) throw new WorkbookUnreadable("DAMAGED")
    return part
  }
}

interface Relation {
  path: string
  type: string
}

/** What a part points to, by identifier. */
function relationsOf(parts: Parts, path: string): Map<string, Relation> {
  const { dir, base } = posix.parse(path)
  const list = parts.read(posix.join(dir, "_rels", `${base}.rels`))
  const found = new Map<string, Relation>()
  if (list !== null)
    parseXml(list, {
      open(name, { Id, Target, Type, TargetMode }) {
        if (name !== "Relationship" || Id === undefined || Target === undefined || TargetMode === "External")
          return
        const path = Target.startsWith("/") ? Target.slice(1) : posix.join(dir, Target)
        found.set(Id, { path, type: Type ?? "" })
      },
    })
  return found
}

function targetOfType(relations: ReadonlyMap<string, Relation>, type: string): string | undefined {
  return [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.path
}

function mainPart(parts: Parts): string {
  const path = targetOfType(relationsOf(parts, ""), "officeDocument")
  if (path === undefined) throw new WorkbookUnreadable("DAMAGED")
  return path
}

function listOfSheets(workbook: Buffer) {
  const sheets: { name: string; hidden: boolean; relation: string }[] = []
  let from1904 = false
  parseXml(workbook, {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attributes.date1904 ?? "")
      if (name === "sheet")
        sheets.push({
          name: attributes.name ?? "",
          hidden: (attributes.state ?? "visible") !== "visible",
          relation: prefixed(attributes, "id") ?? "",
        })
    },
  })
  if (sheets.length === 0) throw new WorkbookUnreadable("DAMAGED")
  if (sheets.length > MOST_SHEETS) throw new WorkbookUnreadable("TOO_LARGE")
  return { sheets, from1904 }
}

function isCompoundFile(file: Buffer): boolean {
  return file.subarray(0, 8).toString("hex") === "d0cf11e0a1b11ae1"
}
