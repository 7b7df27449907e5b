import { useLingui } from "@lingui/react/macro"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Panel } from "../shell/page.tsx"
import { TaskStatusMark } from "../task/task-status-mark.tsx"
import styles from "./progress.module.css"
import { type OwedHere, ReportPartLink } from "./report-part-link.tsx"
import { Saying } from "./saying.tsx"

const PeriodStandingFragment = graphql(`
  fragment PeriodStanding on TaskPeriod {
    key
    startsOn
    endsOn
    answerDueOn
    status
    answered
    claim {
      id
      ...Saying
    }
    verified {
      id
      ...Saying
    }
  }
`)

type Period = FragmentType<typeof PeriodStandingFragment>
type PeriodKey = { key: string }

interface PeriodsProps {
  periods: readonly (Period & PeriodKey)[]
  /** Of whom one reports from here; null where that is no single obligation. */
  obligation: OwedHere | null
}

/** So many of the last periods are in sight; those before them open on request. */
const IN_SIGHT = 4

/** The periods of a task that recurs, each with what is claimed, verified, and due; nothing for other tasks. */
export function Periods({ periods, obligation }: PeriodsProps) {
  const { t } = useLingui()
  if (periods.length === 0) return null
  const earlier = periods.slice(IN_SIGHT)
  return (
    <Panel title={t`Các kỳ`} note={t`Mỗi kỳ được báo cáo và xác minh riêng.`}>
      <PeriodTable
        caption={t`Các kỳ gần nhất`}
        periods={periods.slice(0, IN_SIGHT)}
        obligation={obligation}
      />
      {earlier.length > 0 && (
        <details>
          <summary>{t`${earlier.length} kỳ trước đó`}</summary>
          <PeriodTable caption={t`Các kỳ trước đó`} periods={earlier} obligation={obligation} />
        </details>
      )}
    </Panel>
  )
}

function PeriodTable({ caption, periods, obligation }: PeriodsProps & { caption: string }) {
  const { t } = useLingui()
  return (
    <table className={`${styles.table} ${styles.stacked}`}>
      <caption className="for-readers">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t`Kỳ`}</th>
          <th scope="col">{t`Cơ quan báo cáo`}</th>
          <th scope="col">{t`Sở KH&CN đã xác minh`}</th>
          <th scope="col">{t`Theo lịch`}</th>
        </tr>
      </thead>
      <tbody>
        {periods.map((masked) => {
          const period = readFragment(PeriodStandingFragment, masked)
          return (
            <tr key={period.key} data-period={period.key}>
              <th scope="row">
                <strong>{period.key}</strong>{" "}
                <span className={styles.kept}>
                  <PrintedDate date={period.startsOn} /> – <PrintedDate date={period.endsOn} />
                </span>
                <ReportPartLink obligation={obligation} part={period.key} name={t`kỳ ${period.key}`} />
              </th>
              <td data-column={t`Cơ quan báo cáo`}>
                <Saying report={period.claim} />
              </td>
              <td data-column={t`Sở KH&CN đã xác minh`}>
                <Saying report={period.verified} />
              </td>
              <td data-column={t`Theo lịch`}>
                <TaskStatusMark status={period.status} />{" "}
                <span className={styles.kept}>
                  {period.answered ? t`đã trả lời; hạn trả lời` : t`chưa trả lời; hạn trả lời`}{" "}
                  <PrintedDate date={period.answerDueOn} />
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
