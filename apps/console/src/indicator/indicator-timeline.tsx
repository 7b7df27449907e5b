import type { IndicatorTimelineQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { Timeline } from "../history/timeline.tsx"

const IndicatorTimelineDocument = graphql(`
  query IndicatorTimeline($id: ID!, $first: Int, $after: String) {
    indicator(id: $id) {
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

const historyOf = (data: IndicatorTimelineQuery) => data.indicator?.history

/** Who changed what of an indicator. */
export function IndicatorTimeline({ id }: { id: string }) {
  return <Timeline document={IndicatorTimelineDocument} historyOf={historyOf} id={id} />
}
