import { DirectedTargetKind } from "../../__generated__/graphql.ts"
import { attachedFiles } from "../../evidence/attached-file.ts"
import { optionalFigure } from "../../form/figure.ts"
import { chosenOf, neededDay, neededWords, optionalWords } from "../../form/written.ts"
import { z } from "../../form/zod.ts"

/** What is typed about a target that an authority directed, read into what is sent. */
export const directedTargetForm = z.object({
  kind: chosenOf(Object.values(DirectedTargetKind)),
  minimum: optionalFigure,
  maximum: optionalFigure,
  note: optionalWords,
  documentNumber: neededWords,
  documentIssuedOn: neededDay,
  documentIssuer: neededWords,
  documentLink: optionalWords,
  fileIds: attachedFiles,
  reason: optionalWords,
})

/** The same for a correction, which says why. */
export const directedTargetCorrection = directedTargetForm.extend({ reason: neededWords })

export type DirectedTargetTyped = z.input<typeof directedTargetForm>
