import { JudgedState } from "../../__generated__/graphql.ts"
import { attachedFiles } from "../../evidence/attached-file.ts"
import { chosenOf, neededDay, neededWords, optionalWords } from "../../form/written.ts"
import { z } from "../../form/zod.ts"

/** What is typed of a judgement, read into what is sent. */
export const judgementForm = z.object({
  state: chosenOf(Object.values(JudgedState)),
  on: neededDay,
  evidence: neededWords,
  source: neededWords,
  fileIds: attachedFiles,
  reason: optionalWords,
})

/** The same for a correction, which says why. */
export const judgementCorrection = judgementForm.extend({ reason: neededWords })

export type JudgementTyped = z.input<typeof judgementForm>
