import { useLingui } from "@lingui/react/macro"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { deadlinePrecisionName } from "../progress/progress-names.ts"
import styles from "./deadline-words.module.css"

const DeadlineInForceFragment = graphql(`
  fragment DeadlineInForce on Deadline {
    originalDueOn(asOf: $asOf)
    extendedDueOn(asOf: $asOf)
    precision
  }
`)

/** How exactly a deadline is meant, and which day is in force where it was extended; the original stays beside it. */
export function DeadlineInForce({ deadline }: { deadline: FragmentType<typeof DeadlineInForceFragment> }) {
  const { t, i18n } = useLingui()
  const { originalDueOn, extendedDueOn, precision } = readFragment(DeadlineInForceFragment, deadline)
  return (
    <>
      <p className={styles.precision}>
        {t`Độ chính xác:`} {i18n._(deadlinePrecisionName[precision])}
      </p>
      {extendedDueOn && (
        <p>
          {t`Đã gia hạn đến`} <PrintedDate date={extendedDueOn} />
          {originalDueOn && (
            <>
              {" "}
              ({t`hạn gốc`} <PrintedDate date={originalDueOn} />)
            </>
          )}
        </p>
      )}
    </>
  )
}
