import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import type { ReportState, RoundBoardQuery } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { reportStateName, reportStates } from "../agency-report/agency-report-names.ts"
import { LateMark, ReportStateMark } from "../agency-report/report-state-mark.tsx"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Absent } from "../facts/facts.tsx"
import { PrintButton } from "../filter/print-button.tsx"
import { useNames } from "../language/use-names.ts"
import { useRegister } from "../register/ask-register.ts"
import { type Column, Register } from "../register/register.tsx"
import { RowCount } from "../register/row-count.tsx"
import { useMay } from "../session/permission.ts"
import { ActionLink } from "../shell/action-link.tsx"
import styles from "./round.module.css"
import { boardSearch } from "./round-search.ts"

const BoardRowFragment = graphql(`
  fragment BoardRow on AgencyReport {
    id
    state
    approvedBy
    sentOn
    late
    lineCount
    answeredCount
    agency {
      id
      code
      name
    }
  }
`)

const RoundBoardDocument = graphql(`
  query RoundBoard($id: ID!, $filter: AgencyReportFilter, $first: Int, $after: String) {
    round(id: $id) {
      id
      reports(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...BoardRow
          }
        }
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof BoardRowFragment>

const reportsOf = (data: RoundBoardQuery) => data.round?.reports

interface RoundBoardProps {
  round: { id: string; tally: readonly { state: ReportState; count: number }[]; stage: string }
  /** The states that the board is narrowed to; none: all of them. */
  states: readonly ReportState[]
}

/** Agencies by the state of their reports: the silent first, then those that have come least far. */
export function RoundBoard({ round: { id, tally, stage }, states }: RoundBoardProps) {
  const { t } = useLingui()
  const reminds = useMay("reminders:write") && stage === "OPEN"
  const answer = useRegister(
    RoundBoardDocument,
    { id, filter: states.length > 0 ? { state: [...states] } : null },
    reportsOf,
  )
  const read = (row: Row) => readFragment(BoardRowFragment, row)
  const columns: Column<Row, never>[] = [
    {
      key: "agency",
      heading: t`Cơ quan`,
      lang: "vi",
      cell: (row) => (
        <Link to="/bao-cao/$id" params={{ id: row.id }} data-row-link>
          <AgencyName agency={read(row).agency ?? null} />
        </Link>
      ),
    },
    {
      key: "state",
      heading: t`Tình trạng`,
      width: "16rem",
      cell: (row) => (
        <span className={styles.marks}>
          <ReportStateMark state={read(row).state} silent={read(row).answeredCount === 0} />
          {read(row).late && <LateMark />}
        </span>
      ),
    },
    {
      key: "lines",
      heading: t`Dòng đã trả lời`,
      width: "8rem",
      cell: (row) => `${read(row).answeredCount}/${read(row).lineCount}`,
    },
    {
      key: "approved",
      heading: t`Người duyệt`,
      width: "12rem",
      lang: "vi",
      cell: (row) => read(row).approvedBy ?? <Absent>{t`chưa duyệt`}</Absent>,
    },
    {
      key: "sent",
      heading: t`Ngày gửi lần đầu`,
      width: "9rem",
      cell: (row) => {
        const { sentOn } = read(row)
        return sentOn ? <PrintedDate date={sentOn} /> : <Absent>{t`chưa gửi`}</Absent>
      },
    },
    ...(reminds
      ? [{ key: "remind", heading: t`Việc`, width: "8rem", cell: (row: Row) => <Remind {...read(row)} /> }]
      : []),
  ]
  return (
    <div className={styles.board}>
      <Tally id={id} tally={tally} />
      <div className={styles.marks}>
        <RowCount total={answer.total}>{t`${answer.total ?? 0} cơ quan`}</RowCount>
        <PrintButton answer={answer} />
      </div>
      <Register
        caption={t`Báo cáo của các cơ quan, cơ quan im lặng đứng trước`}
        answer={answer}
        columns={columns}
        rowKey={({ id: reportId }) => reportId}
        empty={
          states.length > 0 ? (
            <>
              <p>{t`Không có báo cáo nào ở tình trạng đang chọn.`}</p>
              <p>
                <Link to="/ky-bao-cao/$id" params={{ id }} resetScroll={false}>
                  {t`Xem tất cả`}
                </Link>
              </p>
            </>
          ) : (
            <p>{t`Chưa có báo cáo nào mà bạn được xem.`}</p>
          )
        }
      />
    </div>
  )
}

/** One click to remind an agency whose report has not come. */
function Remind({ state, agency }: { state: ReportState; agency?: { code: string } | null | undefined }) {
  const { t } = useLingui()
  const came = state === "SENT" || state === "ACCEPTED" || state === "INCLUDED"
  if (came || !agency) return null
  return (
    <ActionLink to="/don-doc/co-quan/$code" params={{ code: agency.code }}>
      {t`Đôn đốc`}
    </ActionLink>
  )
}

interface TallyProps {
  id: string
  tally: RoundBoardProps["round"]["tally"]
}

/** How many reports stand where; each count narrows the board to its reports. */
function Tally({ id, tally }: TallyProps) {
  const { t } = useLingui()
  const names = useNames(reportStateName)
  const total = tally.reduce((sum, { count }) => sum + count, 0)
  const entry = (state: ReportState | null, name: string, count: number) => (
    <li key={name}>
      <Link
        to="/ky-bao-cao/$id"
        params={{ id }}
        search={boardSearch.write(state === null ? {} : { state: [state] })}
        activeOptions={{ exact: true, includeSearch: true }}
        resetScroll={false}
        data-tally={state ?? "ALL"}
      >
        {name} <strong>{count}</strong>
      </Link>
    </li>
  )
  return (
    <ul className={styles.tally} aria-label={t`Số báo cáo theo tình trạng`}>
      {entry(null, t`Tất cả`, total)}
      {reportStates
        .filter((state) => tally.some((each) => each.state === state))
        .map((state) => entry(state, names[state], tally.find((each) => each.state === state)?.count ?? 0))}
    </ul>
  )
}
