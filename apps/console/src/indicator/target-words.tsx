import { Trans } from "@lingui/react"
import { useLingui } from "@lingui/react/macro"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import styles from "../deadline/deadline-words.module.css"
import { targetReading } from "./target-reading.ts"

const TargetWordsFragment = graphql(`
  fragment TargetWords on Indicator {
    unit
    targetText
    target {
      kind
      minimum
      maximum
      note
    }
  }
`)

/** A target in the plan's words, then as we understand them. */
export function TargetWords({ indicator }: { indicator: FragmentType<typeof TargetWordsFragment> }) {
  const { t, i18n } = useLingui()
  const { unit, targetText, target } = readFragment(TargetWordsFragment, indicator)
  return (
    <span className={styles.deadline}>
      {targetText && (
        <q lang="vi" className={styles.words}>
          {targetText}
        </q>
      )}
      <span className={styles.reading}>
        <span className="for-readers">{t`Được hiểu là:`} </span>
        <Trans
          {...targetReading(target, unit && `<0>${unit}</0>`, i18n.locale)}
          components={{ 0: <span lang="vi" /> }}
        />
      </span>
    </span>
  )
}
