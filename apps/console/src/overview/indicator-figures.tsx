import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { AsOf } from "../calendar/as-of.tsx"
import type { OnDay } from "../calendar/day-search.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { assessmentName } from "../indicator/assessment-mark.tsx"
import { indicatorSearch } from "../indicator/indicator-search.ts"
import { Panel } from "../shell/page.tsx"
import styles from "./overview.module.css"

const IndicatorFiguresDocument = graphql(`
  query IndicatorFigures($asOf: Date) {
    indicatorSummary(asOf: $asOf) {
      asOf
      total
      byHorizon {
        horizonYear
        count
      }
      byAssessment {
        state
        count
      }
    }
  }
`)

/** How many indicators there are, by horizon and by how they stand. */
export function IndicatorFigures({ asOf }: OnDay) {
  const { t, i18n } = useLingui()
  const answer = useGraph(IndicatorFiguresDocument, { asOf: asOf ?? null })
  return (
    <Panel title={t`Chỉ tiêu`} beside={answer.data && <AsOf date={answer.data.indicatorSummary.asOf} />}>
      <Answered answer={answer} waiting={<Skeleton height={240} />}>
        {({ indicatorSummary: { total, byHorizon, byAssessment } }) => (
          <>
            <ul className={styles.counts}>
              <li>
                <strong>{t`Tổng số dòng chỉ tiêu`}</strong>
                <Link
                  to="/chi-tieu"
                  search={indicatorSearch.write({ asOf })}
                  aria-label={t`${total} dòng chỉ tiêu`}
                >
                  {total}
                </Link>
              </li>
              {byHorizon.map(({ horizonYear, count }) => (
                <li key={horizonYear}>
                  <span>{t`Đến năm ${String(horizonYear)}`}</span>
                  <Link
                    to="/chi-tieu"
                    search={indicatorSearch.write({ horizon: [String(horizonYear) as "2030"], asOf })}
                    aria-label={t`${count} chỉ tiêu đến năm ${String(horizonYear)}`}
                  >
                    {count}
                  </Link>
                </li>
              ))}
            </ul>
            <h3 className={styles.subtitle}>{t`Theo kết quả đánh giá`}</h3>
            <ul className={styles.counts}>
              {byAssessment
                .filter(({ count }) => count > 0)
                .map(({ state, count }) => (
                  <li key={state}>
                    <span>{i18n._(assessmentName[state])}</span>
                    <Link
                      to="/chi-tieu"
                      search={indicatorSearch.write({ assessment: [state], asOf })}
                      aria-label={`${count} · ${i18n._(assessmentName[state])}`}
                    >
                      {count}
                    </Link>
                  </li>
                ))}
            </ul>
          </>
        )}
      </Answered>
    </Panel>
  )
}
