import type { AssignmentTimelineQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { Timeline } from "../history/timeline.tsx"

const AssignmentTimelineDocument = graphql(`
  query AssignmentTimeline($id: ID!, $first: Int, $after: String) {
    assignment(id: $id) {
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

const historyOf = (data: AssignmentTimelineQuery) => data.assignment?.history

/** Who changed what of an assignment. */
export function AssignmentTimeline({ id }: { id: string }) {
  return <Timeline document={AssignmentTimelineDocument} historyOf={historyOf} id={id} />
}
