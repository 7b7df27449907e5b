import { attachedFiles } from "../../evidence/attached-file.ts"
import { neededFigure } from "../../form/figure.ts"
import { neededDay, neededWords, optionalWords } from "../../form/written.ts"
import { z } from "../../form/zod.ts"

/** What is typed about a figure on the way, read into what is sent. */
export const milestoneForm = z.object({
  on: neededDay,
  value: neededFigure,
  source: optionalWords,
  fileIds: attachedFiles,
  reason: optionalWords,
})

/** The same for a correction, which says why. */
export const milestoneCorrection = milestoneForm.extend({ reason: neededWords })

export type MilestoneTyped = z.input<typeof milestoneForm>
