import type { CalendarDayTimelineQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { Timeline } from "../history/timeline.tsx"

const CalendarDayTimelineDocument = graphql(`
  query CalendarDayTimeline($id: ID!, $first: Int, $after: String) {
    calendarException(id: $id) {
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

const historyOf = (data: CalendarDayTimelineQuery) => data.calendarException?.history

/** Who changed what of a day off or worked. */
export function CalendarDayTimeline({ id }: { id: string }) {
  return <Timeline document={CalendarDayTimelineDocument} historyOf={historyOf} id={id} />
}
