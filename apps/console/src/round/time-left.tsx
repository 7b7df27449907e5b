import { useLingui } from "@lingui/react/macro"
import styles from "./round.module.css"

interface TimeLeftProps {
  /** Days until the day; negative once it is over. */
  left: number
  late: boolean
}

/** How far away a day is, in words. */
export function TimeLeft({ left, late }: TimeLeftProps) {
  const { t } = useLingui()
  return (
    <span className={styles.time} data-late={late}>
      {late && <span aria-hidden="true">⚠ </span>}
      {wordsOf()}
    </span>
  )

  function wordsOf(): string {
    if (left === 0) return t`hôm nay`
    if (left > 0) return t`còn ${left} ngày`
    const past = -left
    return late ? t`trễ ${past} ngày` : t`đã qua ${past} ngày`
  }
}
