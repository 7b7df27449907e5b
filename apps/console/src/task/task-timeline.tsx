import type { TaskTimelineQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { Timeline } from "../history/timeline.tsx"

const TaskTimelineDocument = graphql(`
  query TaskTimeline($id: ID!, $first: Int, $after: String) {
    task(id: $id) {
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

const historyOf = (data: TaskTimelineQuery) => data.task?.history

/** Who changed what of a task. */
export function TaskTimeline({ id }: { id: string }) {
  return <Timeline document={TaskTimelineDocument} historyOf={historyOf} id={id} />
}
