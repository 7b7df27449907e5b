import { createHash } from "node:crypto"
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"

/** Messages kept; the oldest are removed. */
const KEPT = 500

/** What arrived, one file each, in the words of the sender. */
export class MailFolder {
  readonly #folder: string

  /** @param folder absolute; made when the first message arrives */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Keeps a message; one that came before, by its Message-ID, is kept once. */
  async keep(message: Buffer, arrivedAt: Date): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
    const key = hashOf(messageIdIn(message) ?? message)
    const names = await this.names()
    if (names.some((name) => name.endsWith(`-${key}.eml`))) return
    // Complete before it has its name
    const path = join(this.#folder, `${arrivedAt.toISOString().replaceAll(":", "")}-${key}.eml`)
    await writeFile(`${path}.part`, message)
    await rename(`${path}.part`, path)
    for (const name of names.slice(KEPT - 1)) await rm(join(this.#folder, name))
  }

  /** Of the messages, the newest first. */
  async names(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => [])
    return names
      .filter((name) => name.endsWith(".eml"))
      .sort()
      .reverse()
  }

  read(name: string): Promise<Buffer> {
    return readFile(join(this.#folder, name))
  }
}

function hashOf(text: Buffer | string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16)
}

function messageIdIn(message: Buffer): string | null {
  const head = message.toString("latin1").split("\r\n\r\n", 1)[0] ?? ""
  return /^message-id:\s*(<[^>]+>)/im.exec(head)?.[1] ?? null
}
