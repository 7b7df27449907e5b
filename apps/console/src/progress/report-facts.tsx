import { useLingui } from "@lingui/react/macro"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Absent } from "../facts/facts.tsx"
import styles from "./progress.module.css"
import { progressAnswerName, reportedStateName } from "./progress-names.ts"
import { ResultWords } from "./result-words.tsx"

const ReportFactsFragment = graphql(`
  fragment ReportFacts on ProgressReport {
    id
    answer
    state
    percentage
    done
    completedOn
    difficulties
    nextStep
    period {
      key
    }
    phase {
      id
      name
    }
    recordedOn
    recordedBy
    onBehalf
    published
    result {
      ...ResultWords
    }
  }
`)

interface ReportFactsProps {
  report: FragmentType<typeof ReportFactsFragment>
}

/** What somebody reported: the answer first, then what belongs to it, then who said so and when. */
export function ReportFacts({ report: masked }: ReportFactsProps) {
  const { t, i18n } = useLingui()
  const report = readFragment(ReportFactsFragment, masked)
  const rows: [string, string | null | undefined][] = [
    [t`Kỳ`, report.period?.key],
    [t`Giai đoạn`, report.phase?.name],
    [t`Việc đã làm`, report.done],
    [t`Khó khăn, vướng mắc`, report.difficulties],
    [t`Việc tiếp theo`, report.nextStep],
  ]
  return (
    <div className={styles.report}>
      <p className={styles.saying}>
        <strong>
          {report.answer === "PROGRESS" && report.state
            ? i18n._(reportedStateName[report.state])
            : i18n._(progressAnswerName[report.answer])}
        </strong>
        {report.percentage != null && <span>{report.percentage}%</span>}
        {report.completedOn && (
          <span>
            {t`ngày`} <PrintedDate date={report.completedOn} />
          </span>
        )}
      </p>
      <ResultWords result={report.result} />
      <dl className={styles.details}>
        {rows.map(
          ([name, words]) =>
            words && (
              <div key={name}>
                <dt>{name}</dt>
                <dd lang="vi">{words}</dd>
              </div>
            ),
        )}
      </dl>
      <p className={styles.who}>
        <PrintedDate date={report.recordedOn} />
        {report.recordedBy && <span>{report.recordedBy}</span>}
        {report.onBehalf && <span className={styles.mark}>{t`Sở KH&CN ghi thay`}</span>}
        {!report.published && <span className={styles.mark}>{t`chưa công khai`}</span>}
      </p>
    </div>
  )
}

const VerificationWordsFragment = graphql(`
  fragment VerificationWords on ReportVerification {
    outcome
    on
    by
    reason
    fields {
      field
      reason
    }
  }
`)

interface VerificationWordsProps {
  verification: FragmentType<typeof VerificationWordsFragment> | null | undefined
}

/** What the Department said to a report. */
export function VerificationWords({ verification: masked }: VerificationWordsProps) {
  const { t } = useLingui()
  const verification = readFragment(VerificationWordsFragment, masked)
  if (!verification) return <Absent>{t`chưa được xác minh`}</Absent>
  return (
    <p className={styles.who}>
      <strong>{verification.outcome === "CONFIRMED" ? t`Đã xác nhận` : t`Đã trả lại`}</strong>
      <PrintedDate date={verification.on} />
      {verification.by && <span>{verification.by}</span>}
      {verification.reason && <span lang="vi">“{verification.reason}”</span>}
    </p>
  )
}
