import { useLingui } from "@lingui/react/macro"
import { useElementSize } from "@mantine/hooks"
import { scaleLinear } from "@visx/scale"
import { LinePath } from "@visx/shape"
import { type FragmentType, graphql, readFragment } from "../../__generated__/index.ts"
import { PrintedDate } from "../../calendar/printed-date.tsx"
import { printedFigure } from "../../form/figure.ts"
import { Panel } from "../../shell/page.tsx"
import { periodWords } from "../period-words.ts"
import {
  type ChartFigures,
  chartFigures,
  dayNumber,
  daysShown,
  valuesShown,
  yearsMarked,
} from "./chart-figures.ts"
import styles from "./indicator-chart.module.css"

const IndicatorChartFragment = graphql(`
  fragment IndicatorChart on Indicator {
    id
    code
    unit
    measure
    horizonYear
    target {
      minimum
      maximum
    }
    directedTarget(asOf: $asOf) {
      id
      minimum
      maximum
    }
    path(asOf: $asOf) {
      on
      value
    }
    observations(asOf: $asOf, first: 100) {
      edges {
        node {
          id
          periodKey
          periodEnd
          value
          provisional
        }
      }
    }
  }
`)

/** The figures of an indicator against its path and its target; nothing where there is neither figure nor path. */
export function IndicatorChart({
  indicator: masked,
}: {
  indicator: FragmentType<typeof IndicatorChartFragment>
}) {
  const { t } = useLingui()
  const indicator = readFragment(IndicatorChartFragment, masked)
  const figures = chartFigures(indicator)
  if (figures.observed.length === 0 && figures.path.length === 0) return null
  const { code, unit, measure } = indicator
  return (
    <Panel title={t`Biểu đồ`}>
      <figure className={styles.figure}>
        <figcaption>
          {t`Số liệu của chỉ tiêu ${code} so với lộ trình và mục tiêu`}
          {unit && (
            <>
              {" "}
              (<span lang="vi">{unit}</span>)
            </>
          )}
        </figcaption>
        <Drawing figures={figures} lowerIsBetter={measure === "RANK"} />
        <Legend figures={figures} />
        <FiguresTable figures={figures} />
      </figure>
    </Panel>
  )
}

const HEIGHT = 300
const MARGIN = { top: 12, right: 16, bottom: 28, left: 52 }
/** Pixels that a year's name takes below the chart. */
const YEAR_WIDTH = 48

interface DrawingProps {
  figures: ChartFigures
  /** A rank: the first place is at the top. */
  lowerIsBetter: boolean
}

function Drawing({ figures, lowerIsBetter }: DrawingProps) {
  const { i18n } = useLingui()
  const { ref, width } = useElementSize()
  const inner = {
    width: Math.max(0, width - MARGIN.left - MARGIN.right),
    height: HEIGHT - MARGIN.top - MARGIN.bottom,
  }
  const days = daysShown(figures)
  const [low, high] = valuesShown(figures)
  const x = scaleLinear({ domain: days, range: [0, inner.width] })
  const y = scaleLinear({
    domain: lowerIsBetter ? [high, low] : [low, high],
    range: [inner.height, 0],
    nice: true,
  })
  const years = yearsMarked(days, inner.width / YEAR_WIDTH).filter(
    (year) => dayNumber(`${year}-12-31`) <= days[1],
  )
  const { observed, path, least, most } = figures
  return (
    <div ref={ref} className={styles.drawing}>
      {/* The table below tells the same to those who do not see it */}
      <svg width={width} height={HEIGHT} aria-hidden="true">
        <g transform={`translate(${MARGIN.left},${MARGIN.top})`}>
          {y.ticks(5).map((tick) => (
            <g key={tick} transform={`translate(0,${y(tick)})`}>
              <line x2={inner.width} className={styles.grid} />
              <text x={-8} dy="0.32em" textAnchor="end">
                {printedFigure(tick, i18n.locale)}
              </text>
            </g>
          ))}
          {years.map((year) => (
            <g key={year} transform={`translate(${x(dayNumber(`${year}-12-31`))},${inner.height})`}>
              <line y2={5} className={styles.axis} />
              <text y={20} textAnchor="middle">
                {year}
              </text>
            </g>
          ))}
          <line y1={inner.height} y2={inner.height} x2={inner.width} className={styles.axis} />
          {[least, most].map(
            (bound, place) =>
              bound !== null && (
                <line
                  // biome-ignore lint/suspicious/noArrayIndexKey: the least and the most, in this order
                  key={place}
                  x2={inner.width}
                  y1={y(bound)}
                  y2={y(bound)}
                  className={styles.target}
                />
              ),
          )}
          <LinePath
            data={[...path]}
            x={({ on }) => x(dayNumber(on))}
            y={({ value }) => y(value)}
            className={styles.path}
          />
          {path.map(({ on, value }) => (
            <rect
              key={on}
              x={x(dayNumber(on)) - 3}
              y={y(value) - 3}
              width={6}
              height={6}
              className={styles.point}
            />
          ))}
          <LinePath
            data={[...observed]}
            x={({ on }) => x(dayNumber(on))}
            y={({ value }) => y(value)}
            className={styles.observed}
          />
          {observed.map(({ on, value, periodKey, provisional }) => (
            <circle
              key={`${periodKey} ${on}`}
              cx={x(dayNumber(on))}
              cy={y(value)}
              r={5}
              className={styles.observation}
              data-provisional={provisional}
            />
          ))}
        </g>
      </svg>
    </div>
  )
}

function Legend({ figures: { observed, path, least, most } }: { figures: ChartFigures }) {
  const { t } = useLingui()
  return (
    <ul className={styles.legend}>
      {observed.some(({ provisional }) => !provisional) && (
        <li>
          <svg width="28" height="12" aria-hidden="true">
            <circle cx="14" cy="6" r="5" className={styles.observation} data-provisional="false" />
          </svg>
          {t`Số liệu chính thức`}
        </li>
      )}
      {observed.some(({ provisional }) => provisional) && (
        <li>
          <svg width="28" height="12" aria-hidden="true">
            <circle cx="14" cy="6" r="5" className={styles.observation} data-provisional="true" />
          </svg>
          {t`Số liệu tạm tính`}
        </li>
      )}
      {path.length > 0 && (
        <li>
          <svg width="28" height="12" aria-hidden="true">
            <path d="M0 6h28" className={styles.path} />
          </svg>
          {t`Lộ trình`}
        </li>
      )}
      {(least !== null || most !== null) && (
        <li>
          <svg width="28" height="12" aria-hidden="true">
            <path d="M0 6h28" className={styles.target} />
          </svg>
          {t`Mục tiêu`}
        </li>
      )}
    </ul>
  )
}

/** The same figures in words, for those who do not see the drawing. */
function FiguresTable({ figures: { observed, path, least, most, targetDay } }: { figures: ChartFigures }) {
  const { t, i18n } = useLingui()
  const figure = (value: number) => printedFigure(value, i18n.locale)
  return (
    <div className="for-readers">
      <table>
        <caption>{t`Các số liệu trên biểu đồ`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Ngày`}</th>
            <th scope="col">{t`Là gì`}</th>
            <th scope="col">{t`Giá trị`}</th>
          </tr>
        </thead>
        <tbody>
          {observed.map(({ on, value, periodKey, provisional }) => (
            <tr key={`${periodKey} ${on}`}>
              <th scope="row">
                <PrintedDate date={on} />
              </th>
              <td>
                {provisional ? t`Số liệu tạm tính` : t`Số liệu chính thức`}
                {periodKey && `, ${i18n._(periodWords(periodKey))}`}
              </td>
              <td>{figure(value)}</td>
            </tr>
          ))}
          {path.map(({ on, value }) => (
            <tr key={`path ${on}`}>
              <th scope="row">
                <PrintedDate date={on} />
              </th>
              <td>{t`Lộ trình`}</td>
              <td>{figure(value)}</td>
            </tr>
          ))}
          {least !== null && (
            <tr>
              <th scope="row">
                <PrintedDate date={targetDay} />
              </th>
              <td>{most === null ? t`Mục tiêu` : t`Mục tiêu, mức thấp nhất`}</td>
              <td>{figure(least)}</td>
            </tr>
          )}
          {most !== null && (
            <tr>
              <th scope="row">
                <PrintedDate date={targetDay} />
              </th>
              <td>{t`Mục tiêu, mức cao nhất`}</td>
              <td>{figure(most)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}
