import { useLingui } from "@lingui/react/macro"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { deadlineReading, type ReadDeadline } from "./deadline-reading.ts"
import styles from "./deadline-words.module.css"

const DeadlineWordsFragment = graphql(`
  fragment DeadlineWords on Deadline {
    text
    kind
    startsOn
    dueOn
  }
`)

const DeadlineOnDayFragment = graphql(`
  fragment DeadlineOnDay on Deadline {
    text
    kind
    startsOn(asOf: $asOf)
    dueOn(asOf: $asOf)
  }
`)

/** A deadline as it stood on the day `$asOf` of the question: in the plan's words, then as it was understood then. */
export function DeadlineOnDay({ deadline }: { deadline: FragmentType<typeof DeadlineOnDayFragment> }) {
  return <Words deadline={readFragment(DeadlineOnDayFragment, deadline)} />
}

const DeadlineByChoiceFragment = graphql(`
  fragment DeadlineByChoice on Deadline {
    text
    kind
    startsOn(asOf: $asOf)
    dueOn(asOf: $asOf, deadlines: $deadlines)
  }
`)

/** The same, due as the `$deadlines` of the question have it: as extended, or as the plan has it. */
export function DeadlineByChoice({ deadline }: { deadline: FragmentType<typeof DeadlineByChoiceFragment> }) {
  return <Words deadline={readFragment(DeadlineByChoiceFragment, deadline)} />
}

/** A deadline in the plan's words, then as we understand them. */
export function DeadlineWords({ deadline }: { deadline: FragmentType<typeof DeadlineWordsFragment> }) {
  return <Words deadline={readFragment(DeadlineWordsFragment, deadline)} />
}

function Words({ deadline: read }: { deadline: ReadDeadline & { text: string } }) {
  const { i18n, t } = useLingui()
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
