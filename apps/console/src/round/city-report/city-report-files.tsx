import { useLingui } from "@lingui/react/macro"
import { graphql } from "../../__generated__/index.ts"
import { PrintedInstant } from "../../calendar/printed-instant.tsx"
import { Fact, Facts } from "../../facts/facts.tsx"
import { DownloadButton } from "../../graph/download-button.tsx"
import styles from "./city-report.module.css"

const CityReportWordDocument = graphql(`
  query CityReportWord($id: ID!) {
    round(id: $id) {
      id
      synthesis {
        word {
          name
          mediaType
          base64
        }
      }
    }
  }
`)

const CityReportWorkbookDocument = graphql(`
  query CityReportWorkbook($id: ID!) {
    round(id: $id) {
      id
      synthesis {
        workbook {
          name
          mediaType
          base64
        }
      }
    }
  }
`)

interface CityReportFilesProps {
  id: string
  /** Of what a locked round's report is written from. */
  sha256: string | null
  frozenAt: string | null
}

/** The report as files, and of a locked round what shows that it is the one. */
export function CityReportFiles({ id, sha256, frozenAt }: CityReportFilesProps) {
  const { t } = useLingui()
  return (
    <div className={styles.files}>
      <div className={styles.actions}>
        <DownloadButton
          document={CityReportWordDocument}
          variables={{ id }}
          fileOf={({ round }) => round?.synthesis?.word}
        >
          {t`Tải báo cáo (Word)`}
        </DownloadButton>
        <DownloadButton
          document={CityReportWorkbookDocument}
          variables={{ id }}
          fileOf={({ round }) => round?.synthesis?.workbook}
        >
          {t`Tải phụ lục (Excel)`}
        </DownloadButton>
      </div>
      {sha256 !== null && (
        <Facts>
          <Fact name={t`Khóa lúc`}>{frozenAt !== null && <PrintedInstant instant={frozenAt} />}</Fact>
          <Fact name={t`Mã băm nội dung (SHA-256)`}>
            <code className={styles.hash}>{sha256}</code>
          </Fact>
        </Facts>
      )}
    </div>
  )
}
