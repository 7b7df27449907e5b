import { t } from "@lingui/core/macro"
import { type AttachedFile, attachedFiles } from "../../evidence/attached-file.ts"
import { chosenOf, neededDay, neededWords, optionalWords } from "../../form/written.ts"
import { z } from "../../form/zod.ts"
import { recipients } from "./recipient-names.ts"

/** What is typed about something that was sent; a name belongs to a recipient that is none of the listed. */
export const dispatchForm = z
  .object({
    recipient: chosenOf(recipients),
    recipientName: optionalWords,
    sentOn: neededDay,
    means: neededWords,
    reference: optionalWords,
    note: optionalWords,
    fileIds: attachedFiles.refine((ids) => ids.length > 0, {
      error: () => t`Hãy đính kèm đúng tệp đã gửi`,
    }),
  })
  .transform((sent) => ({ ...sent, recipientName: sent.recipient === "OTHER" ? sent.recipientName : null }))
  .superRefine(({ recipient, recipientName }, ctx) => {
    if (recipient === "OTHER" && recipientName === null)
      ctx.addIssue({ code: "custom", path: ["recipientName"], message: t`Không được để trống` })
  })

export type DispatchTyped = z.input<typeof dispatchForm>

export const EMPTY_DISPATCH: DispatchTyped = {
  recipient: "",
  recipientName: "",
  sentOn: "",
  means: "",
  reference: "",
  note: "",
  fileIds: [] as AttachedFile[],
}
