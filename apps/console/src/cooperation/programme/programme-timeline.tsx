import type { ProgrammeTimelineQuery } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { Timeline } from "../../history/timeline.tsx"

const ProgrammeTimelineDocument = graphql(`
  query ProgrammeTimeline($id: ID!, $first: Int, $after: String) {
    cooperationProgramme(id: $id) {
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

const historyOf = (data: ProgrammeTimelineQuery) => data.cooperationProgramme?.history

/** Who changed what of a programme. */
export function ProgrammeTimeline({ id }: { id: string }) {
  return <Timeline document={ProgrammeTimelineDocument} historyOf={historyOf} id={id} />
}
