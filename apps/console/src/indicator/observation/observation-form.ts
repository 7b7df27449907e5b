import type { IndicatorMeasure } from "../../__generated__/graphql.ts"
import { attachedFiles } from "../../evidence/attached-file.ts"
import { neededFigure, optionalFigure } from "../../form/figure.ts"
import { chosenOf, neededWords, optionalWords } from "../../form/written.ts"
import { z } from "../../form/zod.ts"

const standing = chosenOf(["PROVISIONAL", "OFFICIAL"])
const doneOrNot = chosenOf(["1", "0"]).transform(Number)

/** How a value is typed: a number, done or not, a place that may be unknown, or not at all. */
function valueForm(measure: IndicatorMeasure) {
  if (measure === "DONE_OR_NOT") return doneOrNot
  return measure === "RANK" || measure === "WORDS" ? optionalFigure : neededFigure
}

/** What is typed of a period, read into what is sent. */
export function observationForm(measure: IndicatorMeasure) {
  return z.object({
    periodKey: neededWords,
    value: valueForm(measure) as z.ZodType<number | null, string>,
    standing,
    source: neededWords,
    evidence: optionalWords,
    fileIds: attachedFiles,
    note: optionalWords,
    reason: optionalWords,
  })
}

/** The same for a correction, which says why. */
export function correctionForm(measure: IndicatorMeasure) {
  return observationForm(measure).extend({ reason: neededWords })
}

export type ObservationTyped = z.input<ReturnType<typeof observationForm>>

type Read = z.output<ReturnType<typeof observationForm>>

/** What the graph is told of a figure, in the unit that the form shows. */
export function figureRead(
  { value, standing: given, source, evidence, fileIds, note, reason }: Read,
  unit: string | null | undefined,
) {
  return {
    value,
    unit: value === null ? null : (unit ?? null),
    provisional: given === "PROVISIONAL",
    source,
    evidence,
    fileIds,
    note,
    reason,
  }
}
