import type { CalendarDate } from "@plan43/calendar"
import { CRITERIA_VERSION, type Criterion, criteriaOf, type ScoreCriterionCode } from "./criterion.ts"
import type { ScoreFigure } from "./score-row.ts"

/** How much a criterion weighs against the others. */
export interface Weight {
  criterion: ScoreCriterionCode
  /** A whole number above 0. */
  weight: number
}

/** By what scorecards are counted. */
export interface ScoreMethod {
  number: number
  criteriaVersion: number
  /** None: figures stand for themselves, and nothing is made one of them. */
  weights: readonly Weight[]
  /** The document or decision that the weights rest on; null of the method that has none. */
  basis: string | null
  /** Periods that end on that day or later are counted by it; null: all. */
  effectiveFrom: CalendarDate | null
}

/**
 * The method that holds while nobody recorded another: figures alone. The plan says what is to be measured and gives no weights; see
 * docs/decisions/scorecards-without-invented-weights.md.
 */
export const WITHOUT_WEIGHTS: ScoreMethod = {
  number: 1,
  criteriaVersion: CRITERIA_VERSION,
  weights: [],
  basis: null,
  effectiveFrom: null,
}

/** The method in force on the last day of a period: of those that took effect by then, the one that did so last. */
export function methodInForce(methods: readonly ScoreMethod[], lastDay: CalendarDate): ScoreMethod {
  const inForce = methods
    .filter(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom <= lastDay)
    .sort((one, other) =>
      one.effectiveFrom === other.effectiveFrom
        ? one.number - other.number
        : String(one.effectiveFrom).localeCompare(String(other.effectiveFrom)),
    )
  return inForce.at(-1) ?? WITHOUT_WEIGHTS
}

/** What a criterion adds to a composite. */
export interface CompositePart extends Weight {
  /** From 0 to 1; null: it has no rows, and weighs nothing. */
  value: number | null
  /** Of the 100 that can be had. */
  points: number
}

/** Shares made one figure by recorded weights. */
export interface Composite {
  /** From 0 to 100. */
  points: number
  parts: readonly CompositePart[]
}

/**
 * The composite of weighed shares: each counts by its weight among those that have rows. null where the method has no weights, and
 * where none of its criteria has rows.
 */
export function compositeOf(
  figures: ReadonlyMap<ScoreCriterionCode, Pick<ScoreFigure, "value">>,
  { weights }: Pick<ScoreMethod, "weights">,
): Composite | null {
  const weighed = weights.map(({ criterion, weight }) => ({
    criterion,
    weight,
    value: figures.get(criterion)?.value ?? null,
  }))
  const whole = weighed.reduce((sum, { weight, value }) => sum + (value === null ? 0 : weight), 0)
  if (whole === 0) return null
  const parts = weighed.map((part) => ({ ...part, points: (100 * (part.value ?? 0) * part.weight) / whole }))
  return { points: parts.reduce((sum, { points }) => sum + points, 0), parts }
}

/** The criteria of a method, in the order in which they are shown. */
export function criteriaOfMethod({ criteriaVersion }: ScoreMethod): readonly Criterion[] {
  return criteriaOf(criteriaVersion)
}
