import { useApolloClient } from "@apollo/client/react"
import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useState } from "react"
import { graphql } from "../__generated__/index.ts"
import { type Failure, failureOf } from "../graph/failure.ts"
import { FailureNotice } from "../graph/failure-notice.tsx"

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

/** Gives the browser a file to keep. */
function keep({ name, mediaType, base64 }: { name: string; mediaType: string; base64: string }): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  const link = Object.assign(document.createElement("a"), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}

/** Downloads a letter as a Word file, as it stands now. */
export function DownloadLetter({ id }: { id: string }) {
  const { t } = useLingui()
  const client = useApolloClient()
  const [running, setRunning] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  async function download() {
    setRunning(true)
    setFailure(null)
    try {
      const { data } = await client.query({
        query: LetterFileDocument,
        variables: { id },
        fetchPolicy: "network-only",
      })
      if (data?.reminder) keep(data.reminder.wordFile)
    } catch (error) {
      setFailure(failureOf(error as Error))
    } finally {
      setRunning(false)
    }
  }
  return (
    <>
      <Button variant="default" size="xs" loading={running} onClick={() => void download()}>
        {t`Tải tệp Word`}
      </Button>
      {failure && <FailureNotice failure={failure} partial={false} retry={() => void download()} />}
    </>
  )
}
