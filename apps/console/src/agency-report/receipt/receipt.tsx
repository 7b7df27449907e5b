import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { getRouteApi, Link } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import type { ReportReceiptQuery } from "../../__generated__/graphql.ts"
import { graphql, readFragment } from "../../__generated__/index.ts"
import { AgencyName } from "../../agency/agency-name.tsx"
import { PrintedDate } from "../../calendar/printed-date.tsx"
import { PrintedInstant } from "../../calendar/printed-instant.tsx"
import { FileList } from "../../evidence/file-list.tsx"
import { Absent, Fact, Facts } from "../../facts/facts.tsx"
import { Answered } from "../../graph/answered.tsx"
import { useGraph } from "../../graph/ask-graph.ts"
import { FailureNotice } from "../../graph/failure-notice.tsx"
import { useNames } from "../../language/use-names.ts"
import { Notice } from "../../notice/notice.tsx"
import { hasArrived } from "../../round/arrived.ts"
import { NotForYou } from "../../round/not-for-you.tsx"
import { useMay } from "../../session/permission.ts"
import { Page, Panel } from "../../shell/page.tsx"
import { lineAnswerName, lineAnswers } from "../agency-report-names.ts"
import { EnteredFrom } from "../entry/entered-from.tsx"
import { ReceivedEntryFragmentDocument } from "../entry/entry-documents.ts"
import { type Lines, useLines } from "../line/ask-lines.ts"
import { ReportStandingFragmentDocument } from "../report-standing.ts"
import { LateMark, ReportStateMark } from "../report-state-mark.tsx"
import { contentHash, type ReportContent } from "./canonical-report.ts"
import styles from "./receipt.module.css"

const ReportReceiptDocument = graphql(`
  query ReportReceipt($id: ID!, $reads: Boolean!) {
    agencyReport(id: $id) {
      id
      approvedIn @include(if: $reads) {
        id
        sha256
        approvedOn
        takenByName
      }
      entry @include(if: $reads) {
        ...ReceivedEntry
      }
      lineCount
      ...ReportStanding
      agency {
        id
        name
      }
      round {
        id
        name
        cutOffOn
        agenciesDueOn
      }
    }
  }
`)

type Report = NonNullable<ReportReceiptQuery["agencyReport"]>

const route = getRouteApi("/bao-cao/$id/bien-nhan")

/** What an agency keeps of a report that it sent, on one page to print. */
export function Receipt() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const reads = useMay("reports:read", "reports:read:own")
  const answer = useGraph(ReportReceiptDocument, { id, reads })
  const report = answer.data?.agencyReport
  if (report === null && answer.failure === null)
    return (
      <NotForYou title={t`Biên nhận`} what={t`Báo cáo này không có, của cơ quan khác, hoặc chưa công khai`} />
    )
  return (
    <Page
      title={t`Biên nhận báo cáo`}
      above={
        <span className="not-printed">
          <Link to="/bao-cao/$id" params={{ id }}>{t`Báo cáo`}</Link>
        </span>
      }
      beside={
        <Button
          variant="default"
          size="xs"
          fz="sm"
          h="2rem"
          className="not-printed"
          onClick={() => window.print()}
        >
          {t`In biên nhận`}
        </Button>
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ agencyReport }) => agencyReport && <Slip report={agencyReport} />}
      </Answered>
    </Page>
  )
}

function Slip({ report }: { report: Report }) {
  const { t } = useLingui()
  const lines = useLines(report.id)
  const names = useNames(lineAnswerName)
  const { state, approvedBy, approvedAt, sentOn, receivedOn, late } = readFragment(
    ReportStandingFragmentDocument,
    report,
  )
  const entry = readFragment(ReceivedEntryFragmentDocument, report.entry) ?? null
  if (!hasArrived(state))
    return (
      <Notice tone="information" title={t`Báo cáo chưa gửi hoặc đang được sửa, nên chưa có biên nhận`}>
        <p>
          <Link to="/bao-cao/$id" params={{ id: report.id }}>{t`Đến báo cáo`}</Link>
        </p>
      </Notice>
    )
  const { agency, round, approvedIn } = report
  const content =
    lines.whole && agency && approvedBy && (approvedAt || approvedIn || entry) && sentOn
      ? {
          round,
          agencyId: agency.id,
          approvedBy,
          approvedAt: approvedAt ?? null,
          approvedIn: approvedIn ? { ...approvedIn, approvedOn: approvedIn.approvedOn ?? null } : null,
          sentOn,
          receivedOn: receivedOn ?? null,
          entry: entry && { ...entry, approvedOn: entry.approvedOn ?? null },
          lines: lines.rows,
        }
      : null
  return (
    <Panel title={<span lang="vi">{round.name}</span>}>
      <Facts>
        <Fact name={t`Cơ quan báo cáo`}>
          <strong lang="vi">
            <AgencyName agency={agency ?? null} />
          </strong>
        </Fact>
        <Fact name={t`Nơi nhận`}>{t`Sở Khoa học và Công nghệ`}</Fact>
        <Fact name={t`Tình trạng`}>
          <ReportStateMark state={state} /> {late && <LateMark />}
        </Fact>
        <Fact name={t`Ngày chốt số liệu`}>
          <PrintedDate date={round.cutOffOn} />
        </Fact>
        <Fact name={t`Hạn của cơ quan`}>
          <PrintedDate date={round.agenciesDueOn} />
        </Fact>
        <Fact name={receivedOn ? t`Ngày nhập vào hệ thống lần đầu` : t`Ngày gửi lần đầu`}>
          {sentOn && <PrintedDate date={sentOn} />}
        </Fact>
        {receivedOn && (
          <Fact name={t`Ngày đến Sở lần đầu`}>
            <PrintedDate date={receivedOn} />
          </Fact>
        )}
        {entry && (
          <Fact name={t`Nhập thay cơ quan`}>
            <EnteredFrom entry={entry} />
          </Fact>
        )}
        <Fact name={t`Thủ trưởng duyệt`}>
          <span lang="vi">{approvedBy}</span>
          {approvedAt && (
            <>
              , <PrintedInstant instant={approvedAt} />
            </>
          )}
          {entry?.approvedOn && !approvedIn && (
            <>
              , <PrintedDate date={entry.approvedOn} />
            </>
          )}
          {approvedIn && (
            <>
              {approvedIn.approvedOn && (
                <>
                  , <PrintedDate date={approvedIn.approvedOn} />
                </>
              )}
              {"; "}
              {t`theo tệp Excel của cơ quan`} <code className={styles.hash}>{approvedIn.sha256}</code>
            </>
          )}
        </Fact>
        <Fact name={t`Số dòng`}>
          {report.lineCount}
          {lines.whole &&
            `: ${lineAnswers.map((answer) => `${names[answer]} ${lines.rows.filter((line) => line.answer === answer).length}`).join("; ")}`}
        </Fact>
        {lines.rows.some(({ files }) => files.length > 0) && (
          <Fact name={t`Tệp minh chứng`}>
            <FileList files={lines.rows.flatMap(({ files }) => files)} />
          </Fact>
        )}
        <Fact name={t`Mã băm nội dung (SHA-256)`}>
          <Hash content={content} lines={lines} />
        </Fact>
      </Facts>
      <p className={styles.how}>
        {t`Mã băm tính từ toàn bộ nội dung các dòng, tệp minh chứng, người duyệt và ngày gửi, theo quy tắc trong docs/decisions/report-receipt-hash.md. Nội dung đổi dù một chữ thì mã băm đổi; báo cáo bị trả lại rồi gửi lại có mã băm mới.`}
      </p>
    </Panel>
  )
}

/** The content's hash; while lines are awaited, or where some are missing, none. */
function Hash({ content, lines: { answer } }: { content: ReportContent | null; lines: Lines }) {
  const { t } = useLingui()
  const [hash, setHash] = useState<string | null>(null)
  const standing = JSON.stringify(content)
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what it says, not by which object says it
  useEffect(() => {
    let outdated = false
    setHash(null)
    if (content !== null)
      void contentHash(content).then((made) => {
        if (!outdated) setHash(made)
      })
    return () => {
      outdated = true
    }
  }, [standing])
  const failure = answer.failure ?? answer.moreFailure
  if (hash !== null) return <code className={styles.hash}>{hash}</code>
  if (failure !== null) return <FailureNotice failure={failure} partial={false} retry={answer.retry} />
  return answer.loading || answer.hasMore || content !== null ? (
    <span aria-busy="true">{t`đang tính…`}</span>
  ) : (
    <Absent>{t`chưa tính được vì thiếu dữ liệu`}</Absent>
  )
}
