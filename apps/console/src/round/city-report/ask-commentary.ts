import type { RoundCommentaryQuery } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { type Answer, useGraph } from "../../graph/ask-graph.ts"

const RoundCommentaryDocument = graphql(`
  query RoundCommentary($id: ID!) {
    round: reportingRound(id: $id) {
      id
      commentary {
        id
        part
        body
        version
        writtenBy
        updatedAt
      }
    }
  }
`)

/** What people wrote to a part of the report, as it now stands. */
export type Commentary = NonNullable<NonNullable<RoundCommentaryQuery["round"]>["commentary"]>[number]

/** Asks what people wrote to the parts of a round's report. */
export function useCommentary(id: string): Answer<RoundCommentaryQuery> {
  return useGraph(RoundCommentaryDocument, { id })
}
