import { mkdir, mkdtemp, rmdir, statfs } from "node:fs/promises"
import { join } from "node:path"

const MEGABYTE = 1_000_000

/** What a new database with its logs and its first day of work takes. */
const FIRST_START_MB = 300
/** What a database that exists needs so that its next writes do not fail. */
const LATER_START_MB = 50

/** The disk has no room for the data, or the folder cannot be made there or written to. */
export class NoRoom extends Error {
  constructor(message: string) {
    super(message)
    this.name = "NoRoom"
  }
}

/**
 * Makes the data folder, and makes sure that it can be written to and that its disk has room: 300 MB for a first start, 50 MB for a later one.
 * @throws NoRoom naming the folder, what is free and what is needed
 */
export async function requireDiskRoom(dataDirectory: string, isFirstStart: boolean): Promise<void> {
  await mkdir(dataDirectory, { recursive: true }).catch((error: Error) => {
    throw new NoRoom(`the data folder ${dataDirectory} cannot be made: ${error.message}`)
  })
  // Permissions do not tell: root passes them, and a read-only disk refuses root as well.
  await mkdtemp(join(dataDirectory, ".writable-")).then(rmdir, (error: Error) => {
    throw new NoRoom(`the data folder ${dataDirectory} cannot be written to: ${error.message}`)
  })
  const { bavail, bsize } = await statfs(dataDirectory)
  const problem = lackOfRoom(bavail * bsize, isFirstStart)
  if (problem !== null) throw new NoRoom(`the disk of ${dataDirectory} ${problem}`)
}

/**
 * @param freeBytes what an ordinary user may still write
 * @returns null when that is enough, else what is lacking, e.g. "has 12 MB free: a first start needs 300 MB"
 */
export function lackOfRoom(freeBytes: number, isFirstStart: boolean): string | null {
  const needed = isFirstStart ? FIRST_START_MB : LATER_START_MB
  const free = Math.floor(freeBytes / MEGABYTE)
  if (free >= needed) return null
  return `has ${free} MB free: a ${isFirstStart ? "first" : "later"} start needs ${needed} MB`
}
