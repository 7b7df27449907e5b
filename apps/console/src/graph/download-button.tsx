import type { OperationVariables, TypedDocumentNode } from "@apollo/client"
import { useApolloClient } from "@apollo/client/react"
import { Button } from "@mantine/core"
import { type ReactNode, useState } from "react"
import { type Failure, failureOf } from "./failure.ts"
import { FailureNotice } from "./failure-notice.tsx"

/** A file as the graph gives it. */
interface GraphFile {
  name: string
  mediaType: string
  /** Its bytes. */
  base64: string
}

interface DownloadButtonProps<Data, Variables extends OperationVariables> {
  document: TypedDocumentNode<Data, Variables>
  variables: NoInfer<Variables>
  /** Where in the answer the file is. */
  fileOf: (data: Data) => GraphFile | null | undefined
  children: ReactNode
}

/** Asks the graph for a file, as it stands now, and gives it to the browser to keep. */
export function DownloadButton<Data, Variables extends OperationVariables>({
  document,
  variables,
  fileOf,
  children,
}: DownloadButtonProps<Data, Variables>) {
  const client = useApolloClient()
  const [running, setRunning] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  async function download() {
    setRunning(true)
    setFailure(null)
    try {
      const { data } = await client.query<Data, OperationVariables>({
        query: document,
        variables,
        fetchPolicy: "no-cache",
      })
      const file = data === undefined ? undefined : fileOf(data as Data)
      if (file) keep(file)
    } catch (error) {
      setFailure(failureOf(error as Error))
    } finally {
      setRunning(false)
    }
  }
  return (
    <>
      <Button variant="default" size="xs" loading={running} onClick={() => void download()}>
        {children}
      </Button>
      {failure && <FailureNotice failure={failure} partial={false} retry={() => void download()} />}
    </>
  )
}

function keep({ name, mediaType, base64 }: GraphFile): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  const link = Object.assign(window.document.createElement("a"), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}
