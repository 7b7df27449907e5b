import { useLingui } from "@lingui/react/macro"
import { graphql } from "../../__generated__/index.ts"
import { DownloadButton } from "../../graph/download-button.tsx"

const RoundWordDocument = graphql(`
  query RoundWord($id: ID!) {
    round: reportingRound(id: $id) {
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

const RoundWorkbookDocument = graphql(`
  query RoundWorkbook($id: ID!) {
    round: reportingRound(id: $id) {
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

/** The City's report of a round as files, as they are now. */
export function ReportDownloads({ id }: { id: string }) {
  const { t } = useLingui()
  return (
    <>
      <DownloadButton
        document={RoundWordDocument}
        variables={{ id }}
        fileOf={({ round }) => round?.synthesis?.word}
      >
        {t`Tải báo cáo (Word)`}
      </DownloadButton>
      <DownloadButton
        document={RoundWorkbookDocument}
        variables={{ id }}
        fileOf={({ round }) => round?.synthesis?.workbook}
      >
        {t`Tải phụ lục (Excel)`}
      </DownloadButton>
    </>
  )
}
