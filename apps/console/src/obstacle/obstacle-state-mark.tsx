import { useLingui } from "@lingui/react/macro"
import type { ObstacleState } from "../__generated__/graphql.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import styles from "./obstacle.module.css"
import { obstacleStateName } from "./obstacle-names.ts"

const LOOK: Record<ObstacleState, { shape: string; tone: "waiting" | "active" | "done" | "quiet" }> = {
  RAISED: { shape: "○", tone: "waiting" },
  RETURNED: { shape: "?", tone: "waiting" },
  ACCEPTED: { shape: "◐", tone: "active" },
  SENT_UP: { shape: "↑", tone: "active" },
  DECIDED: { shape: "◕", tone: "active" },
  ANSWERED: { shape: "✓", tone: "done" },
  DECLINED: { shape: "✕", tone: "quiet" },
  MERGED: { shape: "⇢", tone: "quiet" },
  WITHDRAWN: { shape: "↩", tone: "quiet" },
}

/** An obstacle's state by shape, word and colour. */
export function ObstacleStateMark({ state }: { state: ObstacleState }) {
  const { i18n } = useLingui()
  const { shape, tone } = LOOK[state]
  return (
    <span className={styles.state} data-tone={tone}>
      <span aria-hidden="true">{shape}</span>
      {i18n._(obstacleStateName[state])}
    </span>
  )
}

/** Until when the next step is due, and whether it is late; nothing where none is awaited. */
export function ObstacleDue({ dueOn, overdue }: { dueOn?: string | null | undefined; overdue: boolean }) {
  const { t } = useLingui()
  if (dueOn == null) return null
  return (
    <span className={styles.due} data-late={overdue}>
      <PrintedDate date={dueOn} />
      {overdue && (
        <span>
          <span aria-hidden="true">⚠</span> {t`quá hạn`}
        </span>
      )}
    </span>
  )
}
