import { useLingui } from "@lingui/react/macro"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Panel } from "../shell/page.tsx"
import { TaskStatusMark } from "../task/task-status-mark.tsx"
import styles from "./progress.module.css"
import { Saying } from "./saying.tsx"

const PeriodStandingFragment = graphql(`
  fragment PeriodStanding on TaskPeriod {
    key
    startsOn
    endsOn
    answerDueOn
    status
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

interface PeriodsProps {
  periods: readonly FragmentType<typeof PeriodStandingFragment>[]
}

/** The periods of a task that recurs, each with its own state; nothing for other tasks. */
export function Periods({ periods }: PeriodsProps) {
  const { t } = useLingui()
  if (periods.length === 0) return null
  return (
    <Panel title={t`Các kỳ`}>
      <div className={styles.scroll}>
        <table className={styles.table}>
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
                <tr key={period.key}>
                  <th scope="row">
                    <strong>{period.key}</strong>{" "}
                    <span className={styles.kept}>
                      <PrintedDate date={period.startsOn} /> – <PrintedDate date={period.endsOn} />
                    </span>
                  </th>
                  <td>
                    <Saying report={period.claim} />
                  </td>
                  <td>
                    <Saying report={period.verified} />
                  </td>
                  <td>
                    <TaskStatusMark status={period.status} />{" "}
                    <span className={styles.kept}>
                      {t`trả lời đến hết`} <PrintedDate date={period.answerDueOn} />
                    </span>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
