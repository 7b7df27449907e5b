import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import type { BoardEntryFragment, ReportState, RoundBoardQuery } from "../__generated__/graphql.ts"
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
import type { ValuesOfSearch } from "../register/search-model.ts"
import { useMay } from "../session/permission.ts"
import { arrivedOf } from "./arrived.ts"
import { Remind, RemindAll } from "./reminding.tsx"
import { ReturnedForms } from "./returned-forms.tsx"
import styles from "./round.module.css"
import { boardSearch } from "./round-search.ts"

const BoardRowFragment = graphql(`
  fragment BoardRow on AgencyReport {
    id
    state
    approvedBy
    sentOn
    receivedOn
    late
    lineCount
    answeredCount
    reminders {
      id
      remindedOn
    }
    agency {
      id
      code
      name
    }
  }
`)

/** How it came: for those alone who read reports that are not published. */
const BoardEntryFragmentDocument = graphql(`
  fragment BoardEntry on AgencyReport {
    id
    entry {
      id
      enteredByName
      workbook {
        id
      }
    }
  }
`)

const RoundBoardDocument = graphql(`
  query RoundBoard($id: ID!, $filter: AgencyReportFilter, $first: Int, $after: String, $reads: Boolean!) {
    round: reportingRound(id: $id) {
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
            ...BoardEntry @include(if: $reads)
          }
        }
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof BoardRowFragment> &
  FragmentType<typeof BoardEntryFragmentDocument>

const reportsOf = (data: RoundBoardQuery) => data.round?.reports

interface RoundBoardProps {
  round: {
    id: string
    tally: readonly { state: ReportState; count: number }[]
    stage: string
    late: { totalCount: number }
  }
  /** What the board is narrowed to. */
  narrowed: ValuesOfSearch<typeof boardSearch>
  /** Reads what stands above the board again. */
  readAgain: () => Promise<unknown>
}

/** Agencies by the state of their reports: the silent first, then those that have come least far. */
export function RoundBoard({ round, narrowed, readAgain }: RoundBoardProps) {
  const { t } = useLingui()
  const { id, tally, stage } = round
  const { arrived, total } = arrivedOf(tally)
  const reminds = useMay("reports:write") && stage === "OPEN"
  const reads = useMay("reports:read", "reports:read:own")
  const filter = { state: narrowed.state ?? null, late: narrowed.late ?? null }
  const answer = useRegister(RoundBoardDocument, { id, filter, reads }, reportsOf)
  const readAll = () => Promise.all([readAgain(), answer.readAgain()])
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
      heading: t`Ngày gửi hoặc đến lần đầu`,
      width: "10rem",
      cell: (row) => {
        const { sentOn, receivedOn } = read(row)
        const cameOn = receivedOn ?? sentOn
        return cameOn ? (
          <>
            <PrintedDate date={cameOn} />
            <EnteredMark entry={readFragment(BoardEntryFragmentDocument, row).entry ?? null} />
          </>
        ) : (
          <Absent>{t`chưa gửi`}</Absent>
        )
      },
    },
    ...(reminds
      ? [
          {
            key: "remind",
            heading: t`Việc`,
            width: "14rem",
            cell: (row: Row) => <Remind roundId={id} report={read(row)} readAgain={readAll} />,
          },
        ]
      : []),
  ]
  return (
    <div className={styles.board}>
      <Tally round={round} />
      <div className={styles.marks}>
        <RowCount total={answer.total}>{t`${answer.total ?? 0} cơ quan`}</RowCount>
        <PrintButton answer={answer} />
        {reminds && <RemindAll roundId={id} missing={total - arrived} readAgain={readAll} />}
      </div>
      {reminds && <ReturnedForms roundId={id} readAgain={readAll} />}
      <Register
        caption={t`Báo cáo của các cơ quan, cơ quan im lặng đứng trước`}
        answer={answer}
        columns={columns}
        rowKey={({ id: reportId }) => reportId}
        empty={
          narrowed.state || narrowed.late ? (
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

/** That a report did not come by the platform, and who entered it. */
function EnteredMark({ entry }: { entry: BoardEntryFragment["entry"] | null }) {
  const { t } = useLingui()
  if (entry == null) return null
  const by = entry.enteredByName ?? ""
  return (
    <span
      className={styles.entered}
      data-entered={entry.workbook ? "FILE" : "PAPER"}
      title={t`Người nhập: ${by}`}
    >
      {entry.workbook ? t`nhập thay từ tệp Excel` : t`nhập thay từ bản giấy`}
    </span>
  )
}

/** How many reports stand where; each count narrows the board to its reports. */
function Tally({ round: { id, tally, late } }: Pick<RoundBoardProps, "round">) {
  const { t } = useLingui()
  const names = useNames(reportStateName)
  const { total } = arrivedOf(tally)
  const entry = (key: ReportState | "ALL" | "LATE", name: string, count: number) => (
    <li key={key}>
      <Link
        to="/ky-bao-cao/$id"
        params={{ id }}
        search={boardSearch.write(key === "ALL" ? {} : key === "LATE" ? { late: true } : { state: [key] })}
        activeOptions={{ exact: true, includeSearch: true }}
        resetScroll={false}
        data-tally={key}
      >
        {name} <strong>{count}</strong>
      </Link>
    </li>
  )
  return (
    <ul className={styles.tally} aria-label={t`Số báo cáo theo tình trạng`}>
      {entry("ALL", t`Tất cả`, total)}
      {reportStates
        .filter((state) => tally.some((each) => each.state === state))
        .map((state) => entry(state, names[state], tally.find((each) => each.state === state)?.count ?? 0))}
      {late.totalCount > 0 && entry("LATE", t`Muộn`, late.totalCount)}
    </ul>
  )
}
