import { graphql } from "../__generated__/index.ts"

/** Takes documents for one and the same. */
export const MergeDocumentsDocument = graphql(`
  mutation MergeDocuments($input: MergeDocumentsInput!) {
    mergeDocuments(input: $input) {
      trigger {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)
