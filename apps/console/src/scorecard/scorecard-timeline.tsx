import type { ScorecardTimelineQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { SubjectTimeline } from "../history/timeline.tsx"

const ScorecardTimelineDocument = graphql(`
  query ScorecardTimeline($first: Int, $after: String) {
    scorecardHistory(first: $first, after: $after) {
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
`)

const historyOf = (data: ScorecardTimelineQuery) => data.scorecardHistory

/** Who kept scorecards or recorded a method, when and why. */
export function ScorecardTimeline() {
  return <SubjectTimeline document={ScorecardTimelineDocument} historyOf={historyOf} />
}
