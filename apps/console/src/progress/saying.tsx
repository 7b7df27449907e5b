import { useLingui } from "@lingui/react/macro"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Absent } from "../facts/facts.tsx"
import styles from "./progress.module.css"
import { progressAnswerName, reportedStateName } from "./progress-names.ts"

const SayingFragment = graphql(`
  fragment Saying on ProgressReport {
    id
    answer
    state
    percentage
    recordedOn
  }
`)

/** What a report says, in few words. */
export function Saying({
  report: masked,
}: {
  report: FragmentType<typeof SayingFragment> | null | undefined
}) {
  const { t, i18n } = useLingui()
  const report = readFragment(SayingFragment, masked)
  if (!report) return <Absent>{t`chưa có`}</Absent>
  return (
    <span className={styles.saying}>
      {report.answer === "PROGRESS" && report.state
        ? i18n._(reportedStateName[report.state])
        : i18n._(progressAnswerName[report.answer])}
      {report.percentage != null && <span>{report.percentage}%</span>}
      <PrintedDate date={report.recordedOn} />
    </span>
  )
}
