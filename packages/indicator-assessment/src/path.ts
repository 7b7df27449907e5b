import { type CalendarDate, dayOf, daysBetween } from "@plan43/calendar"

/** A figure on a day, in the unit of its indicator. */
export interface PathPoint {
  on: CalendarDate
  value: number
}

/** Points in the order of their days. */
export type Path = readonly [PathPoint, ...PathPoint[]]

/** The day by which a target is to be reached: 31 December of its horizon year. */
export function targetDayOf(horizonYear: number): CalendarDate {
  return dayOf(horizonYear, 12, 31)
}

/**
 * The points of a path in the order of their days: the baseline, the milestones between it and the target, the
 * target. A baseline or milestone of the target's day or later says nothing of the way there and is left out.
 */
export function pathOf(baseline: PathPoint, milestones: readonly PathPoint[], target: PathPoint): Path {
  if (baseline.on >= target.on) return [target]
  const between = milestones
    .filter(({ on }) => baseline.on < on && on < target.on)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
  return [baseline, ...between, target]
}

/**
 * The figure that a path demands on a day: linear by day between its points, level before the first and after
 * the last.
 */
export function valueOnPath(path: Path, day: CalendarDate): number {
  const before = path.findLast(({ on }) => on <= day)
  const after = path.find(({ on }) => on > day)
  if (before === undefined) return path[0].value
  if (after === undefined) return before.value
  return (
    before.value +
    (after.value - before.value) * (daysBetween(before.on, day) / daysBetween(before.on, after.on))
  )
}
