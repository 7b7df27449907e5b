import type { ActivityTimelineQuery } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { Timeline } from "../../history/timeline.tsx"

const ActivityTimelineDocument = graphql(`
  query ActivityTimeline($id: ID!, $first: Int, $after: String) {
    cooperationActivity(id: $id) {
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

const historyOf = (data: ActivityTimelineQuery) => data.cooperationActivity?.history

/** Who changed what of an activity. */
export function ActivityTimeline({ id }: { id: string }) {
  return <Timeline document={ActivityTimelineDocument} historyOf={historyOf} id={id} />
}
