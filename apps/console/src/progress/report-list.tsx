import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { useState } from "react"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import type { OnDay } from "../calendar/day-search.ts"
import { Answered } from "../graph/answered.tsx"
import { useRegister } from "../register/ask-register.ts"
import { MoreRows } from "../register/more-rows.tsx"
import { useMay } from "../session/permission.ts"
import { Panel } from "../shell/page.tsx"
import styles from "./progress.module.css"
import { reportFieldName } from "./progress-names.ts"
import { Publication } from "./publication.tsx"
import { ReportFacts, VerificationWords } from "./report-facts.tsx"
import { type AnsweringProps, Returning } from "./returning-report.tsx"

const ListedReportFragment = graphql(`
  fragment ListedReport on ProgressReport {
    id
    version
    published
    answer
    phase {
      id
    }
    period {
      key
    }
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
              {answer.rows.map((report, place) => (
                <ListedReport
                  key={report.id}
                  report={report}
                  later={answer.rows.slice(0, place)}
                  readAgain={answer.readAgain}
                  asOf={asOf}
                />
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
  /** Those that were recorded after it. */
  later: readonly FragmentType<typeof ListedReportFragment>[]
  readAgain: () => Promise<unknown>
}

function ListedReport({ report: masked, later, readAgain, asOf }: ListedReportProps) {
  const { i18n } = useLingui()
  const mayVerify = useMay("progress:write")
  const report = readFragment(ListedReportFragment, masked)
  const superseded = readFragment(ListedReportFragment, later).some(
    ({ answer, phase, period }) =>
      answer === "PROGRESS" && phase?.id === report.phase?.id && period?.key === report.period?.key,
  )
  return (
    <li>
      <ReportFacts report={report} />
      <VerificationWords verification={report.verification} />
      {report.verification?.fields.map(({ field, reason }) => (
        <p key={field} className={styles.returned}>
          {i18n._(reportFieldName[field])}: <span lang="vi">{reason}</span>
        </p>
      ))}
      {asOf === undefined && mayVerify && report.verification?.outcome === "CONFIRMED" && !superseded && (
        <ReturningConfirmed report={report} readAgain={readAgain} />
      )}
      {asOf === undefined && <Publication kind="REPORT" fact={report} />}
    </li>
  )
}

/** The way to give back what was confirmed by mistake. */
function ReturningConfirmed({ report, readAgain }: Pick<AnsweringProps, "report" | "readAgain">) {
  const { t } = useLingui()
  const [asked, setAsked] = useState(false)
  const close = () => setAsked(false)
  if (!asked)
    return (
      <div className={styles.actions}>
        <Button variant="default" size="xs" onClick={() => setAsked(true)}>
          {t`Rút xác nhận và trả lại`}
        </Button>
      </div>
    )
  return (
    <>
      <p className={styles.kept}>{t`Từ hôm nay nội dung này không còn tính là đã xác nhận.`}</p>
      <Returning report={report} onDone={close} readAgain={readAgain} onCancel={close} />
    </>
  )
}
