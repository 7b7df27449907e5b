import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import type { AgencyReportPageQuery } from "../__generated__/graphql.ts"
import { graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { PrintedInstant } from "../calendar/printed-instant.tsx"
import { today } from "../calendar/today.ts"
import { Absent } from "../facts/facts.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { Notice } from "../notice/notice.tsx"
import { hasArrived } from "../round/arrived.ts"
import { daysLeft } from "../round/days-left.ts"
import { TimeLeft } from "../round/time-left.tsx"
import { useMay } from "../session/permission.ts"
import { Panel } from "../shell/page.tsx"
import styles from "./agency-report.module.css"
import { EnteredFrom } from "./entry/entered-from.tsx"
import { ReceivedEntryFragmentDocument } from "./entry/entry-documents.ts"
import type { ReportStanding } from "./report-standing.ts"
import { LateMark } from "./report-state-mark.tsx"

const LastMoveDocument = graphql(`
  query LastMoveOfReport($id: ID!) {
    agencyReport(id: $id) {
      id
      history(first: 1) {
        edges {
          node {
            id
            at
            action
            author
            reason
          }
        }
      }
    }
  }
`)

type Report = NonNullable<AgencyReportPageQuery["agencyReport"]>

interface StandingPanelProps {
  report: Report
  standing: ReportStanding
  /** How many lines are answered, of how many. */
  answered: string
  /** What one may do next. */
  children: ReactNode
}

/** How far a report has come: by when, who approved it, when it was sent; and what one may do next. */
export function StandingPanel({ report, standing, answered, children }: StandingPanelProps) {
  const { t } = useLingui()
  const { round } = report
  const { id, state, approvedBy, approvedAt, sentOn, receivedOn, late } = standing
  const entry = readFragment(ReceivedEntryFragmentDocument, report.entry)
  const sent = hasArrived(state)
  const readsHistory = useMay("reports:read", "reports:read:own")
  return (
    <Panel
      title={t`Báo cáo này`}
      beside={
        sent && (
          <Link to="/bao-cao/$id/bien-nhan" params={{ id }}>
            {t`Biên nhận`}
          </Link>
        )
      }
    >
      <div className={styles.standing}>
        {readsHistory && state === "DRAFT" && <SentBack key={standing.version} id={id} />}
        <dl className={styles.facts}>
          <div>
            <dt>{t`Ngày chốt số liệu`}</dt>
            <dd>
              <PrintedDate date={round.cutOffOn} />
            </dd>
          </div>
          <div>
            <dt>{t`Hạn của cơ quan`}</dt>
            <dd>
              <PrintedDate date={round.agenciesDueOn} />{" "}
              {round.stage === "OPEN" && !sent && (
                <TimeLeft left={daysLeft(round.agenciesDueOn, today())} late={late} />
              )}
              {sent && late && <LateMark />}
            </dd>
          </div>
          <div>
            <dt>{t`Dòng đã trả lời`}</dt>
            <dd>{answered}</dd>
          </div>
          <div>
            <dt>{t`Thủ trưởng duyệt`}</dt>
            <dd>
              {approvedBy ? (
                <>
                  <span lang="vi">{approvedBy}</span>
                  {approvedAt && (
                    <>
                      , <PrintedInstant instant={approvedAt} />
                    </>
                  )}
                  {entry?.approvedOn && (
                    <>
                      , <PrintedDate date={entry.approvedOn} />
                    </>
                  )}
                  {report.approvedIn && !entry && <ByFile approvedIn={report.approvedIn} />}
                </>
              ) : (
                <Absent>{t`chưa duyệt`}</Absent>
              )}
            </dd>
          </div>
          <div>
            <dt>{receivedOn ? t`Ngày đến Sở lần đầu` : t`Ngày gửi lần đầu`}</dt>
            <dd>{sentOn ? <PrintedDate date={receivedOn ?? sentOn} /> : <Absent>{t`chưa gửi`}</Absent>}</dd>
          </div>
          {entry && (
            <div className={styles.wide}>
              <dt>{t`Nhập thay cơ quan`}</dt>
              <dd>
                <EnteredFrom entry={entry} />
              </dd>
            </div>
          )}
        </dl>
        {children}
      </div>
    </Panel>
  )
}

/** The head approved what an Excel file of the agency says: which file, and who took it. */
function ByFile({ approvedIn }: { approvedIn: NonNullable<Report["approvedIn"]> }) {
  const { t } = useLingui()
  const { approvedOn, takenByName, file } = approvedIn
  return (
    <span data-approved-in>
      {approvedOn && (
        <>
          , <PrintedDate date={approvedOn} />
        </>
      )}
      {", "}
      {t`theo tệp Excel`} {file && <a href={file.url}>{file.name}</a>}
      {takenByName && (
        <>
          {"; "}
          {t`người nhận:`} <span lang="vi">{takenByName}</span>
        </>
      )}
    </span>
  )
}

/** Why the head gave a report back; nothing where its last move was another. */
function SentBack({ id }: { id: string }) {
  const { t } = useLingui()
  const answer = useGraph(LastMoveDocument, { id })
  const last = answer.data?.agencyReport?.history.edges[0]?.node
  if (last?.action !== "agency_report.sent-back") return null
  return (
    <Notice tone="caution" title={t`Thủ trưởng yêu cầu sửa`}>
      <p>
        <span lang="vi">{last.reason}</span>
      </p>
      <p>
        <span lang="vi">{last.author}</span>, <PrintedInstant instant={last.at} />
      </p>
    </Notice>
  )
}
