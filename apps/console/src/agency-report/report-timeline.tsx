import type { ReportTimelineQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { Timeline } from "../history/timeline.tsx"

const ReportTimelineDocument = graphql(`
  query ReportTimeline($id: ID!, $first: Int, $after: String) {
    agencyReport(id: $id) {
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

const historyOf = (data: ReportTimelineQuery) => data.agencyReport?.history

/** Who moved a report on, when and why. */
export function ReportTimeline({ id }: { id: string }) {
  return <Timeline document={ReportTimelineDocument} historyOf={historyOf} id={id} />
}
