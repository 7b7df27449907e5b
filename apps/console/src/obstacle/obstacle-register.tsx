import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { ObstacleOrderField, type ObstacleRegisterQuery } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { ChoiceFilter } from "../filter/choice-filter.tsx"
import { FilterBar } from "../filter/filter-bar.tsx"
import { PrintButton } from "../filter/print-button.tsx"
import { SearchBox } from "../filter/search-box.tsx"
import { useNames } from "../language/use-names.ts"
import { useRegister } from "../register/ask-register.ts"
import { type Column, Register } from "../register/register.tsx"
import { RowCount } from "../register/row-count.tsx"
import type { ValuesOfSearch } from "../register/search-model.ts"
import { useMay } from "../session/permission.ts"
import { Restricted } from "../session/restricted.tsx"
import { ActionLink } from "../shell/action-link.tsx"
import { Page } from "../shell/page.tsx"
import {
  obstacleCategories,
  obstacleCategoryName,
  obstacleStateName,
  obstacleStates,
} from "./obstacle-names.ts"
import { obstacleSearch } from "./obstacle-search.ts"
import { ObstacleDue, ObstacleStateMark } from "./obstacle-state-mark.tsx"
import { SentUp } from "./sent-up.tsx"

const ObstacleRowFragment = graphql(`
  fragment ObstacleRow on Obstacle {
    id
    number
    title
    category
    state
    dueOn
    overdue
    agency {
      id
      code
      name
    }
    task {
      id
      code
    }
    indicator {
      id
      code
    }
  }
`)

const ObstacleRegisterDocument = graphql(`
  query ObstacleRegister($filter: ObstacleFilter, $orderBy: ObstacleOrder, $first: Int, $after: String) {
    obstacles(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...ObstacleRow
        }
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof ObstacleRowFragment>
type Values = ValuesOfSearch<typeof obstacleSearch>

const route = getRouteApi("/vuong-mac")
const obstacleRowsOf = (data: ObstacleRegisterQuery) => data.obstacles

/** The obstacles that one may read: an agency its own, the coordinator and the City all. */
export function ObstacleRegister() {
  const { t } = useLingui()
  return (
    <Restricted to={["obstacles:read", "obstacles:read:own"]} title={t`Vướng mắc`}>
      <Obstacles />
    </Restricted>
  )
}

function Obstacles() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const stateNames = useNames(obstacleStateName)
  const categoryNames = useNames(obstacleCategoryName)
  const mayRaise = useMay("obstacles:raise:own", "obstacles:write")
  const decides = useMay("obstacles:decide")
  const setsTerms = useMay("obstacles:write")
  const { values, ignored } = obstacleSearch.read(route.useSearch())
  const { q, state = [], category = [], overdue, sort } = values
  const answer = useRegister(
    ObstacleRegisterDocument,
    {
      filter: {
        text: q,
        state: state.length > 0 ? state : null,
        category: category.length > 0 ? category : null,
        overdue,
      },
      orderBy: sort ?? null,
    },
    obstacleRowsOf,
  )
  const change = (next: Values, how?: { replace: boolean }) =>
    void navigate({
      to: "/vuong-mac",
      search: obstacleSearch.write(next),
      replace: how?.replace,
      resetScroll: false,
    })
  const narrowed = Boolean(q) || state.length > 0 || category.length > 0 || overdue === true
  const read = (row: Row) => readFragment(ObstacleRowFragment, row)
  const columns: Column<Row, ObstacleOrderField>[] = [
    {
      key: "title",
      heading: t`Vướng mắc`,
      sortField: ObstacleOrderField.Number,
      cell: (row) => (
        <>
          VM-{read(row).number}{" "}
          <Link to="/vuong-mac/$id" params={{ id: row.id }} data-row-link lang="vi">
            {read(row).title}
          </Link>
        </>
      ),
    },
    {
      key: "agency",
      heading: t`Cơ quan nêu`,
      width: "16%",
      lang: "vi",
      cell: (row) => <AgencyName agency={read(row).agency} />,
    },
    { key: "subject", heading: t`Gắn với`, width: "10%", cell: (row) => <Subject {...read(row)} /> },
    {
      key: "category",
      heading: t`Loại`,
      width: "13%",
      cell: (row) => categoryNames[read(row).category],
    },
    {
      key: "state",
      heading: t`Bước hiện tại`,
      width: "21%",
      cell: (row) => {
        const { state: current } = read(row)
        return current && <ObstacleStateMark state={current} />
      },
    },
    {
      key: "dueOn",
      heading: t`Hạn của bước`,
      width: "13%",
      sortField: ObstacleOrderField.DueOn,
      cell: (row) => <ObstacleDue {...read(row)} />,
    },
  ]
  return (
    <Page
      title={t`Vướng mắc`}
      beside={
        <>
          {mayRaise && <ActionLink to="/vuong-mac/moi">{t`Nêu vướng mắc`}</ActionLink>}
          {setsTerms && <ActionLink to="/vuong-mac/thoi-han">{t`Thời hạn từng bước`}</ActionLink>}
          <PrintButton answer={answer} />
        </>
      }
    >
      {decides && <SentUp />}
      <FilterBar
        ignored={ignored}
        search={
          <SearchBox
            label={t`Tìm`}
            placeholder={t`Từ khóa trong nội dung…`}
            value={q ?? ""}
            onChange={(next) => change({ ...values, q: next }, { replace: Boolean(q) })}
          />
        }
        set={[
          ...(q ? [{ key: "q", name: t`Từ khóa “${q}”`, remove: () => change({ ...values, q: "" }) }] : []),
          ...state.map((each) => ({
            key: each,
            name: stateNames[each],
            remove: () => change({ ...values, state: state.filter((other) => other !== each) }),
          })),
          ...category.map((each) => ({
            key: each,
            name: categoryNames[each],
            remove: () => change({ ...values, category: category.filter((other) => other !== each) }),
          })),
          ...(overdue
            ? [{ key: "overdue", name: t`Quá hạn`, remove: () => change({ ...values, overdue: undefined }) }]
            : []),
        ]}
        clear={() => change({ sort })}
      >
        <ChoiceFilter
          label={t`Bước hiện tại`}
          choices={obstacleStates.map((value) => ({ value, name: stateNames[value] }))}
          chosen={state}
          onChange={(next) => change({ ...values, state: next })}
        />
        <ChoiceFilter
          label={t`Loại`}
          choices={obstacleCategories.map((value) => ({ value, name: categoryNames[value] }))}
          chosen={category}
          onChange={(next) => change({ ...values, category: next })}
        />
        <ChoiceFilter
          label={t`Thời hạn`}
          choices={[{ value: "1", name: t`Quá hạn` }]}
          chosen={overdue ? ["1"] : []}
          onChange={(next) => change({ ...values, overdue: next.length > 0 ? true : undefined })}
        />
      </FilterBar>
      <RowCount total={answer.total}>{t`${answer.total ?? 0} vướng mắc`}</RowCount>
      <Register
        caption={t`Vướng mắc đã được nêu`}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={(next) => change({ ...values, sort: next })}
        empty={
          <p>
            {narrowed
              ? t`Không có vướng mắc nào khớp với các điều kiện đang áp dụng.`
              : t`Chưa có vướng mắc nào được nêu.`}
          </p>
        }
      />
    </Page>
  )
}

interface SubjectProps {
  task?: { code: string } | null | undefined
  indicator?: { code: string } | null | undefined
}

/** What an obstacle is about: a task, an indicator, or the plan in general. */
export function Subject({ task, indicator }: SubjectProps) {
  const { t } = useLingui()
  if (task)
    return (
      <Link to="/nhiem-vu/$code" params={{ code: task.code }}>
        {t`Nhiệm vụ ${task.code}`}
      </Link>
    )
  if (indicator)
    return (
      <Link to="/chi-tieu/$code" params={{ code: indicator.code }}>
        {t`Chỉ tiêu ${indicator.code}`}
      </Link>
    )
  return t`Chung`
}
