import type { ReminderTimelineQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { Timeline } from "../history/timeline.tsx"

const ReminderTimelineDocument = graphql(`
  query ReminderTimeline($id: ID!, $first: Int, $after: String) {
    reminder(id: $id) {
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

const historyOf = (data: ReminderTimelineQuery) => data.reminder?.history

/** Who changed what of a letter that urges an agency. */
export function ReminderTimeline({ id }: { id: string }) {
  return <Timeline document={ReminderTimelineDocument} historyOf={historyOf} id={id} />
}
