import type { ClientTimelineQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { Timeline } from "../history/timeline.tsx"

const ClientTimelineDocument = graphql(`
  query ClientTimeline($id: ID!, $first: Int, $after: String) {
    apiClient(id: $id) {
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

const historyOf = (data: ClientTimelineQuery) => data.apiClient?.history

/** Who changed what of a system's credentials. */
export function ClientTimeline({ id }: { id: string }) {
  return <Timeline document={ClientTimelineDocument} historyOf={historyOf} id={id} />
}
