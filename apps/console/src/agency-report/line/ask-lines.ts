import { useEffect } from "react"
import type { ReportLineFieldsFragment, ReportLinesQuery } from "../../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../../__generated__/index.ts"
import { type RegisterAnswer, useRegister } from "../../register/ask-register.ts"

export const ReportLineFieldsFragmentDocument = graphql(`
  fragment ReportLineFields on ReportLine {
    id
    version
    answer
    progress
    resultDocument
    percentage
    difficulties
    proposal
    nextPlan
    openFields
    item {
      id
      kind
      code
      name
    }
    previous {
      id
      answer
      progress
      resultDocument
      percentage
      difficulties
      proposal
      nextPlan
    }
    returnedFields {
      field
      reason
    }
    history(first: 1) {
      edges {
        node {
          id
          at
          author
        }
      }
    }
  }
`)

const ReportLinesDocument = graphql(`
  query ReportLines($id: ID!, $first: Int, $after: String) {
    agencyReport(id: $id) {
      id
      lines(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...ReportLineFields
          }
        }
      }
    }
  }
`)

/** A line of a report with all that its page shows. */
export type Line = ReportLineFieldsFragment

type Row = { id: string } & FragmentType<typeof ReportLineFieldsFragmentDocument>

const linesOf = (data: ReportLinesQuery) => data.agencyReport?.lines

/** The lines of a report, in the plan's order. */
export interface Lines {
  answer: RegisterAnswer<ReportLinesQuery, Row>
  rows: Line[]
  /** Whether every line has arrived: only then can be said what is missing. */
  whole: boolean
}

/** Asks for the lines of a report, page after page to the last one. */
export function useLines(id: string): Lines {
  const answer = useRegister(ReportLinesDocument, { id }, linesOf)
  const { rows, hasMore, moreFailure, loadAll, total } = answer
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each length that runs short; after a failure the person asks
  useEffect(() => {
    if (hasMore && moreFailure === null) void loadAll()
  }, [hasMore, rows.length])
  return {
    answer,
    rows: rows.map((row) => readFragment(ReportLineFieldsFragmentDocument, row)),
    whole: total !== null && rows.length === total,
  }
}
