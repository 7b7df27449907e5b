import { useApolloClient } from "@apollo/client/react"
import { useState } from "react"
import type { PreviewDocumentInput, PreviewDocumentQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { type Failure, failureOf } from "../graph/failure.ts"

const PreviewDocumentDocument = graphql(`
  query PreviewDocument($input: PreviewDocumentInput!) {
    previewDocument(input: $input) {
      preview {
        token
        ...StartEffects
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

/** The answer to a request for a preview. */
export type PreviewAnswer = NonNullable<PreviewDocumentQuery["previewDocument"]>
export type DocumentPreview = NonNullable<PreviewAnswer["preview"]>

/** Asks what a recording would do, each time anew: it is only worth something while it is fresh. */
export function usePreview() {
  const client = useApolloClient()
  const [failure, setFailure] = useState<Failure | null>(null)
  async function ask(input: PreviewDocumentInput): Promise<PreviewAnswer | null> {
    setFailure(null)
    try {
      const { data } = await client.query({
        query: PreviewDocumentDocument,
        variables: { input },
        fetchPolicy: "network-only",
      })
      return data?.previewDocument ?? null
    } catch (error) {
      setFailure(failureOf(error as Error))
      return null
    }
  }
  return { ask, failure }
}
