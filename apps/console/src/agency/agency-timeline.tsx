import type { AgencyTimelineQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { Timeline } from "../history/timeline.tsx"

const AgencyTimelineDocument = graphql(`
  query AgencyTimeline($id: ID!, $first: Int, $after: String) {
    agency(id: $id) {
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

const historyOf = (data: AgencyTimelineQuery) => data.agency?.history

/** Who changed what of an agency. */
export function AgencyTimeline({ id }: { id: string }) {
  return <Timeline document={AgencyTimelineDocument} historyOf={historyOf} id={id} />
}
