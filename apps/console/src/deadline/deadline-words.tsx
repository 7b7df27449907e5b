import { useLingui } from "@lingui/react/macro"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { deadlineReading } from "./deadline-reading.ts"
import styles from "./deadline-words.module.css"

const DeadlineWordsFragment = graphql(`
  fragment DeadlineWords on Deadline {
    text
    kind
    startsOn
    dueOn
  }
`)

/** A deadline in the plan's words, then as we understand them. */
export function DeadlineWords({ deadline }: { deadline: FragmentType<typeof DeadlineWordsFragment> }) {
  const { i18n, t } = useLingui()
  const read = readFragment(DeadlineWordsFragment, deadline)
  return (
    <span className={styles.deadline}>
      {read.text && (
        <q lang="vi" className={styles.words}>
          {read.text}
        </q>
      )}
      <span className={styles.reading}>
        <span className="for-readers">{t`Được hiểu là:`} </span>
        {i18n._(deadlineReading(read, i18n.locale))}
      </span>
    </span>
  )
}
