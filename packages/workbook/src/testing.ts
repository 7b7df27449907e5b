import { execFile, spawnSync } from "node:child_process"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate"

/** What a part of a workbook becomes: another text or other bytes; null takes it out. */
export type ChangedPart = (content: string) => string | Uint8Array | null

/**
 * A workbook with parts that were changed by hand, as broken programs and people do.
 * @param changes by path in the container; of a part that is not there, the content is empty
 */
export function withParts(file: Buffer, changes: Readonly<Record<string, ChangedPart>>): Buffer {
  const parts: Zippable = { ...unzipSync(new Uint8Array(file)) }
  for (const [path, change] of Object.entries(changes)) {
    const changed = change(parts[path] === undefined ? "" : strFromU8(parts[path] as Uint8Array))
    if (changed === null) delete parts[path]
    else parts[path] = typeof changed === "string" ? strToU8(changed) : changed
  }
  return Buffer.from(zipSync(parts, { level: 1 }))
}

/** Puts another cell in the place of one, as a person or a program would; in a row that is not there, too. */
export function cellChange(name: string, inside: string, attributes = ""): ChangedPart {
  const row = name.replace(/\D/g, "")
  const cell = `<c r="${name}"${attributes}>${inside}</c>`
  const there = new RegExp(`<c r="${name}"([^>]*?)(/>|>.*?</c>)`, "s")
  return (content) => {
    if (there.test(content)) return content.replace(there, cell)
    const end = new RegExp(`(<row r="${row}"[^>]*>.*?)</row>`, "s")
    return end.test(content)
      ? content.replace(end, `$1${cell}</row>`)
      : content.replace("</sheetData>", `<row r="${row}">${cell}</row></sheetData>`)
  }
}

export function textChange(name: string, text: string): ChangedPart {
  return cellChange(name, `<is><t xml:space="preserve">${text}</t></is>`, ' t="inlineStr"')
}

export function numberChange(name: string, number: number): ChangedPart {
  return cellChange(name, `<v>${number}</v>`)
}

/** Whether LibreOffice is not there: Debian's libreoffice-calc brings it for workbooks, libreoffice-writer for Word files. */
export function libreOfficeIsMissing(): boolean {
  return spawnSync("soffice", ["--version"]).error !== undefined
}

/** What LibreOffice saves a workbook with. */
export const AS_WORKBOOK = "xlsx:Calc MS Excel 2007 XML"

/**
 * Opens a file with LibreOffice and saves it.
 * @param from its extension
 * @param to the extension to save it with, and the filter that does so
 * @throws Error with what LibreOffice says where it saves nothing
 */
export async function savedByLibreOffice(content: Buffer, from: string, to: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "plan43-office-"))
  try {
    const file = join(folder, `file.${from}`)
    await writeFile(file, content)
    // Of a profile of its own: one that is open elsewhere saves nothing.
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`
    const saved = join(folder, "saved")
    await promisify(execFile)(
      "soffice",
      [profile, "--headless", "--convert-to", to, "--outdir", saved, file],
      {
        timeout: 120_000,
      },
    )
    return await readFile(join(saved, `file.${to.split(":")[0]}`))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
