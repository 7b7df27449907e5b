import { useApolloClient } from "@apollo/client/react"
import { useState } from "react"
import type { AgencyChangeInput, PreviewAgencyChangeQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { type Failure, failureOf } from "../graph/failure.ts"

const PreviewAgencyChangeDocument = graphql(`
  query PreviewAgencyChange(
    $change: AgencyChangeInput!
    $named: TaskFilter
    $throughGroups: TaskFilter
    $followed: IndicatorFilter
  ) {
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
          ledTasks(first: 0, filter: $named) {
            totalCount
          }
          owedTasks: ledTasks(first: 0, filter: $throughGroups) {
            totalCount
          }
          indicators(first: 0, filter: $followed) {
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

/** Which work of an agency that ends is counted: what it was given by name, and also what it owes as a member of a group. */
export const COUNTED = {
  named: { inherited: true },
  throughGroups: { inherited: true, throughGroups: true },
  followed: { inherited: true },
} as const

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
        variables: { change, ...COUNTED },
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
