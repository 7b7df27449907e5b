import type { AssessmentFacts, Measure, TargetKind } from "@plan43/indicator-assessment"

/** Targets that are a number to be reached, of which more is better. */
const TO_REACH: readonly TargetKind[] = ["AT_LEAST", "MORE_THAN", "VALUE"]

/** Figures that do not add up towards a target: the growth of a year is not the average of all, and between done and not done nothing lies. */
const NO_SHARE: readonly Measure[] = ["GROWTH", "DONE_OR_NOT"]

/**
 * How many per cent of its target an indicator was observed to have reached, with one digit after the comma.
 * @returns null where that says nothing: of ranks, bands, targets in words, and where either figure is missing or below zero
 * Source: DOMAIN.md, “Annex I: indicators”, “A reporting round”.
 */
export function shareOfTarget(
  { target, observation }: Pick<AssessmentFacts, "target" | "observation">,
  measure: Measure,
): number | null {
  if (!TO_REACH.includes(target.kind) || NO_SHARE.includes(measure)) return null
  const reached = observation?.value ?? null
  if (reached === null || reached < 0 || target.minimum === null || target.minimum <= 0) return null
  return Math.round((reached / target.minimum) * 1000) / 10
}
