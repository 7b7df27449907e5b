import { useLingui } from "@lingui/react/macro"
import { NativeSelect } from "@mantine/core"
import { graphql } from "../__generated__/index.ts"
import { today } from "../calendar/today.ts"
import { DayField } from "../filter/day-field.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { type OfferedPeriod, offeredPeriods, type Period, roundPeriods } from "./score-periods.ts"
import styles from "./scorecard.module.css"

const ScorePeriodsDocument = graphql(`
  query ScorePeriods {
    rounds: reportingRounds(first: 100) {
      edges {
        node {
          id
          name
          agenciesDueOn
        }
      }
    }
    scorecardFreezes(first: 100) {
      edges {
        node {
          id
          name
          from
          to
        }
      }
    }
  }
`)

interface PeriodChoiceProps {
  period: Period
  /** Of what was kept; null: as it is now. */
  freeze: string | null
  onPeriod: (period: Period) => void
  onFreeze: (id: string) => void
}

const valueOfPeriod = ({ from, to }: Period) => `${from} ${to}`
const KEPT = "kept "

/** Which days the scorecards are about: a half or a whole year, those of a round, any others, or what was kept. */
export function PeriodChoice({ period, freeze, onPeriod, onFreeze }: PeriodChoiceProps) {
  const { t } = useLingui()
  const { data } = useGraph(ScorePeriodsDocument, {})
  const offered = offeredPeriods(today())
  const ofRounds = roundPeriods(data?.rounds.edges.map(({ node }) => node) ?? []).filter(
    ({ from }) => from <= today(),
  )
  const kept = data?.scorecardFreezes.edges.map(({ node }) => node) ?? []
  const known = [...offered, ...ofRounds].some((each) => valueOfPeriod(each) === valueOfPeriod(period))
  const chosen = freeze === null ? (known ? valueOfPeriod(period) : "") : `${KEPT}${freeze}`
  return (
    <div className={`${styles.period} not-printed`}>
      <NativeSelect
        label={t`Kỳ đánh giá`}
        value={chosen}
        onChange={({ currentTarget: { value } }) => {
          const [from, to] = value.split(" ")
          if (value.startsWith(KEPT)) onFreeze(value.slice(KEPT.length))
          else if (from !== undefined && to !== undefined) onPeriod({ from, to })
        }}
      >
        {chosen === "" && <option value="">{t`Khoảng ngày khác`}</option>}
        <optgroup label={t`Số liệu hiện nay`}>
          {offered.map((each) => (
            <option key={valueOfPeriod(each)} value={valueOfPeriod(each)}>
              {nameOf(each)}
            </option>
          ))}
        </optgroup>
        {ofRounds.length > 0 && (
          <optgroup label={t`Theo kỳ báo cáo`}>
            {ofRounds.map((each) => (
              <option key={each.id} value={valueOfPeriod(each)}>
                {each.name}
              </option>
            ))}
          </optgroup>
        )}
        {kept.length > 0 && (
          <optgroup label={t`Đã chốt`}>
            {kept.map(({ id, name }) => (
              <option key={id} value={`${KEPT}${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
      </NativeSelect>
      {freeze === null && (
        <>
          <DayField
            label={t`Từ ngày`}
            value={period.from}
            onChange={(from) => from !== undefined && onPeriod({ ...period, from })}
          />
          <DayField
            label={t`Đến hết ngày`}
            value={period.to}
            onChange={(to) => to !== undefined && onPeriod({ ...period, to })}
          />
        </>
      )}
    </div>
  )

  function nameOf({ kind, year }: OfferedPeriod): string {
    if (kind === "YEAR") return t`Cả năm ${year}`
    return kind === "FIRST_HALF" ? t`6 tháng đầu năm ${year}` : t`6 tháng cuối năm ${year}`
  }
}
