/** A figure on a day. */
export interface ChartPoint {
  /** "YYYY-MM-DD" */
  on: string
  value: number
}

/** What was observed, at the end of its period. */
export interface ObservedPoint extends ChartPoint {
  periodKey: string | null
  provisional: boolean
}

/** All that a chart of an indicator draws. */
export interface ChartFigures {
  /** The earliest first. */
  observed: readonly ObservedPoint[]
  /** The earliest first; empty while there is none. */
  path: readonly ChartPoint[]
  /** The least to be reached; null where the target has only a most, or no figure. */
  least: number | null
  /** The most; of a rank, what it must not be behind. */
  most: number | null
  /** The day of the target. */
  targetDay: string
}

interface Observed {
  periodKey?: string | null | undefined
  periodEnd: string
  value?: number | null | undefined
  provisional: boolean
}

interface Charted {
  horizonYear: number
  target: { minimum?: number | null | undefined; maximum?: number | null | undefined }
  directedTarget?:
    | { minimum?: number | null | undefined; maximum?: number | null | undefined }
    | null
    | undefined
  path: readonly ChartPoint[]
  observations: { edges: readonly { node: Observed }[] }
}

/** What there is to draw of an indicator; observations without a figure are left out. */
export function chartFigures(indicator: Charted): ChartFigures {
  const target = indicator.directedTarget ?? indicator.target
  const observed = indicator.observations.edges.flatMap(({ node }) =>
    node.value == null
      ? []
      : [
          {
            on: node.periodEnd,
            value: node.value,
            periodKey: node.periodKey ?? null,
            provisional: node.provisional,
          },
        ],
  )
  return {
    observed: observed.sort((a, b) => (a.on < b.on ? -1 : 1)),
    path: indicator.path,
    least: target.minimum ?? null,
    most: target.maximum ?? null,
    targetDay: `${indicator.horizonYear}-12-31`,
  }
}

const MILLISECONDS_A_DAY = 86_400_000

/** The day as a number: days since 1 January 1970. */
export function dayNumber(day: string): number {
  return Date.parse(day) / MILLISECONDS_A_DAY
}

/** The first and the last day that the chart shows: a year at the least, up to the day of the target. */
export function daysShown({ observed, path, targetDay }: ChartFigures): [number, number] {
  const days = [...observed, ...path].map(({ on }) => dayNumber(on))
  const last = dayNumber(targetDay)
  return [Math.min(last - 365, ...days), Math.max(last, ...days)]
}

/** The least and the greatest value that the chart shows, with room around them. */
export function valuesShown({ observed, path, least, most }: ChartFigures): [number, number] {
  const bounds = [least, most].filter((bound) => bound !== null)
  const values = [...observed.map(({ value }) => value), ...path.map(({ value }) => value), ...bounds]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = low === high ? Math.abs(low) || 1 : (high - low) * 0.1
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room]
}

/** Years whose last days are marked below the chart, as many as have room. */
export function yearsMarked([first, last]: readonly [number, number], room: number): number[] {
  const from = new Date(first * MILLISECONDS_A_DAY).getUTCFullYear()
  const to = new Date(last * MILLISECONDS_A_DAY).getUTCFullYear()
  const step = Math.max(1, Math.ceil((to - from + 1) / Math.max(1, room)))
  const years: number[] = []
  for (let year = to; year >= from; year -= step) years.unshift(year)
  return years
}
