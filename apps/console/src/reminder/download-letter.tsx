import { useLingui } from "@lingui/react/macro"
import { graphql } from "../__generated__/index.ts"
import { DownloadButton } from "../graph/download-button.tsx"

const LetterFileDocument = graphql(`
  query LetterFile($id: ID!) {
    reminder(id: $id) {
      id
      wordFile {
        name
        mediaType
        base64
      }
    }
  }
`)

/** Downloads a letter as a Word file, as it stands now. */
export function DownloadLetter({ id }: { id: string }) {
  const { t } = useLingui()
  return (
    <DownloadButton
      document={LetterFileDocument}
      variables={{ id }}
      fileOf={({ reminder }) => reminder?.wordFile}
    >
      {t`Tải tệp Word`}
    </DownloadButton>
  )
}
