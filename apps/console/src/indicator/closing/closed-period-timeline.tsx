import type { ClosedPeriodTimelineQuery } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { FoldedTimeline } from "../../history/timeline.tsx"

const ClosedPeriodTimelineDocument = graphql(`
  query ClosedPeriodTimeline($id: ID!, $first: Int, $after: String) {
    closedPeriod(id: $id) {
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

const historyOf = (data: ClosedPeriodTimelineQuery) => data.closedPeriod?.history

/** Who closed a period and opened it again. */
export function ClosedPeriodTimeline({ id }: { id: string }) {
  return <FoldedTimeline document={ClosedPeriodTimelineDocument} historyOf={historyOf} id={id} />
}
