import type { TriggerTimelineQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { Timeline } from "../history/timeline.tsx"

const TriggerTimelineDocument = graphql(`
  query TriggerTimeline($id: ID!, $first: Int, $after: String) {
    trigger(id: $id) {
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

const historyOf = (data: TriggerTimelineQuery) => data.trigger?.history

/** Who changed what of an awaited document. */
export function TriggerTimeline({ id }: { id: string }) {
  return <Timeline document={TriggerTimelineDocument} historyOf={historyOf} id={id} />
}
