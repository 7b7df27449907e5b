import type { TemplateTimelineQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { Timeline } from "../history/timeline.tsx"

const TemplateTimelineDocument = graphql(`
  query TemplateTimeline($id: ID!, $first: Int, $after: String) {
    reportTemplate(id: $id) {
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

const historyOf = (data: TemplateTimelineQuery) => data.reportTemplate?.history

/** Who changed what of a template. */
export function TemplateTimeline({ id }: { id: string }) {
  return <Timeline document={TemplateTimelineDocument} historyOf={historyOf} id={id} />
}
