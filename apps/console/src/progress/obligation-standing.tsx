import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { daySearch, type OnDay } from "../calendar/day-search.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { DeadlineOnDay } from "../deadline/deadline-words.tsx"
import { TaskStatusMark } from "../task/task-status-mark.tsx"
import { ObligationActions } from "./obligation-actions.tsx"
import styles from "./progress.module.css"
import { progressAnswerName } from "./progress-names.ts"
import { ThreeSides } from "./three-sides.tsx"

const ObligationStandingFragment = graphql(`
  fragment ObligationStanding on TaskObligation {
    id
    agency {
      id
      code
      name
    }
    givenTo {
      id
      name
    }
    task {
      id
      code
      deadline {
        dueOn(asOf: $asOf)
        ...DeadlineOnDay
      }
    }
    responsible(asOf: $asOf)
    status(asOf: $asOf)
    dueOn(asOf: $asOf)
    lastAnswer(asOf: $asOf) {
      id
      answer
      recordedOn
    }
    silentSince(asOf: $asOf)
    awaitingVerification(asOf: $asOf)
    claim(asOf: $asOf) {
      id
      ...SideOfReport
    }
    verified(asOf: $asOf) {
      id
      ...SideOfReport
    }
    ...ObligationActions
  }
`)

interface ObligationStandingProps extends OnDay {
  obligation: FragmentType<typeof ObligationStandingFragment>
  /** Whether the task has other obligations, so that one may be marked responsible for the whole. */
  amongOthers: "ALONE" | "AMONG_OTHERS"
}

/** What one agency owes of a task, where that stands, and what can be done about it. */
export function ObligationStanding({ obligation: masked, amongOthers, asOf }: ObligationStandingProps) {
  const { t, i18n } = useLingui()
  const obligation = readFragment(ObligationStandingFragment, masked)
  const { agency, givenTo, task } = obligation
  return (
    <article className={styles.obligation}>
      <header className={styles.obligationHead}>
        <h3 lang="vi">
          <Link
            to="/nhiem-vu/$code/nghia-vu/$obligation"
            params={{ code: task.code, obligation: obligation.id }}
            search={daySearch.write({ asOf })}
          >
            <AgencyName agency={agency} />
          </Link>
        </h3>
        <ObligationMarks
          obligation={{
            ...obligation,
            responsible: amongOthers === "AMONG_OTHERS" && obligation.responsible,
          }}
        />
        {givenTo && givenTo.id !== agency?.id && (
          <span className={styles.kept}>
            {t`giao cho`} <span lang="vi">{givenTo.name}</span>
          </span>
        )}
      </header>
      <ThreeSides
        headings="h4"
        claim={obligation.claim}
        later={
          obligation.lastAnswer && obligation.lastAnswer.id !== obligation.claim?.id ? (
            <p className={styles.who}>
              <strong>{i18n._(progressAnswerName[obligation.lastAnswer.answer])}</strong>
              <PrintedDate date={obligation.lastAnswer.recordedOn} />
            </p>
          ) : null
        }
        verified={obligation.verified}
        calendar={
          <div className={styles.report}>
            <TaskStatusMark status={obligation.status} />
            <DeadlineOnDay deadline={task.deadline} />
            {obligation.dueOn && obligation.dueOn !== task.deadline.dueOn && (
              <p>
                {t`Riêng cơ quan này: hạn`} <PrintedDate date={obligation.dueOn} />
              </p>
            )}
          </div>
        }
      />
      {/* Nothing is done on a past day */}
      {asOf === undefined && <ObligationActions obligation={obligation} amongOthers={amongOthers} />}
    </article>
  )
}

interface ObligationMarksProps {
  obligation: { responsible: boolean; awaitingVerification: boolean; silentSince?: string | null }
}

/** What is to be known of an obligation at a glance. */
export function ObligationMarks({ obligation }: ObligationMarksProps) {
  const { t } = useLingui()
  return (
    <>
      {obligation.responsible && <span className={styles.mark}>{t`chịu trách nhiệm chung`}</span>}
      {obligation.awaitingVerification && (
        <span className={styles.mark} data-tone="waiting">
          {t`chờ xác minh`}
        </span>
      )}
      {obligation.silentSince && (
        <span className={styles.mark} data-tone="warm">
          {t`im lặng từ`} <PrintedDate date={obligation.silentSince} />
        </span>
      )}
    </>
  )
}
