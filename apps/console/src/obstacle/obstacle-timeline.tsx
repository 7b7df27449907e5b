import type { ObstacleTimelineQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { Timeline } from "../history/timeline.tsx"

const ObstacleTimelineDocument = graphql(`
  query ObstacleTimeline($id: ID!, $first: Int, $after: String) {
    obstacle(id: $id) {
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

const historyOf = (data: ObstacleTimelineQuery) => data.obstacle?.history

/** Who changed what of an obstacle. */
export function ObstacleTimeline({ id }: { id: string }) {
  return <Timeline document={ObstacleTimelineDocument} historyOf={historyOf} id={id} />
}
