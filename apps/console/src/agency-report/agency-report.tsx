import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link } from "@tanstack/react-router"
import { useState } from "react"
import type { AgencyReportPageQuery } from "../__generated__/graphql.ts"
import { graphql, readFragment } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { FailureNotice } from "../graph/failure-notice.tsx"
import { NotForYou } from "../round/not-for-you.tsx"
import { useMay } from "../session/permission.ts"
import { Page } from "../shell/page.tsx"
import styles from "./agency-report.module.css"
import { AsOnPaper } from "./entry/as-on-paper.tsx"
import { PaperPanel } from "./entry/paper-panel.tsx"
import { type Lines, useLines } from "./line/ask-lines.ts"
import lineStyles from "./line/line.module.css"
import { LineEditor } from "./line/line-editor.tsx"
import { LineRead } from "./line/line-read.tsx"
import { linesOfAgencyItself } from "./line/lines-of-agency.ts"
import { useUnfinishedLines } from "./line/unfinished-lines.ts"
import { MissingLines } from "./missing-lines.tsx"
import { ReportActions } from "./report-actions.tsx"
import { ReportStandingFragmentDocument } from "./report-standing.ts"
import { ReportStateMark } from "./report-state-mark.tsx"
import { ReportTimeline } from "./report-timeline.tsx"
import { Returning } from "./returning/returning.tsx"
import { StandingPanel } from "./standing-panel.tsx"
import { TakenWorkbooks } from "./workbook/taken-workbooks.tsx"
import { WorkbookPanel } from "./workbook/workbook-panel.tsx"

const AgencyReportPageDocument = graphql(`
  query AgencyReportPage($id: ID!, $reads: Boolean!) {
    agencyReport(id: $id) {
      id
      approvedIn @include(if: $reads) {
        id
        approvedOn
        takenByName
        file {
          id
          name
          url
        }
      }
      entry @include(if: $reads) {
        ...ReceivedEntry
      }
      answeredCount
      lineCount
      ...ReportStanding
      agency {
        id
        code
        name
      }
      round {
        id
        name
        cutOffOn
        agenciesDueOn
        stage
      }
    }
  }
`)

type Report = NonNullable<AgencyReportPageQuery["agencyReport"]>

const route = getRouteApi("/bao-cao/$id")

/** What one agency reports in a round: filled in by its officer, approved by its head, taken by the coordinator. */
export function AgencyReport() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const readsHistory = useMay("reports:read", "reports:read:own")
  const answer = useGraph(AgencyReportPageDocument, { id, reads: readsHistory })
  const report = answer.data?.agencyReport
  if (report === null && answer.failure === null)
    return (
      <NotForYou
        title={t`Báo cáo của cơ quan`}
        what={t`Báo cáo này không có, của cơ quan khác, hoặc chưa công khai`}
      />
    )
  const standing = report && readFragment(ReportStandingFragmentDocument, report)
  const name = report?.agency?.name
  return (
    <Page
      title={name ? t`Báo cáo: ${name}` : t`Báo cáo của cơ quan`}
      heading={
        report && <span lang="vi">{report.agency ? report.agency.name : <AgencyName agency={null} />}</span>
      }
      above={
        report && (
          <>
            <Link to="/ky-bao-cao">{t`Kỳ báo cáo`}</Link> ›{" "}
            <Link to="/ky-bao-cao/$id" params={{ id: report.round.id }} lang="vi">
              {report.round.name}
            </Link>
          </>
        )
      }
      beside={standing && <ReportStateMark state={standing.state} />}
    >
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ agencyReport }) =>
          agencyReport && <Filling report={agencyReport} readAgain={answer.readAgain} key={agencyReport.id} />
        }
      </Answered>
      {report && readsHistory && <ReportTimeline id={report.id} />}
    </Page>
  )
}

/** The report's lines, and around them what is missing and what comes next. */
function Filling({ report, readAgain }: { report: Report; readAgain: () => Promise<unknown> }) {
  const { t } = useLingui()
  const standing = readFragment(ReportStandingFragmentDocument, report)
  const lines = useLines(report.id)
  const [unsaved, onSaved] = useUnfinishedLines()
  const [unattached, onAttached] = useUnfinishedLines()
  const [returning, setReturning] = useState(false)
  const writes = useMay("reports:draft:own") && report.round.stage === "OPEN"
  const enters = useMay("reports:write") && report.round.stage === "OPEN"
  const [begun, setBegun] = useState(false)
  const readsFiles = useMay("reports:read", "reports:read:own")
  const { rows, whole, answer } = lines
  const writable = standing.state === "DRAFT" || standing.state === "RETURNED"
  const entering = enters && writable && (begun || rows.some(({ enteredBy }) => enteredBy != null))
  const open = (writes || entering) && writable
  const unanswered = rows.filter((line) => line.answer == null)
  const toCorrect =
    standing.state === "RETURNED" ? rows.filter(({ returnedFields }) => returnedFields.length > 0) : []
  const answered = whole ? rows.length - unanswered.length : report.answeredCount
  const hindrances = [
    ...(whole ? [] : [t`Danh sách dòng chưa tải đủ.`]),
    ...(unanswered.length > 0 ? [t`Còn ${unanswered.length} dòng chưa trả lời.`] : []),
    ...(unsaved.size > 0 ? [t`Còn ${unsaved.size} dòng chưa lưu xong.`] : []),
    ...(unattached.size > 0 ? [t`Còn ${unattached.size} dòng có tệp chưa đính kèm xong.`] : []),
  ]
  const ofAgencyItself = entering ? linesOfAgencyItself(rows) : []
  const ownLines = ofAgencyItself.length
  const onMoved = () => {
    setReturning(false)
    void readAgain()
    void answer.readAgain()
  }
  return (
    <>
      <StandingPanel report={report} standing={standing} answered={`${answered}/${report.lineCount}`}>
        {report.round.stage === "OPEN" && !returning && (
          <ReportActions
            report={standing}
            hindrances={hindrances}
            onMoved={onMoved}
            onReturn={() => setReturning(true)}
          />
        )}
      </StandingPanel>
      {enters && writable ? (
        <>
          <WorkbookPanel report={standing} onMoved={onMoved} />
          <PaperPanel
            report={standing}
            entering={entering}
            onEnter={() => setBegun(true)}
            hindrances={[
              ...hindrances,
              ...(ownLines > 0
                ? [t`Còn ${ownLines} dòng do cơ quan tự ghi trên hệ thống: hãy đối chiếu với bản giấy.`]
                : []),
            ]}
            onMoved={onMoved}
          />
        </>
      ) : (
        readsFiles && <TakenWorkbooks id={report.id} version={standing.version} />
      )}
      {open && toCorrect.length > 0 && (
        <MissingLines title={t`${toCorrect.length} dòng có ô Sở trả lại`} lines={toCorrect} />
      )}
      {open && whole && (
        <MissingLines title={t`Còn ${unanswered.length} dòng chưa trả lời`} lines={unanswered} />
      )}
      {open && <KeysHint />}
      <LinesAnswered lines={lines}>
        {returning ? (
          <Returning report={standing} lines={rows} onDone={onMoved} onCancel={() => setReturning(false)} />
        ) : (
          <div className={lineStyles.lines} data-lines={rows.length}>
            {rows.map((line) =>
              open && line.openFields.length > 0 ? (
                <LineEditor
                  key={line.id}
                  line={line}
                  readAgain={answer.readAgain}
                  onSaved={onSaved}
                  onAttached={onAttached}
                  below={ofAgencyItself.includes(line.id) && <AsOnPaper line={line} />}
                />
              ) : (
                <LineRead key={line.id} line={line} />
              ),
            )}
          </div>
        )}
      </LinesAnswered>
    </>
  )
}

/** The lines in each state of their answer: awaited, there, in part, missing. */
function LinesAnswered({ lines: { answer }, children }: { lines: Lines; children: React.ReactNode }) {
  const { t } = useLingui()
  const { data, failure, retry, moreFailure, loadMore, loadingMore, rows, total } = answer
  if (data == null)
    return failure ? (
      <FailureNotice failure={failure} partial={false} retry={retry} />
    ) : (
      <div aria-busy="true">
        <p className="for-readers">{t`Đang tải`}</p>
        <Skeleton height={320} />
      </div>
    )
  return (
    <>
      {failure && <FailureNotice failure={failure} partial retry={retry} />}
      {total === 0 ? <p>{t`Báo cáo này không có dòng nào.`}</p> : children}
      {loadingMore && <p role="status">{t`Đã tải ${rows.length} trên ${total ?? 0} dòng`}</p>}
      {moreFailure && <FailureNotice failure={moreFailure} partial retry={() => void loadMore()} />}
    </>
  )
}

function KeysHint() {
  const { t } = useLingui()
  return (
    <p className={styles.hint}>
      {t`Mỗi dòng tự lưu. Tab: ô tiếp theo; phím mũi tên: chọn câu trả lời;`} <kbd>Ctrl</kbd>+<kbd>Enter</kbd>{" "}
      {t`đến dòng chưa trả lời tiếp theo.`}
    </p>
  )
}
