import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import type { OnDay } from "../calendar/day-search.ts"
import { Answered } from "../graph/answered.tsx"
import { useRegister } from "../register/ask-register.ts"
import { MoreRows } from "../register/more-rows.tsx"
import { Panel } from "../shell/page.tsx"
import styles from "./progress.module.css"
import { reportFieldName } from "./progress-names.ts"
import { Publication } from "./publication.tsx"
import { ReportFacts, VerificationWords } from "./report-facts.tsx"

const ListedReportFragment = graphql(`
  fragment ListedReport on ProgressReport {
    id
    version
    published
    ...ReportFacts
    verification(asOf: $asOf) {
      outcome
      fields {
        field
        reason
      }
      ...VerificationWords
    }
  }
`)

const ReportsOfObligationDocument = graphql(`
  query ReportsOfObligation($id: ID!, $asOf: Date, $first: Int, $after: String) {
    obligation(id: $id, asOf: $asOf) {
      id
      reports(asOf: $asOf, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...ListedReport
          }
        }
      }
    }
  }
`)

/** Everything that was reported of an obligation by the end of a day, the latest first. */
export function ReportList({ obligationId, asOf }: { obligationId: string } & OnDay) {
  const { t } = useLingui()
  const answer = useRegister(
    ReportsOfObligationDocument,
    { id: obligationId, asOf: asOf ?? null },
    ({ obligation }) => obligation?.reports,
  )
  return (
    <Panel title={t`Các báo cáo`} beside={answer.total !== null && <span>{answer.total}</span>}>
      <Answered answer={answer} waiting={<Skeleton height={160} />}>
        {() => (
          <>
            {answer.total === 0 && <p>{t`Chưa có báo cáo nào.`}</p>}
            <ol className={styles.reports} data-reports={answer.total}>
              {answer.rows.map((report) => (
                <ListedReport key={report.id} report={report} asOf={asOf} />
              ))}
            </ol>
            <MoreRows answer={answer} />
          </>
        )}
      </Answered>
    </Panel>
  )
}

interface ListedReportProps extends OnDay {
  report: FragmentType<typeof ListedReportFragment>
}

function ListedReport({ report: masked, asOf }: ListedReportProps) {
  const { i18n } = useLingui()
  const report = readFragment(ListedReportFragment, masked)
  return (
    <li>
      <ReportFacts report={report} />
      <VerificationWords verification={report.verification} />
      {report.verification?.fields.map(({ field, reason }) => (
        <p key={field} className={styles.returned}>
          {i18n._(reportFieldName[field])}: <span lang="vi">{reason}</span>
        </p>
      ))}
      {asOf === undefined && <Publication kind="REPORT" fact={report} />}
    </li>
  )
}
