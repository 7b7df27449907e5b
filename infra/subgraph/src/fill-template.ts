import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"

const TEMPLATE = fileURLToPath(new URL("../template/", import.meta.url))
const ENDING = ".template"

/** What stands for what in the template, in names of files as in their text. */
export type Fillings = Readonly<Record<string, string>>

/**
 * Writes the template into a folder that is not there yet.
 * @throws Error when the folder is there, or where the template asks for something that nobody gave
 */
export function fillTemplate(folder: string, fillings: Fillings): void {
  mkdirSync(folder)
  for (const entry of readdirSync(TEMPLATE, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const template = join(entry.parentPath, entry.name)
    const file = join(folder, filled(relative(TEMPLATE, template).slice(0, -ENDING.length), fillings))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, filled(readFileSync(template, "utf8"), fillings))
  }
}

function filled(text: string, fillings: Fillings): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => {
    const filling = fillings[name]
    if (filling === undefined) throw new Error(`the template asks for ${name}, which nobody gave`)
    return filling
  })
}
