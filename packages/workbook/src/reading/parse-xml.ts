import sax from "sax"
import { WorkbookUnreadable } from "./workbook-unreadable.ts"

/** What is told of an XML part while it is read; names are without their prefix. */
export interface XmlEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
}

/**
 * Reads a part. Office Open XML has no document type (ISO/IEC 29500-1, 8.1): one that has any may define what blows up in
 * memory, and is not read.
 * @throws WorkbookUnreadable DAMAGED when it is no well-formed XML
 */
export function parseXml(part: Buffer, { open, close, text }: XmlEvents): void {
  const parser = sax.parser(true, { xmlns: false })
  parser.ondoctype = () => {
    throw new WorkbookUnreadable("DAMAGED")
  }
  parser.onerror = (cause) => {
    throw new WorkbookUnreadable("DAMAGED", { cause })
  }
  parser.onopentag = ({ name, attributes }) =>
    open?.(localName(name), attributes as Readonly<Record<string, string>>)
  parser.onclosetag = (name) => close?.(localName(name))
  parser.ontext = (words) => text?.(words)
  parser.oncdata = (words) => text?.(words)
  parser.write(part.toString("utf8").replace(/^\uFEFF/, "")).close()
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1)
}

/** An attribute whatever the prefix of its namespace is, e.g. the `id` of `r:id`. */
export function prefixed(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(attributes).find(([key]) => key.includes(":") && localName(key) === name)?.[1]
}
