import { useLingui } from "@lingui/react/macro"
import type { ReportLineHistoryQuery } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { FoldedTimeline } from "../../history/timeline.tsx"
import { useMay } from "../../session/permission.ts"
import type { Line } from "./ask-lines.ts"
import styles from "./line.module.css"

const ReportLineHistoryDocument = graphql(`
  query ReportLineHistory($id: ID!, $first: Int, $after: String) {
    reportLine(id: $id) {
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

const historyOf = (data: ReportLineHistoryQuery) => data.reportLine?.history

/** Who filled in what of a line, and when; read only when it is unfolded. */
export function LineHistory({ line: { id, item } }: { line: Line }) {
  const { t } = useLingui()
  const reads = useMay("reports:read", "reports:read:own")
  return (
    reads && (
      <div className={styles.history}>
        <FoldedTimeline
          document={ReportLineHistoryDocument}
          historyOf={historyOf}
          id={id}
          of={t`dòng ${item.code}`}
        />
      </div>
    )
  )
}
