import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { daySearch, type OnDay } from "../calendar/day-search.ts"
import { DeadlineOnDay } from "../deadline/deadline-words.tsx"
import { useSession } from "../session/session.ts"
import { Panel } from "../shell/page.tsx"
import { TaskStatusMark } from "../task/task-status-mark.tsx"
import { countParts } from "./count-parts.ts"
import { CountedParts } from "./counted-parts.tsx"
import { ObligationMarks, ObligationStanding } from "./obligation-standing.tsx"
import styles from "./progress.module.css"
import { Saying } from "./saying.tsx"
import { ThreeSides } from "./three-sides.tsx"

const TaskStandingFragment = graphql(`
  fragment TaskStanding on Task {
    id
    code
    status(asOf: $asOf)
    deadline {
      ...DeadlineOnDay
    }
    responsibleAgency(asOf: $asOf) {
      id
      name
    }
    claim(asOf: $asOf) {
      id
      agency {
        id
        name
      }
      ...SideOfReport
    }
    verified(asOf: $asOf) {
      id
      ...SideOfReport
    }
    periods(asOf: $asOf) {
      key
    }
    obligations(asOf: $asOf) {
      id
      status(asOf: $asOf)
      responsible(asOf: $asOf)
      awaitingVerification(asOf: $asOf)
      silentSince(asOf: $asOf)
      agency {
        id
        name
      }
      claim(asOf: $asOf) {
        id
        state
        period {
          key
        }
        ...Saying
      }
      verified(asOf: $asOf) {
        id
        ...Saying
      }
      ...ObligationStanding
    }
  }
`)

/** A task of at most so many obligations shows each whole; one given to a class shows them as a table. */
const SHOWN_WHOLE = 4

interface TaskStandingProps extends OnDay {
  task: FragmentType<typeof TaskStandingFragment>
}

/** Where a task stands: the task as a whole, then what each agency owes of it. */
export function TaskStanding({ task: masked, asOf }: TaskStandingProps) {
  const { t } = useLingui()
  const { person } = useSession()
  const task = readFragment(TaskStandingFragment, masked)
  const { obligations, responsibleAgency } = task
  const alone = obligations.length === 1
  const whole = obligations.length <= SHOWN_WHOLE
  const own = obligations.filter(({ agency }) => agency !== null && agency.id === person?.agencyId)
  const shown = whole ? obligations : own
  const calendar = (
    <div className={styles.report}>
      <TaskStatusMark status={task.status} />
      <DeadlineOnDay deadline={task.deadline} />
    </div>
  )
  return (
    <>
      {!alone && (
        <Panel
          title={t`Tiến độ của cả nhiệm vụ`}
          beside={<TaskStatusMark status={task.status} />}
          note={
            responsibleAgency ? (
              <>
                {t`Chịu trách nhiệm chung:`} <span lang="vi">{responsibleAgency.name}</span>
              </>
            ) : (
              t`Hoàn thành khi mọi cơ quan được xác nhận hoàn thành.`
            )
          }
        >
          {responsibleAgency || obligations.length === 0 ? (
            <ThreeSides
              headings="h3"
              claim={task.claim}
              claimant={task.claim && <AgencyName agency={task.claim.agency} />}
              verified={task.verified}
              calendar={calendar}
            />
          ) : (
            <CountedParts
              counted={countParts(obligations, task.periods[0]?.key ?? null)}
              calendar={calendar}
              day={asOf === undefined ? "TODAY" : "PAST"}
            />
          )}
        </Panel>
      )}
      {shown.length > 0 && (
        <Panel
          title={alone ? t`Tiến độ` : whole ? t`Phần việc của từng cơ quan` : t`Phần việc của cơ quan tôi`}
        >
          {shown.map((obligation) => (
            <ObligationStanding
              key={obligation.id}
              obligation={obligation}
              amongOthers={alone ? "ALONE" : "AMONG_OTHERS"}
              asOf={asOf}
            />
          ))}
        </Panel>
      )}
      {!whole && (
        <Panel title={t`Phần việc của ${obligations.length} cơ quan`}>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t`Cơ quan`}</th>
                  <th scope="col">{t`Cơ quan báo cáo`}</th>
                  <th scope="col">{t`Sở KH&CN đã xác minh`}</th>
                  <th scope="col">{t`Theo lịch`}</th>
                </tr>
              </thead>
              <tbody>
                {obligations.map((obligation) => (
                  <tr key={obligation.id}>
                    <th scope="row" lang="vi">
                      <Link
                        to="/nhiem-vu/$code/nghia-vu/$obligation"
                        params={{ code: task.code, obligation: obligation.id }}
                        search={daySearch.write({ asOf })}
                      >
                        <AgencyName agency={obligation.agency} />
                      </Link>{" "}
                      <ObligationMarks obligation={obligation} />
                    </th>
                    <td>
                      <Saying report={obligation.claim} />
                    </td>
                    <td>
                      <Saying report={obligation.verified} />
                    </td>
                    <td>
                      <TaskStatusMark status={obligation.status} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Panel>
      )}
    </>
  )
}
