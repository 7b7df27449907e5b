import type { AgreementTimelineQuery } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { Timeline } from "../../history/timeline.tsx"

const AgreementTimelineDocument = graphql(`
  query AgreementTimeline($id: ID!, $first: Int, $after: String) {
    agreement(id: $id) {
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

const historyOf = (data: AgreementTimelineQuery) => data.agreement?.history

/** Who changed what of an agreement. */
export function AgreementTimeline({ id }: { id: string }) {
  return <Timeline document={AgreementTimelineDocument} historyOf={historyOf} id={id} />
}
