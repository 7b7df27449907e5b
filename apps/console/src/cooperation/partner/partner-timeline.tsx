import type { PartnerTimelineQuery } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { Timeline } from "../../history/timeline.tsx"

const PartnerTimelineDocument = graphql(`
  query PartnerTimeline($id: ID!, $first: Int, $after: String) {
    partner(id: $id) {
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

const historyOf = (data: PartnerTimelineQuery) => data.partner?.history

/** Who changed what of a partner. */
export function PartnerTimeline({ id }: { id: string }) {
  return <Timeline document={PartnerTimelineDocument} historyOf={historyOf} id={id} />
}
