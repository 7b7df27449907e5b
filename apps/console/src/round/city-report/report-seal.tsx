import { useLingui } from "@lingui/react/macro"
import { PrintedInstant } from "../../calendar/printed-instant.tsx"
import { Fact, Facts } from "../../facts/facts.tsx"
import styles from "./city-report.module.css"

interface ReportSealProps {
  /** Of what a locked round's report is written from. */
  sha256: string
  frozenAt: string | null
}

/** What shows that the report of a locked round is the one. */
export function ReportSeal({ sha256, frozenAt }: ReportSealProps) {
  const { t } = useLingui()
  return (
    <Facts>
      <Fact name={t`Khóa lúc`}>{frozenAt !== null && <PrintedInstant instant={frozenAt} />}</Fact>
      <Fact name={t`Mã băm nội dung (SHA-256)`}>
        <code className={styles.hash}>{sha256}</code>
      </Fact>
    </Facts>
  )
}
