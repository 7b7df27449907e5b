import { useLingui } from "@lingui/react/macro"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Unpublished } from "../cooperation/publication.tsx"
import styles from "./indicator.module.css"

interface RecordedByProps {
  fact: {
    recordedOn: string
    /** null for the public. */
    recordedBy?: string | null | undefined
    onBehalf: boolean
    publishedAt?: string | null | undefined
  }
}

/** Who recorded something, when, whether for somebody else, and whether the public sees it. */
export function RecordedBy({ fact: { recordedOn, recordedBy, onBehalf, publishedAt } }: RecordedByProps) {
  const { t } = useLingui()
  return (
    <span className={styles.recorded}>
      <PrintedDate date={recordedOn} />
      {recordedBy && <span>{recordedBy}</span>}
      {onBehalf && <span className={styles.behalf}>{t`điều phối viên ghi thay`}</span>}
      <Unpublished publishedAt={publishedAt} />
    </span>
  )
}
