import { t } from "@lingui/core/macro"
import { type AttachedFile, attachedFiles } from "../../evidence/attached-file.ts"
import { neededDay, neededWords, optionalWords } from "../../form/written.ts"
import { z } from "../../form/zod.ts"

/** What is typed about a signed copy. */
export const signedCopyForm = z.object({
  number: neededWords,
  signedOn: neededDay,
  signer: neededWords,
  fileIds: attachedFiles.refine((ids) => ids.length === 1, {
    error: () => t`Hãy đính kèm đúng một tệp PDF của bản đã ký`,
  }),
  reason: optionalWords,
})

export type SignedCopyTyped = z.input<typeof signedCopyForm>

export const EMPTY_SIGNED_COPY: SignedCopyTyped = {
  number: "",
  signedOn: "",
  signer: "",
  fileIds: [] as AttachedFile[],
  reason: "",
}
