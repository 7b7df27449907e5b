import type { ObstacleTermTimelineQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { FoldedTimeline } from "../history/timeline.tsx"

const ObstacleTermTimelineDocument = graphql(`
  query ObstacleTermTimeline($id: ID!, $first: Int, $after: String) {
    obstacleTerm(id: $id) {
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

const historyOf = (data: ObstacleTermTimelineQuery) => data.obstacleTerm?.history

/** Who set how many days a step may take. */
export function ObstacleTermTimeline({ id }: { id: string }) {
  return <FoldedTimeline document={ObstacleTermTimelineDocument} historyOf={historyOf} id={id} />
}
