import type { RoundTimelineQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { Timeline } from "../history/timeline.tsx"

const RoundTimelineDocument = graphql(`
  query RoundTimeline($id: ID!, $first: Int, $after: String) {
    round: reportingRound(id: $id) {
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

const historyOf = (data: RoundTimelineQuery) => data.round?.history

/** Who changed what of a round. */
export function RoundTimeline({ id }: { id: string }) {
  return <Timeline document={RoundTimelineDocument} historyOf={historyOf} id={id} />
}
