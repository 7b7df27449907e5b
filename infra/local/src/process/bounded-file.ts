import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs"
import { dirname } from "node:path"

/** A log's size at most, in bytes; with the one before it, a process keeps at most twice as much. */
const LARGEST = 5_000_000

/**
 * A file that lines are appended to. When it is full it becomes `<path>.1`, replacing the one that was so called, and a
 * new one begins.
 */
export class BoundedFile {
  readonly #path: string
  readonly #largest: number
  #size: number

  constructor(path: string, largest = LARGEST) {
    this.#path = path
    this.#largest = largest
    mkdirSync(dirname(path), { recursive: true })
    this.#size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  }

  append(line: string): void {
    const text = `${line}\n`
    const bytes = Buffer.byteLength(text)
    if (this.#size > 0 && this.#size + bytes > this.#largest) {
      renameSync(this.#path, `${this.#path}.1`)
      this.#size = 0
    }
    appendFileSync(this.#path, text)
    this.#size += bytes
  }
}
