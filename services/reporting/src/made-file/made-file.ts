import { OFFICIAL_LETTER_MEDIA_TYPE } from "@plan43/official-letter"
import { WORKBOOK_MEDIA_TYPE } from "@plan43/workbook"

/** A file as the graph gives it. */
interface MadeFile {
  name: string
  mediaType: string
  base64: string
}

const MEDIA_TYPES = { docx: OFFICIAL_LETTER_MEDIA_TYPE, xlsx: WORKBOOK_MEDIA_TYPE } as const

interface FileName {
  /** Whether it is made of a simulation: then its name says so before anything else. */
  simulated: boolean
  /** What the name says; of each part letters, numbers, spaces and hyphens. */
  words: readonly string[]
  extension: keyof typeof MEDIA_TYPES
}

/** A file that was written, under a name that every file system takes. */
export function madeFile({ simulated, words, extension }: FileName, bytes: Buffer): MadeFile {
  const named = words.map((word) => word.replaceAll(/[^\p{L}\p{N}\s-]+/gu, " ").trim()).join(" ")
  return {
    name: `${simulated ? "MÔ PHỎNG " : ""}${named}.${extension}`,
    mediaType: MEDIA_TYPES[extension],
    base64: bytes.toString("base64"),
  }
}
