import { useApolloClient } from "@apollo/client/react"
import { useState } from "react"
import type { AgencyChangeInput, PreviewAgencyChangeQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { type Failure, failureOf } from "../graph/failure.ts"

const PreviewAgencyChangeDocument = graphql(`
  query PreviewAgencyChange($change: AgencyChangeInput!) {
    previewAgencyChange(change: $change) {
      userErrors {
        reason
        field
        message
      }
      successors {
        code
        name
        agency {
          id
        }
        groups {
          id
          name
        }
        members {
          id
          name
        }
      }
      moves {
        lastDay
        agency {
          id
          code
          name
          ledTasks(first: 0, filter: { inherited: true }) {
            totalCount
          }
          indicators(first: 0) {
            totalCount
          }
          openObstacles
        }
        successors {
          code
          name
        }
      }
      joining {
        id
        name
      }
      leaving {
        id
        name
      }
      people {
        to
        undecided
        assignment {
          id
          name
          role
          agency {
            id
            name
          }
        }
      }
    }
  }
`)

export type ChangePreview = NonNullable<PreviewAgencyChangeQuery["previewAgencyChange"]>

/** Asks what a change of agencies would do, each time anew. */
export function usePreview() {
  const client = useApolloClient()
  const [failure, setFailure] = useState<Failure | null>(null)
  async function ask(change: AgencyChangeInput): Promise<ChangePreview | null> {
    setFailure(null)
    try {
      const { data } = await client.query({
        query: PreviewAgencyChangeDocument,
        variables: { change },
        fetchPolicy: "network-only",
      })
      return data?.previewAgencyChange ?? null
    } catch (error) {
      setFailure(failureOf(error as Error))
      return null
    }
  }
  return { ask, failure }
}
