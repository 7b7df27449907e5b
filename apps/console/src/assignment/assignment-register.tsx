import { useLingui } from "@lingui/react/macro"
import { ROLES } from "@plan43/authorization/role"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { type AssignmentRegisterQuery, PersonAssignmentOrderField } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { AgencyFilter, AgencyName } from "../agency/agency-filter.tsx"
import { PrintedDate, printedDate } from "../calendar/printed-date.tsx"
import { ChoiceFilter, FilterPopover } from "../filter/choice-filter.tsx"
import { DayField } from "../filter/day-field.tsx"
import { FilterBar, type SetFilter } from "../filter/filter-bar.tsx"
import { SearchBox } from "../filter/search-box.tsx"
import { useRegister } from "../register/ask-register.ts"
import { type Column, Register } from "../register/register.tsx"
import { RowCount } from "../register/row-count.tsx"
import type { ValuesOfSearch } from "../register/search-model.ts"
import { useMay } from "../session/permission.ts"
import { Restricted } from "../session/restricted.tsx"
import { roleName } from "../session/role-name.ts"
import { ActionLink } from "../shell/action-link.tsx"
import { Page } from "../shell/page.tsx"
import { assignmentSearch } from "./assignment-search.ts"
import { AssignmentState } from "./assignment-state.tsx"

const AssignmentRowFragment = graphql(`
  fragment AssignmentRow on PersonAssignment {
    id
    name
    email
    subject
    role
    agency {
      id
      name
    }
    validFrom
    validTo
    active
  }
`)

const AssignmentRegisterDocument = graphql(`
  query AssignmentRegister(
    $filter: PersonAssignmentFilter
    $orderBy: PersonAssignmentOrder
    $first: Int
    $after: String
  ) {
    assignments(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...AssignmentRow
        }
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof AssignmentRowFragment>
type Values = ValuesOfSearch<typeof assignmentSearch>

const route = getRouteApi("/phan-cong")
const assignmentsOf = (data: AssignmentRegisterQuery) => data.assignments

/** Which people act in which role, for which agency. */
export function AssignmentRegister() {
  const { t } = useLingui()
  return (
    <Restricted to="assignments:read" title={t`Phân công`}>
      <Assignments />
    </Restricted>
  )
}

function Assignments() {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const mayAssign = useMay("assignments:write")
  const { values, ignored } = assignmentSearch.read(route.useSearch())
  const { q, role, agency, activeOn, sort } = values
  const answer = useRegister(
    AssignmentRegisterDocument,
    { filter: { text: q, role, agency, activeOn }, orderBy: sort ?? null },
    assignmentsOf,
  )
  const change = (next: Values, how?: { replace: boolean }) =>
    void navigate({
      to: "/phan-cong",
      search: assignmentSearch.write(next),
      replace: how?.replace,
      resetScroll: false,
    })
  const read = (row: Row) => readFragment(AssignmentRowFragment, row)
  const columns: Column<Row, PersonAssignmentOrderField>[] = [
    {
      key: "name",
      heading: t`Họ tên`,
      sortField: PersonAssignmentOrderField.Name,
      cell: (row) => (
        <>
          <Link to="/phan-cong/$id" params={{ id: read(row).id }} data-row-link>
            {read(row).name}
          </Link>
          <br />
          {read(row).email ?? read(row).subject}
        </>
      ),
    },
    { key: "role", heading: t`Vai trò`, width: "20%", cell: (row) => i18n._(roleName[read(row).role]) },
    { key: "agency", heading: t`Cơ quan`, width: "24%", lang: "vi", cell: (row) => read(row).agency?.name },
    {
      key: "from",
      heading: t`Từ ngày`,
      width: "8rem",
      sortField: PersonAssignmentOrderField.ValidFrom,
      cell: (row) => <PrintedDate date={read(row).validFrom} />,
    },
    {
      key: "to",
      heading: t`Đến ngày`,
      width: "8rem",
      cell: (row) => {
        const { validTo } = read(row)
        return validTo ? <PrintedDate date={validTo} /> : t`chưa định`
      },
    },
    {
      key: "state",
      heading: t`Hiệu lực`,
      width: "10rem",
      cell: (row) => <AssignmentState active={read(row).active} />,
    },
  ]
  const set = useSetFilters(values, change)
  return (
    <Page
      title={t`Phân công`}
      beside={mayAssign && <ActionLink to="/phan-cong/moi">{t`Phân công người`}</ActionLink>}
    >
      <FilterBar
        ignored={ignored}
        search={
          <SearchBox
            label={t`Tìm người`}
            placeholder={t`Họ tên, thư điện tử, mã người dùng…`}
            value={q ?? ""}
            onChange={(next) => change({ ...values, q: next }, { replace: Boolean(q) })}
          />
        }
        set={set}
        clear={() => change({ sort })}
      >
        <ChoiceFilter
          label={t`Vai trò`}
          choices={ROLES.map((value) => ({ value, name: i18n._(roleName[value]) }))}
          chosen={role ?? []}
          onChange={(next) => change({ ...values, role: next })}
        />
        <FilterPopover label={t`Cơ quan`} count={agency?.length ?? 0}>
          <AgencyFilter
            label={t`Cơ quan`}
            chosen={agency ?? []}
            onChange={(next) => change({ ...values, agency: next })}
          />
        </FilterPopover>
        <FilterPopover label={t`Ngày`} count={activeOn === undefined ? 0 : 1}>
          <DayField
            label={t`Có hiệu lực vào ngày`}
            value={activeOn}
            onChange={(next) => change({ ...values, activeOn: next })}
          />
        </FilterPopover>
      </FilterBar>
      <RowCount total={answer.total}>{t`${answer.total ?? 0} phân công`}</RowCount>
      <Register
        caption={t`Người được phân công vai trò`}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={(next) => change({ ...values, sort: next })}
        empty={
          set.length > 0 ? (
            <p>{t`Không có phân công nào khớp với các điều kiện đang áp dụng.`}</p>
          ) : (
            <p>{t`Chưa phân công ai. Vai trò khi đó chỉ lấy từ nơi cấp tài khoản.`}</p>
          )
        }
      />
    </Page>
  )
}

function useSetFilters(values: Values, change: (values: Values) => void): SetFilter[] {
  const { t, i18n } = useLingui()
  const { q, role = [], agency = [], activeOn } = values
  const set: (SetFilter | false)[] = [
    q !== undefined && { key: "q", name: t`Từ khóa “${q}”`, remove: () => change({ ...values, q: "" }) },
    ...role.map((each) => ({
      key: each,
      name: i18n._(roleName[each]),
      remove: () => change({ ...values, role: role.filter((other) => other !== each) }),
    })),
    ...agency.map((code) => ({
      key: code,
      name: <AgencyName code={code} />,
      remove: () => change({ ...values, agency: agency.filter((other) => other !== code) }),
    })),
    activeOn !== undefined && {
      key: "activeOn",
      name: t`Có hiệu lực ngày ${printedDate(activeOn, i18n.locale)}`,
      remove: () => change({ ...values, activeOn: undefined }),
    },
  ]
  return set.filter((each) => each !== false)
}
