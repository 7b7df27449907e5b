import { useLingui } from "@lingui/react/macro"
import { ActionLink } from "../shell/action-link.tsx"
import { useReportsFor } from "./obligation-actions.tsx"
import styles from "./progress.module.css"
import { reportSearch } from "./report-search.ts"

/** What an agency owes of a task, as far as a way to report it has to know. */
export interface OwedHere {
  id: string
  agency?: { id: string } | null
  task: { code: string }
}

interface ReportPartLinkProps {
  /** null where it is not clear whose part it would be. */
  obligation: OwedHere | null
  /** The key of the period, or the identifier of the phase. */
  part: string
  /** What the period or phase is called. */
  name: string
}

/** The way to report one period or phase; nothing for those who may not. */
export function ReportPartLink({ obligation, part, name }: ReportPartLinkProps) {
  const { t } = useLingui()
  const reportsFor = useReportsFor(obligation?.agency?.id)
  if (obligation === null || reportsFor === null) return null
  return (
    <div className={`${styles.actions} not-printed`}>
      <ActionLink
        to="/nhiem-vu/$code/bao-cao/$obligation"
        params={{ code: obligation.task.code, obligation: obligation.id }}
        search={reportSearch.write({ part })}
      >
        {reportsFor === "OWN" ? t`Báo cáo ${name}` : t`Báo cáo thay ${name}`}
      </ActionLink>
    </div>
  )
}
