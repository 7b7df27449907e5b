/** A row behind a figure: what was counted, and why. */
export interface ScoreRow {
  /** Within its figure. */
  id: string
  taskId: string | null
  indicatorId: string | null
  reportId: string | null
  letterId: string | null
  /** Number of the task or indicator, as it was then; null of a report. */
  code: string | null
  name: string
  /** In Vietnamese: the fact by which it counts, or does not. */
  why: string
  /** How much of `outOf` it adds to the figure. */
  counted: number
  /** By how much the figure could have grown: 1, or the lines of a report. */
  outOf: number
}

/** A figure of a scorecard. It is what its rows add up to, and nothing else. */
export interface ScoreFigure {
  counted: number
  outOf: number
  /** How many; or of a share, from 0 to 1, which part: null where there is nothing to have a part of. */
  value: number | null
  rows: readonly ScoreRow[]
}

export function figureOf(rows: readonly ScoreRow[], measure: "COUNT" | "SHARE"): ScoreFigure {
  const counted = rows.reduce((sum, row) => sum + row.counted, 0)
  const outOf = rows.reduce((sum, row) => sum + row.outOf, 0)
  const share = outOf === 0 ? null : counted / outOf
  return { counted, outOf, value: measure === "COUNT" ? counted : share, rows }
}
