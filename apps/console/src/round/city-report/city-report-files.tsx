import styles from "./city-report.module.css"
import { ReportDownloads } from "./report-downloads.tsx"
import { ReportSeal } from "./report-seal.tsx"

interface CityReportFilesProps {
  id: string
  /** Of what a locked round's report is written from. */
  sha256: string | null
  frozenAt: string | null
}

/** The report as files, and of a locked round what shows that it is the one. */
export function CityReportFiles({ id, sha256, frozenAt }: CityReportFilesProps) {
  return (
    <div className={styles.files}>
      <div className={styles.actions}>
        <ReportDownloads id={id} />
      </div>
      {sha256 !== null && <ReportSeal sha256={sha256} frozenAt={frozenAt} />}
    </div>
  )
}
