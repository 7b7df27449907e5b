import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import { useLingui } from "@lingui/react/macro"
import type { TaskDecisionKind, TaskStatus } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { useMay } from "../session/permission.ts"
import { ActionLink } from "../shell/action-link.tsx"
import { Panel } from "../shell/page.tsx"
import styles from "./progress.module.css"
import { Publication } from "./publication.tsx"

const TaskDecisionsFragment = graphql(`
  fragment TaskDecisions on Task {
    id
    code
    statusToday: status
    decisions {
      id
      kind
      reopenedPeriodKey
      basis
      document {
        number
        issuedOn
        issuer
        link
      }
      recordedOn
      recordedBy
      version
      published
    }
  }
`)

/** What was decided about a task as such. */
export const taskDecisionName: Record<TaskDecisionKind, MessageDescriptor> = {
  SUSPENDED: msg`Tạm dừng`,
  CANCELLED: msg`Hủy`,
  REOPENED: msg`Mở lại`,
}

/** Whether a task may be opened again because its completion was confirmed. */
export function isCompleted(status: TaskStatus): boolean {
  return status === "COMPLETED_ON_TIME" || status === "COMPLETED_LATE"
}

/** Suspensions, cancellations and re-openings with their basis, the latest first, and the way to the next one. */
export function TaskDecisions({ task: masked }: { task: FragmentType<typeof TaskDecisionsFragment> }) {
  const { t, i18n } = useLingui()
  const task = readFragment(TaskDecisionsFragment, masked)
  const mayDecide = useMay("progress:write")
  if (task.decisions.length === 0 && !mayDecide) return null
  return (
    <Panel
      title={t`Tạm dừng, hủy, mở lại`}
      beside={
        mayDecide && (
          <ActionLink to="/nhiem-vu/$code/quyet-dinh" params={{ code: task.code }}>
            {task.statusToday === "SUSPENDED" || task.statusToday === "CANCELLED"
              ? t`Mở lại`
              : isCompleted(task.statusToday)
                ? t`Mở lại, tạm dừng hoặc hủy`
                : t`Tạm dừng hoặc hủy`}
          </ActionLink>
        )
      }
    >
      {task.decisions.length === 0 ? (
        <p>{t`Chưa có quyết định nào.`}</p>
      ) : (
        <ol className={styles.reports}>
          {task.decisions.map(
            ({ kind, reopenedPeriodKey, basis, document, recordedOn, recordedBy, ...fact }) => (
              <li key={fact.id}>
                <p className={styles.saying}>
                  <strong>
                    {reopenedPeriodKey ? t`Mở lại kỳ ${reopenedPeriodKey}` : i18n._(taskDecisionName[kind])}
                  </strong>
                  <span lang="vi">{basis}</span>
                </p>
                <p className={styles.who}>
                  <PrintedDate date={recordedOn} />
                  {recordedBy && <span>{recordedBy}</span>}
                  {document.number && <strong lang="vi">{document.number}</strong>}
                  {document.issuedOn && <PrintedDate date={document.issuedOn} />}
                  {document.issuer && <span lang="vi">{document.issuer}</span>}
                  {document.link && (
                    <a href={document.link} rel="noopener noreferrer" target="_blank">
                      {t`Mở văn bản`}
                    </a>
                  )}
                </p>
                <Publication kind="DECISION" fact={fact} />
              </li>
            ),
          )}
        </ol>
      )}
    </Panel>
  )
}
