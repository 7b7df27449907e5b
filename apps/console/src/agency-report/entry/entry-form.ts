import { t } from "@lingui/core/macro"
import { type AttachedFile, attachedFiles } from "../../evidence/attached-file.ts"
import { neededDay, neededWords, optionalDay, optionalWords } from "../../form/written.ts"
import { z } from "../../form/zod.ts"

/** What is typed of a report that came as an Excel file: the file says who approved it. */
export const fileEntryForm = z.object({ receivedOn: neededDay, reason: optionalWords })

export type FileEntryTyped = z.input<typeof fileEntryForm>

export const EMPTY_FILE_ENTRY: FileEntryTyped = { receivedOn: "", reason: "" }

/** What is typed of a report that came on paper. */
export const paperEntryForm = z.object({
  receivedOn: neededDay,
  approvedBy: neededWords,
  approvedOn: optionalDay,
  fileIds: attachedFiles.refine((ids) => ids.length > 0, {
    error: () => t`Hãy đính kèm bản chụp của báo cáo giấy đã ký`,
  }),
  reason: optionalWords,
})

export type PaperEntryTyped = z.input<typeof paperEntryForm>

export const EMPTY_PAPER_ENTRY: PaperEntryTyped = {
  receivedOn: "",
  approvedBy: "",
  approvedOn: "",
  fileIds: [] as AttachedFile[],
  reason: "",
}
