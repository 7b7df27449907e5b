import { type NumberShown, numberShown } from "./number-shown.ts"
import { parseXml } from "./parse-xml.ts"

/** The texts that cells point to by their place. */
export function readStrings(part: Buffer | null): string[] {
  const strings: string[] = []
  if (part === null) return strings
  let text: string | null = null
  let phonetic = false
  let item = ""
  parseXml(part, {
    open(name) {
      if (name === "si") item = ""
      if (name === "rPh") phonetic = true
      if (name === "t") text = ""
    },
    text(words) {
      if (text !== null) text += words
    },
    close(name) {
      if (name === "t" && text !== null && !phonetic) item += text
      if (name === "t") text = null
      if (name === "rPh") phonetic = false
      if (name === "si") strings.push(unescaped(item))
    },
  })
  return strings
}

/** Of each style that a cell may have, what it shows a number as. */
export function readStyles(part: Buffer | null): NumberShown[] {
  const codes = new Map<number, string>()
  const styles: NumberShown[] = []
  if (part === null) return styles
  let ofCells = false
  parseXml(part, {
    open(name, { numFmtId, formatCode }) {
      if (name === "numFmt") codes.set(Number(numFmtId), formatCode ?? "")
      if (name === "cellXfs") ofCells = true
      if (name === "xf" && ofCells) {
        const id = Number(numFmtId ?? 0)
        styles.push(numberShown(id, codes.get(id)))
      }
    },
    close(name) {
      if (name === "cellXfs") ofCells = false
    },
  })
  return styles
}

/** A text as it was typed: what no XML may hold is written as “_xHHHH_”. Source: ISO/IEC 29500-1, 22.9.2.19. */
export function unescaped(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/\r\n?/g, "\n")
}
