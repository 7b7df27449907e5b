import type { ObligationTimelineQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { Timeline } from "../history/timeline.tsx"

const ObligationTimelineDocument = graphql(`
  query ObligationTimeline($id: ID!, $first: Int, $after: String) {
    obligation(id: $id) {
      id
      history(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...TimelineChange
          }
        }
      }
    }
  }
`)

const historyOf = (data: ObligationTimelineQuery) => data.obligation?.history

/** Who changed what of what an agency owes of a task. */
export function ObligationTimeline({ id }: { id: string }) {
  return <Timeline document={ObligationTimelineDocument} historyOf={historyOf} id={id} />
}
