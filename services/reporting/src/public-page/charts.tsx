import { FIGURES, type OfficialTally } from "@plan43/official-tally"

/** The figures below the total, in the order of the bar. */
export const PARTS_OF_TALLY = FIGURES.filter((figure) => figure !== "assigned")

/** A swatch of the colour that a figure has in bars. */
export function Swatch({ figure }: { figure: keyof OfficialTally }) {
  return (
    <svg className="swatch" viewBox="0 0 10 10" aria-hidden="true">
      <rect className={`figure-${figure}`} width="10" height="10" rx="2" />
    </svg>
  )
}

/** A tally as one bar, each figure as long as its share; the table beside it says the same in numbers. */
export function TallyBar({ tally }: { tally: OfficialTally }) {
  const whole = Math.max(tally.assigned, 1)
  let from = 0
  const pieces = PARTS_OF_TALLY.flatMap((figure) => {
    const width = (Math.max(tally[figure], 0) / whole) * 100
    const piece = { figure, from, width }
    from += width
    return width === 0 ? [] : [piece]
  })
  return (
    <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      {pieces.map(({ figure, from: x, width }) => (
        <rect
          key={figure}
          className={`figure-${figure}`}
          x={rounded(x)}
          width={rounded(Math.max(width - GAP, GAP))}
          height="8"
        />
      ))}
    </svg>
  )
}

/** What separates the pieces of a bar, of its hundred. */
const GAP = 0.4

interface IndicatorChartProps {
  before: number | null
  now: number
  target: number
}

/** The figure of a round beneath the one before, and the target as a mark across both. */
export function IndicatorChart({ before, now, target }: IndicatorChartProps) {
  const most = Math.max(now, before ?? 0, target, Number.MIN_VALUE)
  // No bar is drawn backwards: what fell below nothing is said in the table
  const along = (value: number) => rounded((Math.max(value, 0) / most) * LONGEST_BAR)
  return (
    <svg className="indicator-chart" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
      {before !== null && <rect className="before" y="1" width={along(before)} height="6" />}
      <rect className="now" y="9" width={along(now)} height="10" />
      <rect className="target" x={along(target)} width="0.8" height="20" />
    </svg>
  )
}

/** Of a hundred: a mark at the end has room. */
const LONGEST_BAR = 98

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
