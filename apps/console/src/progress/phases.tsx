import { useLingui } from "@lingui/react/macro"
import type { ReactNode } from "react"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { DeadlineOnDay } from "../deadline/deadline-words.tsx"
import { Absent } from "../facts/facts.tsx"
import { Panel } from "../shell/page.tsx"
import { TaskStatusMark } from "../task/task-status-mark.tsx"
import styles from "./progress.module.css"
import { type OwedHere, ReportPartLink } from "./report-part-link.tsx"
import { ThreeSides } from "./three-sides.tsx"

const PhaseStandingFragment = graphql(`
  fragment PhaseStanding on TaskPhase {
    id
    name
    expectedResult
    deadline {
      ...DeadlineOnDay
    }
    status(asOf: $asOf)
    claim(asOf: $asOf) {
      id
      ...SideOfReport
    }
    verified(asOf: $asOf) {
      id
      ...SideOfReport
    }
  }
`)

const OwedPhaseFragment = graphql(`
  fragment OwedPhase on ObligationPhase {
    status
    dueOn
    phase {
      id
      name
      expectedResult
      deadline {
        dueOn(asOf: $asOf)
        ...DeadlineOnDay
      }
    }
    claim {
      id
      ...SideOfReport
    }
    verified {
      id
      ...SideOfReport
    }
  }
`)

interface PhasesProps {
  phases: readonly FragmentType<typeof PhaseStandingFragment>[]
  /** Of whom one reports from here; null where that is no single obligation. */
  obligation: OwedHere | null
}

/** The phases of a task, each with what is claimed, verified, and due; nothing for other tasks. */
export function Phases({ phases, obligation }: PhasesProps) {
  const { t } = useLingui()
  if (phases.length === 0) return null
  return (
    <Panel title={t`Các giai đoạn`} note={t`Mỗi giai đoạn có thời hạn, báo cáo và xác minh riêng.`}>
      {phases.map((masked) => {
        const phase = readFragment(PhaseStandingFragment, masked)
        return (
          <PhaseArticle key={phase.id} phase={phase} status={<TaskStatusMark status={phase.status} />}>
            <ThreeSides
              headings="h4"
              claim={phase.claim}
              verified={phase.verified}
              calendar={
                <div className={styles.report}>
                  <TaskStatusMark status={phase.status} />
                  <DeadlineOnDay deadline={phase.deadline} />
                </div>
              }
            />
            <ReportPartLink obligation={obligation} part={phase.id} name={phase.name} />
          </PhaseArticle>
        )
      })}
    </Panel>
  )
}

interface OwedPhasesProps {
  phases: readonly FragmentType<typeof OwedPhaseFragment>[]
  obligation: PhasesProps["obligation"]
}

/** The same of what one agency owes. */
export function OwedPhases({ phases, obligation }: OwedPhasesProps) {
  const { t } = useLingui()
  if (phases.length === 0) return null
  return (
    <Panel title={t`Các giai đoạn`} note={t`Mỗi giai đoạn có thời hạn, báo cáo và xác minh riêng.`}>
      {phases.map((masked) => {
        const { phase, status, dueOn, claim, verified } = readFragment(OwedPhaseFragment, masked)
        return (
          <PhaseArticle key={phase.id} phase={phase} status={<TaskStatusMark status={status} />}>
            <ThreeSides
              headings="h4"
              claim={claim}
              verified={verified}
              calendar={
                <div className={styles.report}>
                  <TaskStatusMark status={status} />
                  <DeadlineOnDay deadline={phase.deadline} />
                  {dueOn && dueOn !== phase.deadline.dueOn && (
                    <p>
                      {t`Riêng cơ quan này: hạn`} <PrintedDate date={dueOn} />
                    </p>
                  )}
                </div>
              }
            />
            <ReportPartLink obligation={obligation} part={phase.id} name={phase.name} />
          </PhaseArticle>
        )
      })}
    </Panel>
  )
}

interface PhaseArticleProps {
  phase: { id: string; name: string; expectedResult?: string | null }
  status: ReactNode
  children: ReactNode
}

function PhaseArticle({ phase, status, children }: PhaseArticleProps) {
  const { t } = useLingui()
  return (
    <article className={styles.obligation} data-phase={phase.id}>
      <header className={styles.obligationHead}>
        <h3 lang="vi">{phase.name}</h3>
        {status}
      </header>
      <p>
        <span className={styles.kept}>{t`Kết quả, sản phẩm`}:</span>{" "}
        {phase.expectedResult ? (
          <span lang="vi">{phase.expectedResult}</span>
        ) : (
          <Absent>{t`Kế hoạch để trống`}</Absent>
        )}
      </p>
      {children}
    </article>
  )
}
