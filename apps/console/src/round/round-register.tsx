import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type { RoundRegisterQuery } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { OwnReports } from "../agency-report/own-reports.tsx"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { today } from "../calendar/today.ts"
import { Absent } from "../facts/facts.tsx"
import { ChoiceFilter } from "../filter/choice-filter.tsx"
import { FilterBar } from "../filter/filter-bar.tsx"
import { SearchBox } from "../filter/search-box.tsx"
import { useNames } from "../language/use-names.ts"
import { useRegister } from "../register/ask-register.ts"
import { type Column, Register } from "../register/register.tsx"
import { RowCount } from "../register/row-count.tsx"
import type { ValuesOfSearch } from "../register/search-model.ts"
import { useMay } from "../session/permission.ts"
import { ActionLink } from "../shell/action-link.tsx"
import { Page } from "../shell/page.tsx"
import { arrivedOf } from "./arrived.ts"
import { daysLeft } from "./days-left.ts"
import styles from "./round.module.css"
import { roundKindName, roundKinds, roundStageName, roundStages } from "./round-names.ts"
import { roundSearch } from "./round-search.ts"
import { RoundStageMark } from "./round-stage-mark.tsx"
import { TimeLeft } from "./time-left.tsx"

const RoundRowFragment = graphql(`
  fragment RoundRow on ReportingRound {
    id
    kind
    name
    cutOffOn
    agenciesDueOn
    publishedAt
    stage
    tally {
      state
      count
    }
  }
`)

const RoundRegisterDocument = graphql(`
  query RoundRegister($filter: RoundFilter, $first: Int, $after: String) {
    rounds: reportingRounds(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...RoundRow
        }
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof RoundRowFragment>

const route = getRouteApi("/ky-bao-cao")
const roundsOf = (data: RoundRegisterQuery) => data.rounds

/** Reporting rounds, the last due first: those that one works with, to everybody else those that were published. */
export function RoundRegister() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const kindNames = useNames(roundKindName)
  const stageNames = useNames(roundStageName)
  const mayWrite = useMay("reports:write")
  const readsAll = useMay("reports:read")
  const readsOwn = useMay("reports:read:own")
  const { values, ignored } = roundSearch.read(route.useSearch())
  const { q, kind = [], stage = [] } = values
  const answer = useRegister(
    RoundRegisterDocument,
    {
      filter: {
        text: q,
        kind: kind.length > 0 ? kind : null,
        stage: stage.length > 0 ? stage : null,
      },
    },
    roundsOf,
  )
  const change = (next: ValuesOfSearch<typeof roundSearch>, how?: { replace: boolean }) =>
    void navigate({
      to: "/ky-bao-cao",
      search: roundSearch.write(next),
      replace: how?.replace,
      resetScroll: false,
    })
  const read = (row: Row) => readFragment(RoundRowFragment, row)
  const columns: Column<Row, never>[] = [
    {
      key: "name",
      heading: t`Kỳ báo cáo`,
      cell: (row) => (
        <Link to="/ky-bao-cao/$id" params={{ id: row.id }} data-row-link lang="vi">
          {read(row).name}
        </Link>
      ),
    },
    {
      key: "stage",
      heading: t`Tình trạng`,
      width: "15rem",
      cell: (row) => <RoundStageMark stage={read(row).stage} published={read(row).publishedAt != null} />,
    },
    { key: "kind", heading: t`Loại`, width: "8rem", cell: (row) => kindNames[read(row).kind] },
    {
      key: "cutOff",
      heading: t`Chốt số liệu`,
      width: "8rem",
      cell: (row) => <PrintedDate date={read(row).cutOffOn} />,
    },
    {
      key: "due",
      heading: t`Hạn của các cơ quan`,
      width: "12rem",
      cell: (row) => <AgenciesDue {...read(row)} />,
    },
    {
      key: "arrived",
      heading: t`Báo cáo đã gửi`,
      width: "9rem",
      cell: (row) => {
        const { arrived, total } = arrivedOf(read(row).tally)
        return total === 0 ? <Absent>{t`chưa mở`}</Absent> : `${arrived}/${total}`
      },
    },
  ]
  return (
    <Page
      title={t`Kỳ báo cáo`}
      above={aboveOf()}
      beside={
        readsAll && (
          <div className={styles.actions}>
            <ActionLink to="/mau-bao-cao">{t`Mẫu báo cáo`}</ActionLink>
            {mayWrite && <ActionLink to="/ky-bao-cao/moi">{t`Lập kỳ báo cáo`}</ActionLink>}
          </div>
        )
      }
    >
      <OwnReports />
      <FilterBar
        ignored={ignored}
        search={
          <SearchBox
            label={t`Tìm`}
            placeholder={t`Tên kỳ báo cáo…`}
            value={q ?? ""}
            onChange={(next) => change({ ...values, q: next }, { replace: Boolean(q) })}
          />
        }
        set={[
          ...(q ? [{ key: "q", name: t`Từ khóa “${q}”`, remove: () => change({ ...values, q: "" }) }] : []),
          ...kind.map((each) => ({
            key: each,
            name: kindNames[each],
            remove: () => change({ ...values, kind: kind.filter((other) => other !== each) }),
          })),
          ...stage.map((each) => ({
            key: each,
            name: stageNames[each],
            remove: () => change({ ...values, stage: stage.filter((other) => other !== each) }),
          })),
        ]}
        clear={() => change({})}
      >
        <ChoiceFilter
          label={t`Loại`}
          choices={roundKinds.map((value) => ({ value, name: kindNames[value] }))}
          chosen={kind}
          onChange={(next) => change({ ...values, kind: next })}
        />
        <ChoiceFilter
          label={t`Tình trạng`}
          choices={roundStages.map((value) => ({ value, name: stageNames[value] }))}
          chosen={stage}
          onChange={(next) => change({ ...values, stage: next })}
        />
      </FilterBar>
      <RowCount total={answer.total}>{t`${answer.total ?? 0} kỳ báo cáo`}</RowCount>
      <Register
        caption={t`Kỳ báo cáo, hạn muộn nhất trước`}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<p>{emptyWords()}</p>}
      />
    </Page>
  )

  function aboveOf(): string {
    if (readsAll) return t`Toàn Thành phố`
    return readsOwn ? t`Các kỳ mà cơ quan tôi báo cáo và các kỳ đã công khai` : t`Các kỳ đã công khai`
  }

  function emptyWords(): string {
    if (q || kind.length > 0 || stage.length > 0)
      return t`Không có kỳ báo cáo nào khớp với các điều kiện đang áp dụng.`
    if (readsAll) return t`Chưa lập kỳ báo cáo nào.`
    return readsOwn
      ? t`Cơ quan chưa được yêu cầu báo cáo trong kỳ nào.`
      : t`Chưa công khai kỳ báo cáo nào. Cơ quan và điều phối viên cần đăng nhập để thấy kỳ đang mở.`
  }
}

/** The agencies' day; how far away it is, while the round waits for them. */
function AgenciesDue({ agenciesDueOn, stage, tally }: Parameters<typeof dueOf>[0]) {
  const { left, late } = dueOf({ agenciesDueOn, stage, tally })
  return (
    <>
      <PrintedDate date={agenciesDueOn} />
      {stage !== "LOCKED" && (
        <>
          <br />
          <TimeLeft left={left} late={late} />
        </>
      )}
    </>
  )
}

function dueOf({
  agenciesDueOn,
  stage,
  tally,
}: {
  agenciesDueOn: string
  stage: "PREPARED" | "OPEN" | "LOCKED"
  tally: Parameters<typeof arrivedOf>[0]
}): { left: number; late: boolean } {
  const left = daysLeft(agenciesDueOn, today())
  const { arrived, total } = arrivedOf(tally)
  return { left, late: stage === "OPEN" && left < 0 && arrived < total }
}
