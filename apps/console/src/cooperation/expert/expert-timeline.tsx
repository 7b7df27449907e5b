import type { ExpertTimelineQuery } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { Timeline } from "../../history/timeline.tsx"

const ExpertTimelineDocument = graphql(`
  query ExpertTimeline($id: ID!, $first: Int, $after: String) {
    expert(id: $id) {
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

const historyOf = (data: ExpertTimelineQuery) => data.expert?.history

/** Who changed what of an expert. */
export function ExpertTimeline({ id }: { id: string }) {
  return <Timeline document={ExpertTimelineDocument} historyOf={historyOf} id={id} />
}
