import { useEffect } from "react"
import type {
  ReportLineFieldsFragment,
  ReportLinePrefillFragment,
  ReportLinesQuery,
} from "../../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../../__generated__/index.ts"
import { type RegisterAnswer, useRegister } from "../../register/ask-register.ts"
import { useMay } from "../../session/permission.ts"

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
    enteredBy
    files {
      id
      name
      size
      url
      sha256
    }
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

/** What had been recorded by the cut-off: for those alone who read reports that are not published. */
const ReportLinePrefillFragmentDocument = graphql(`
  fragment ReportLinePrefill on ReportLine {
    id
    changed
    workbook {
      id
      file {
        id
        name
      }
    }
    prefill {
      asOf
      status
      sourceId
      recordedOn
      progress
      resultDocument
      percentage
      difficulties
      nextStep
      value
      periodStart
      periodEnd
      provisional
      measuredBy
    }
  }
`)

const ReportLinesDocument = graphql(`
  query ReportLines($id: ID!, $first: Int, $after: String, $reads: Boolean!) {
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
            ...ReportLinePrefill @include(if: $reads)
          }
        }
      }
    }
  }
`)

/** A line of a report with all that its page shows. */
export type Line = Omit<ReportLineFieldsFragment, " $fragmentName"> &
  Partial<Pick<ReportLinePrefillFragment, "changed" | "prefill" | "workbook">>

/** What had been recorded of a line's task or indicator by the cut-off. */
export type Prefill = NonNullable<ReportLinePrefillFragment["prefill"]>

type Row = { id: string } & FragmentType<typeof ReportLineFieldsFragmentDocument> &
  FragmentType<typeof ReportLinePrefillFragmentDocument>

const linesOf = (data: ReportLinesQuery) => data.agencyReport?.lines

/** The lines of a report: those of which something changed since the round before come first. */
export interface Lines {
  answer: RegisterAnswer<ReportLinesQuery, Row>
  rows: Line[]
  /** Whether every line has arrived: only then can be said what is missing. */
  whole: boolean
}

/** Asks for the lines of a report, page after page to the last one. */
export function useLines(id: string): Lines {
  const reads = useMay("reports:read", "reports:read:own")
  const answer = useRegister(ReportLinesDocument, { id, reads }, linesOf)
  const { rows, hasMore, moreFailure, loadAll, total } = answer
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each length that runs short; after a failure the person asks
  useEffect(() => {
    if (hasMore && moreFailure === null) void loadAll()
  }, [hasMore, rows.length])
  return {
    answer,
    rows: rows.map((row) => ({
      ...readFragment(ReportLineFieldsFragmentDocument, row),
      ...readFragment(ReportLinePrefillFragmentDocument, row),
    })),
    whole: total !== null && rows.length === total,
  }
}
