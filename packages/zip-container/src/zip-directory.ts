import { inflateRawSync } from "node:zlib"

/** One part of a zip container, as its directory at the end of the file describes it. */
export interface ZipEntry {
  name: string
  /** 0: stored as it is; 8: deflated. */
  method: number
  encrypted: boolean
  /** Bytes within the container. */
  packed: number
  /** Bytes that it says it has when unpacked. */
  unpacked: number
  /** Where its own header begins. */
  offset: number
}

/** The bytes are no zip container that can be trusted to be what it says. */
export class ZipUnreadable extends Error {
  override readonly name = "ZipUnreadable"
}

const LOCAL_HEADER = 0x04034b50
const DIRECTORY_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const END_LENGTH = 22
const LONGEST_COMMENT = 65_535

/** What says in place of a number that it stands elsewhere (zip64): a document of 25 MB has no need of it. */
const ELSEWHERE = 0xffffffff

/** More parts than any document of an office has; a container with more costs its readers more than it can tell them. */
export const MOST_ENTRIES = 5_000

export function looksLikeZip(file: Buffer): boolean {
  return file.length >= 4 && file.readUInt32LE(0) === LOCAL_HEADER
}

/**
 * Reads the directory of a zip container without unpacking anything.
 * Source: PKWARE, APPNOTE 6.3.10, sections 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (end of directory).
 * @throws ZipUnreadable when it has none, is cut off, has more than {@link MOST_ENTRIES} parts, a part twice, a part that
 * would be unpacked outside of its folder, or numbers that contradict each other
 */
export function zipDirectory(file: Buffer): ZipEntry[] {
  const end = endOfDirectory(file)
  const count = file.readUInt16LE(end + 10)
  const length = file.readUInt32LE(end + 12)
  const start = file.readUInt32LE(end + 16)
  if (count > MOST_ENTRIES) throw new ZipUnreadable(`more than ${MOST_ENTRIES} parts`)
  if (start + length !== end) throw new ZipUnreadable("the directory is not where it is said to be")

  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let at = start
  while (at < end) {
    if (entries.length === count || at + 46 > end || file.readUInt32LE(at) !== DIRECTORY_HEADER)
      throw new ZipUnreadable("the directory has other parts than it says")
    const nameLength = file.readUInt16LE(at + 28)
    const next = at + 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    if (next > end) throw new ZipUnreadable("the directory is cut off")
    const name = file.toString("utf8", at + 46, at + 46 + nameLength)
    const entry: ZipEntry = {
      name,
      method: file.readUInt16LE(at + 10),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    }
    if (entry.packed === ELSEWHERE || entry.unpacked === ELSEWHERE || entry.offset + entry.packed > start)
      throw new ZipUnreadable(`the part ${name} is not within the file`)
    if (leavesItsFolder(name)) throw new ZipUnreadable(`the part ${name} would leave its folder`)
    const key = name.toLowerCase()
    if (names.has(key)) throw new ZipUnreadable(`the part ${name} is there twice`)
    names.add(key)
    entries.push(entry)
    at = next
  }
  if (entries.length !== count) throw new ZipUnreadable("the directory has other parts than it says")
  return entries
}

/**
 * Unpacks one part.
 * @param most the most bytes that are taken
 * @throws ZipUnreadable when it is larger, encrypted, or not what the directory says
 */
export function zipPart(file: Buffer, entry: ZipEntry, most: number): Buffer {
  const { offset, name, packed, encrypted, method } = entry
  if (encrypted || offset + 30 > file.length || file.readUInt32LE(offset) !== LOCAL_HEADER)
    throw new ZipUnreadable(`the part ${name} cannot be read`)
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  const bytes = file.subarray(start, start + packed)
  if (method === 0 && packed <= most) return bytes
  if (method !== 8) throw new ZipUnreadable(`the part ${name} is packed in an unknown way`)
  try {
    return inflateRawSync(bytes, { maxOutputLength: most })
  } catch (cause) {
    throw new ZipUnreadable(`the part ${name} cannot be unpacked`, { cause })
  }
}

function endOfDirectory(file: Buffer): number {
  const last = file.length - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (file.readUInt32LE(at) === END_OF_DIRECTORY && file.readUInt16LE(at + 20) === last - at) return at
  throw new ZipUnreadable("there is no directory")
}

function leavesItsFolder(name: string): boolean {
  return (
    name === "" || /^[/\\]|^[A-Za-z]:/.test(name) || name.includes("\0") || name.split(/[/\\]/).includes("..")
  )
}
