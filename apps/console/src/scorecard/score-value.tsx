import { useLingui } from "@lingui/react/macro"
import type { ScoreMeasure } from "../__generated__/graphql.ts"
import { Absent } from "../facts/facts.tsx"
import styles from "./scorecard.module.css"

interface ScoreValueProps {
  measure: ScoreMeasure
  /** A share from 0 to 1, or how many; null where there is nothing to have a part of. */
  value: number | null | undefined
}

/** A figure of a scorecard: a number, or a share in per cent. */
export function ScoreValue({ measure, value }: ScoreValueProps) {
  const { t, i18n } = useLingui()
  if (value == null) return <Absent>{t`không có`}</Absent>
  if (measure === "COUNT") return <>{i18n.number(value)}</>
  return <>{i18n.number(value, { style: "percent", maximumFractionDigits: 1 })}</>
}

/** A figure above that of the period before. */
export function ComparedValue({
  measure,
  value,
  before,
}: ScoreValueProps & { before: number | null | undefined }) {
  const { t } = useLingui()
  return (
    <span className={styles.compared}>
      <ScoreValue measure={measure} value={value} />
      {before != null && (
        <small className={styles.before}>
          {t`kỳ trước`} <ScoreValue measure={measure} value={before} />
        </small>
      )}
    </span>
  )
}

/** Of the 100 that can be had. */
export function Points({ points }: { points: number | null | undefined }) {
  const { t, i18n } = useLingui()
  if (points == null) return <Absent>{t`không có`}</Absent>
  return <>{i18n.number(points, { maximumFractionDigits: 1 })}</>
}
