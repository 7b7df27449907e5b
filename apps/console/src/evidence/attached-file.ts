import { t } from "@lingui/core/macro"
import { z } from "../form/zod.ts"

/** What a form knows of a file that belongs to it; a draft keeps it, too. */
export interface AttachedFile {
  /** Tells rows apart before the file has an id. */
  key: string
  /** null while it is uploaded, and where that broke off. */
  id: string | null
  name: string
  /** In bytes. */
  size: number
}

/** As the subgraphs have it. */
export const MOST_FILES = 10

/** The largest file, in bytes; as the subgraphs have it. */
export const LARGEST_FILE = 25 * 1024 * 1024

/** What a browser offers to pick; what a file is, its content decides. */
export const PICKABLE = ".pdf,.docx,.xlsx,.pptx,.doc,.xls,.odt,.ods,.png,.jpg,.jpeg,.tif,.tiff"

/** Files that are all uploaded: their identifiers. */
export const attachedFiles = z
  .array(z.object({ key: z.string(), id: z.string().nullable(), name: z.string(), size: z.number() }))
  .max(MOST_FILES, { error: () => t`Nhiều nhất là ${MOST_FILES} tệp` })
  .transform((files, ctx): string[] => {
    const ids = files.flatMap(({ id }) => id ?? [])
    if (ids.length === files.length) return ids
    ctx.addIssue({ code: "custom", message: t`Hãy chờ các tệp tải lên xong, hoặc gỡ tệp chưa xong` })
    return z.NEVER
  })

/** What a form begins with that changes a row which has files already. */
export function attachedOf(files: readonly { id: string; name: string; size: number }[]): AttachedFile[] {
  return files.map(({ id, name, size }) => ({ key: id, id, name, size }))
}
