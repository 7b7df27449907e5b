import { useLingui } from "@lingui/react/macro"
import type { ReportState } from "../__generated__/graphql.ts"
import styles from "../round/round.module.css"
import { reportStateName } from "./agency-report-names.ts"

const LOOK: Record<ReportState, { shape: string; tone: "quiet" | "waiting" | "active" | "warm" | "done" }> = {
  DRAFT: { shape: "○", tone: "quiet" },
  RETURNED: { shape: "↩", tone: "warm" },
  SUBMITTED_FOR_APPROVAL: { shape: "◔", tone: "waiting" },
  APPROVED: { shape: "◑", tone: "active" },
  SENT: { shape: "◕", tone: "active" },
  ACCEPTED: { shape: "✓", tone: "done" },
  INCLUDED: { shape: "●", tone: "done" },
}

/** How far a report has come, by shape, word and colour. An agency that answered nothing at all is silent. */
export function ReportStateMark({ state, silent = false }: { state: ReportState; silent?: boolean }) {
  const { t, i18n } = useLingui()
  const { shape, tone } = LOOK[state]
  if (state === "DRAFT" && silent)
    return (
      <span className={styles.stage} data-tone="warm" data-state="SILENT">
        <span aria-hidden="true">—</span>
        {t`Im lặng`}
      </span>
    )
  return (
    <span className={styles.stage} data-tone={tone} data-state={state}>
      <span aria-hidden="true">{shape}</span>
      {i18n._(reportStateName[state])}
    </span>
  )
}

/** Marks a report that came, or is still missing, after its day. */
export function LateMark() {
  const { t } = useLingui()
  return (
    <span className={styles.late} data-late-report>
      <span aria-hidden="true">⚠</span> {t`trễ hạn`}
    </span>
  )
}
