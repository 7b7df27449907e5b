import { attachedFiles } from "../../evidence/attached-file.ts"
import { neededFigure } from "../../form/figure.ts"
import { neededDay, neededWords, optionalWords } from "../../form/written.ts"
import { z } from "../../form/zod.ts"

/** What is typed about where a way begins, read into what is sent. */
export const baselineForm = z.object({
  on: neededDay,
  value: neededFigure,
  source: neededWords,
  evidence: optionalWords,
  fileIds: attachedFiles,
  reason: optionalWords,
})

/** The same for a correction, which says why. */
export const baselineCorrection = baselineForm.extend({ reason: neededWords })

export type BaselineTyped = z.input<typeof baselineForm>
