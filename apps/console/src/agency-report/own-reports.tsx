import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import type { OwnReportsQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { today } from "../calendar/today.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { hasArrived } from "../round/arrived.ts"
import { daysLeft } from "../round/days-left.ts"
import { TimeLeft } from "../round/time-left.tsx"
import { useMay } from "../session/permission.ts"
import { useSession } from "../session/session.ts"
import { ActionLink } from "../shell/action-link.tsx"
import { Panel } from "../shell/page.tsx"
import styles from "./agency-report.module.css"
import { movesFrom } from "./report-moves.ts"
import { ReportStateMark } from "./report-state-mark.tsx"

/** In rounds that are open an agency reads its own alone. */
const OwnReportsDocument = graphql(`
  query OwnReports {
    ownReports: agencyReports(first: 20, filter: { roundStage: [OPEN] }) {
      edges {
        node {
          id
          state
          late
          lineCount
          answeredCount
          round {
            id
            name
            agenciesDueOn
          }
        }
      }
    }
  }
`)

/** The own agency's reports in rounds that are open, for its officer and its head; nothing for everybody else. */
export function OwnReports() {
  return useMay("reports:draft:own") ? <Open /> : null
}

function Open() {
  const { t } = useLingui()
  const answer = useGraph(OwnReportsDocument, {})
  if (answer.data && answer.failure === null && answer.data.ownReports.edges.length === 0) return null
  return (
    <Panel title={t`Báo cáo của cơ quan tôi`}>
      <Answered answer={answer} waiting={<Skeleton height={40} />}>
        {(data) => (
          <ul className={styles.own}>
            {data.ownReports.edges.map(({ node: report }) => (
              <OwnReport key={report.id} report={report} />
            ))}
          </ul>
        )}
      </Answered>
    </Panel>
  )
}

function OwnReport({ report }: { report: OwnReportRow }) {
  const { t } = useLingui()
  const { person } = useSession()
  const { id, state, late, lineCount, answeredCount, round } = report
  const [next] = movesFrom(state, person?.scopes ?? [])
  const waits = !hasArrived(state)
  return (
    <li data-own-report={id}>
      <strong lang="vi">
        <Link to="/ky-bao-cao/$id" params={{ id: round.id }}>
          {round.name}
        </Link>
      </strong>
      <ReportStateMark state={state} />
      <span>{t`${answeredCount}/${lineCount} dòng đã trả lời`}</span>
      <span>
        {t`hạn`} <PrintedDate date={round.agenciesDueOn} />{" "}
        {waits && <TimeLeft left={daysLeft(round.agenciesDueOn, today())} late={late} />}
      </span>
      <ActionLink to="/bao-cao/$id" params={{ id }} data-row-link>
        {nameOf(next)}
      </ActionLink>
    </li>
  )

  function nameOf(move: typeof next): string {
    if (move === "SUBMIT") return state === "RETURNED" ? t`Sửa báo cáo` : t`Điền báo cáo`
    if (move === "APPROVE") return t`Duyệt báo cáo`
    return move === "SEND" ? t`Gửi báo cáo` : t`Xem báo cáo`
  }
}

type OwnReportRow = OwnReportsQuery["ownReports"]["edges"][number]["node"]
