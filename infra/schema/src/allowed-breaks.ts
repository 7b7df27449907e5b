import { readdir, readFile } from "node:fs/promises"
import { decisionsFolder } from "./places.ts"

/** A line of a decision page that allows a break, e.g. "Breaks: `Task.status`". */
const LINE = /^Breaks: `([^`]+)`$/gm

/** The paths that a text of a decision allows to break. */
export function breaksAllowedIn(text: string): string[] {
  return [...text.matchAll(LINE)].flatMap(([, path]) => path ?? [])
}

/** The paths that some page of docs/decisions allows to break. */
export async function allowedBreaks(): Promise<Set<string>> {
  const pages = (await readdir(decisionsFolder)).filter((name) => name.endsWith(".md"))
  const texts = await Promise.all(pages.map((name) => readFile(new URL(name, decisionsFolder), "utf8")))
  return new Set(texts.flatMap(breaksAllowedIn))
}
