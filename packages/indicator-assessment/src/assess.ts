import { addDays, type CalendarDate } from "@plan43/calendar"
import type { AssessmentInput, AssessmentState } from "./assessment-state.ts"
import { explanationOf } from "./explanation.ts"
import type { JudgedState } from "./judged-state.ts"
import { type Path, type PathPoint, pathOf, targetDayOf, valueOnPath } from "./path.ts"
import { isJudged, type TargetKind } from "./target-kind.ts"

/** The figures of a target, in the unit of its indicator. */
export interface TargetFigures {
  kind: TargetKind
  minimum: number | null
  maximum: number | null
}

/** What was observed of an indicator. */
export interface ObservedFigure {
  /** The last day of the period that it describes. */
  periodEnd: CalendarDate
  /** null where the observation is words and evidence only. */
  value: number | null
  provisional: boolean
}

/** What somebody judged, with evidence. */
export interface JudgedFact {
  on: CalendarDate
  state: JudgedState
}

/** All that the assessment of an indicator depends on, as it was known by the day that is asked about. */
export interface AssessmentFacts<Observed extends ObservedFigure = ObservedFigure> {
  target: TargetFigures
  /** null where the plan prints none. */
  unit: string | null
  horizonYear: number
  /** The target holds in every year, not only in the horizon year. */
  yearly: boolean
  /** Its figure is 1 when it is done and 0 while it is not: nothing lies between, so there is no path. */
  doneOrNot: boolean
  baseline: PathPoint | null
  milestones: readonly PathPoint[]
  /** The latest one; null where nothing was observed. */
  observation: Observed | null
  /** The latest one; null where nobody has judged. */
  judgement: JudgedFact | null
}

/** Where an indicator stands, and why. */
export interface Assessed<Observed extends ObservedFigure = ObservedFigure> {
  asOf: CalendarDate
  state: AssessmentState
  /** One sentence or two in Vietnamese: the observation, the path's value, what is missing. */
  explanation: string
  missing: AssessmentInput[]
  observation: Observed | null
  /** What the path demands on the last day of the observation's period; null without a path or a figure. */
  pathValue: number | null
}

/** The part of an assessment that is decided; the rest is told from it. */
export type Verdict = Pick<Assessed, "state" | "missing" | "pathValue">

/**
 * Behind the path is who stands where the path was at most this many days earlier; whoever stands further back
 * is off it. See docs/decisions/indicator-assessment.md.
 */
export const BEHIND_DAYS = 365

/**
 * Where an indicator stands at the end of a day.
 * @param facts as they were known by that day
 * @param asOf a calendar date (Asia/Ho_Chi_Minh)
 * Source: DOMAIN, "Annex I: indicators"; docs/decisions/indicator-assessment.md.
 */
export function assess<Observed extends ObservedFigure>(
  facts: AssessmentFacts<Observed>,
  asOf: CalendarDate,
): Assessed<Observed> {
  const verdict = verdictOf(facts, asOf)
  return {
    asOf,
    ...verdict,
    observation: facts.observation,
    explanation: explanationOf(facts, verdict, asOf),
  }
}

function verdictOf(facts: AssessmentFacts, asOf: CalendarDate): Verdict {
  const { target, observation } = facts
  if (target.kind === "NONE") return undecided("NOT_ASSESSABLE", [])
  if (target.kind === "DIRECTIVE") return undecided("NOT_ASSESSABLE", ["DIRECTIVE"])
  if (isJudged(target.kind)) return judged(facts)
  if (isNotApplicable(facts)) return undecided("NOT_ASSESSABLE", [])
  const figure = figureOf(target)
  if (figure === null) return undecided("NOT_ASSESSABLE", ["NUMERIC_TARGET"])
  if (observation === null || observation.value === null)
    return undecided("NO_DATA", ["OBSERVATION", ...missingBaseline(facts)])
  if (facts.doneOrNot) return doneOrNot(facts, observation.value, asOf)
  return measured(facts, { figure, value: observation.value, on: observation.periodEnd }, asOf)
}

function undecided(state: AssessmentState, missing: AssessmentInput[]): Verdict {
  return { state, missing, pathValue: null }
}

/** Somebody judged that no ranking is made, and nothing newer was observed. */
export function isNotApplicable({ judgement, observation }: AssessmentFacts): boolean {
  if (judgement?.state !== "NOT_APPLICABLE") return false
  return observation === null || observation.periodEnd <= judgement.on
}

/** Done is reached, whenever; what is not done is late once its day has passed. */
function doneOrNot({ horizonYear }: AssessmentFacts, value: number, asOf: CalendarDate): Verdict {
  if (value >= 1) return { state: "REACHED", missing: [], pathValue: null }
  return undecided(asOf > targetDayOf(horizonYear) ? "OFF_PATH" : "NOT_ASSESSABLE", [])
}

function judged({ judgement, observation }: AssessmentFacts): Verdict {
  if (judgement?.state === "NOT_APPLICABLE") return undecided("NOT_ASSESSABLE", [])
  if (judgement !== null) return { state: judgement.state, missing: [], pathValue: null }
  return undecided(observation === null ? "NO_DATA" : "NOT_ASSESSABLE", ["JUDGEMENT"])
}

/** The figure to be reached: the most for a rank, the least for everything else. */
function figureOf({ kind, minimum, maximum }: TargetFigures): number | null {
  return kind === "AT_MOST" ? maximum : minimum
}

function missingBaseline({ yearly, doneOrNot, baseline }: AssessmentFacts): AssessmentInput[] {
  return yearly || doneOrNot || baseline !== null ? [] : ["BASELINE"]
}

interface Measurement {
  figure: number
  value: number
  on: CalendarDate
}

/** A yearly target demands the same in every year; any other is approached from its baseline. */
function pathTo(goal: PathPoint, { yearly, baseline, milestones }: AssessmentFacts): Path | null {
  return yearly ? [goal] : baseline && pathOf(baseline, milestones, goal)
}

/**
 * The way to the target of an indicator, or of a yearly one the target alone; null while its beginning or its end is
 * not known, and where no figures lead there.
 */
export function pathOfFacts(facts: AssessmentFacts): Path | null {
  const { target, horizonYear, doneOrNot } = facts
  const figure = figureOf(target)
  if (figure === null || doneOrNot || isJudged(target.kind)) return null
  return pathTo({ on: targetDayOf(horizonYear), value: figure }, facts)
}

function measured(facts: AssessmentFacts, { figure, value, on }: Measurement, asOf: CalendarDate): Verdict {
  const { target, yearly } = facts
  const goal = { on: targetDayOf(facts.horizonYear), value: figure }
  const path = pathTo(goal, facts)
  const pathValue = path && valueOnPath(path, on)
  const met = metState(target, figure, value)
  if (met !== null) return { state: met, missing: [], pathValue }
  if (path === null || pathValue === null) return undecided("NOT_ASSESSABLE", ["BASELINE"])
  const missing: AssessmentInput[] = on < goal.on && goal.on < asOf ? ["OBSERVATION"] : []
  const asGoodAs = (demanded: number) => advance(target.kind, value, demanded) >= 0
  if (yearly) return { state: "OFF_PATH", missing, pathValue }
  if (on < goal.on && asGoodAs(pathValue)) return { state: "ON_PATH", missing, pathValue }
  const behind = asGoodAs(valueOnPath(path, addDays(on, -BEHIND_DAYS)))
  return { state: behind ? "BEHIND_PATH" : "OFF_PATH", missing, pathValue }
}

/** How much better a value is than another: positive where better, a lower rank being the better one. */
function advance(kind: TargetKind, value: number, other: number): number {
  return kind === "AT_MOST" ? other - value : value - other
}

/** REACHED or EXCEEDED where the value meets the target; null where it does not. */
function metState(target: TargetFigures, figure: number, value: number): AssessmentState | null {
  const ahead = advance(target.kind, value, figure)
  switch (target.kind) {
    case "MORE_THAN":
      return ahead > 0 ? "REACHED" : null
    case "RANGE":
      if (ahead < 0) return null
      return target.maximum !== null && value > target.maximum ? "EXCEEDED" : "REACHED"
    default:
      if (ahead < 0) return null
      return ahead > 0 ? "EXCEEDED" : "REACHED"
  }
}
