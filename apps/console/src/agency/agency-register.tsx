import { useLingui } from "@lingui/react/macro"
import { TextInput } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { AgencyOrderField, type AgencyRegisterQuery } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate, printedDate } from "../calendar/printed-date.tsx"
import { ChoiceFilter, FilterPopover } from "../filter/choice-filter.tsx"
import { FilterBar } from "../filter/filter-bar.tsx"
import { PrintButton } from "../filter/print-button.tsx"
import { SearchBox } from "../filter/search-box.tsx"
import { useRegister } from "../register/ask-register.ts"
import { type Column, Register } from "../register/register.tsx"
import { RowCount } from "../register/row-count.tsx"
import { Page } from "../shell/page.tsx"
import { agencyKindName, agencyKinds } from "./agency-kind.ts"
import { type AgencySearchValues, agencySearch } from "./agency-search.ts"
import { AgencyState } from "./agency-state.tsx"

const AgencyRowFragment = graphql(`
  fragment AgencyRow on Agency {
    id
    code
    name
    shortName
    aliases
    kind
    validFrom
    validTo
    active
    successors {
      id
      code
      name
    }
  }
`)

const AgencyRegisterDocument = graphql(`
  query AgencyRegister($filter: AgencyFilter, $orderBy: AgencyOrder, $first: Int, $after: String) {
    agencies(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...AgencyRow
        }
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof AgencyRowFragment>

const route = getRouteApi("/co-quan")
const agenciesOf = (data: AgencyRegisterQuery) => data.agencies

/** Every body that the plan names, those that ended and those that followed them included. */
export function AgencyRegister() {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const { values, ignored } = agencySearch.read(route.useSearch())
  const { q, kind, activeOn, sort } = values
  const answer = useRegister(
    AgencyRegisterDocument,
    { filter: { text: q, kind, activeOn }, orderBy: sort ?? null },
    agenciesOf,
  )
  const show = (next: AgencySearchValues, how?: { replace: boolean }) =>
    void navigate({
      to: "/co-quan",
      search: agencySearch.write(next),
      replace: how?.replace,
      resetScroll: false,
    })
  return (
    <Page
      title={t`Cơ quan`}
      beside={
        <>
          <Link to="/co-quan/sap-xep">{t`Sắp xếp cơ quan`}</Link>
          <PrintButton answer={answer} />
        </>
      }
    >
      <FilterBar
        ignored={ignored}
        search={
          <SearchBox
            label={t`Tìm cơ quan`}
            placeholder={t`Tên, tên viết tắt, tên khác…`}
            value={q ?? ""}
            onChange={(next) => show({ ...values, q: next }, { replace: Boolean(q) })}
          />
        }
        set={[
          ...(q
            ? [{ key: "q", name: t`Từ khóa “${q}”`, remove: () => show({ ...values, q: undefined }) }]
            : []),
          ...(kind ?? []).map((each) => ({
            key: each,
            name: i18n._(agencyKindName[each]),
            remove: () => show({ ...values, kind: kind?.filter((other) => other !== each) }),
          })),
          ...(activeOn
            ? [
                {
                  key: "activeOn",
                  name: t`Hoạt động vào ${printedDate(activeOn, i18n.locale)}`,
                  remove: () => show({ ...values, activeOn: undefined }),
                },
              ]
            : []),
        ]}
        clear={() => show({ sort })}
      >
        <ChoiceFilter
          label={t`Loại`}
          choices={agencyKinds.map((value) => ({ value, name: i18n._(agencyKindName[value]) }))}
          chosen={kind ?? []}
          onChange={(next) => show({ ...values, kind: next })}
        />
        <FilterPopover label={t`Ngày`} count={activeOn ? 1 : 0}>
          <TextInput
            type="date"
            label={t`Còn hoạt động vào ngày`}
            value={activeOn ?? ""}
            onChange={(event) => show({ ...values, activeOn: event.currentTarget.value || undefined })}
          />
        </FilterPopover>
      </FilterBar>
      <RowCount total={answer.total}>{t`${answer.total ?? 0} cơ quan`}</RowCount>
      <Register
        caption={t`Danh sách cơ quan`}
        answer={answer}
        columns={useAgencyColumns()}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={(next) => show({ ...values, sort: next })}
        empty={<p>{t`Không có cơ quan nào khớp với các điều kiện đang áp dụng.`}</p>}
      />
    </Page>
  )
}

function useAgencyColumns(): Column<Row, AgencyOrderField>[] {
  const { t, i18n } = useLingui()
  const read = (row: Row) => readFragment(AgencyRowFragment, row)
  return [
    {
      key: "name",
      heading: t`Tên`,
      sortField: AgencyOrderField.Name,
      cell: (row) => {
        const { code, name, shortName } = read(row)
        return (
          <>
            <Link to="/co-quan/$code" params={{ code }} lang="vi" data-row-link>
              {name}
            </Link>
            {shortName && shortName !== name && <span lang="vi"> ({shortName})</span>}
          </>
        )
      },
    },
    {
      key: "kind",
      heading: t`Loại`,
      width: "16%",
      sortField: AgencyOrderField.Kind,
      cell: (row) => i18n._(agencyKindName[read(row).kind]),
    },
    {
      key: "aliases",
      heading: t`Tên khác`,
      width: "24%",
      lang: "vi",
      cell: (row) => read(row).aliases.join("; "),
    },
    {
      key: "state",
      heading: t`Hiện nay`,
      width: "24%",
      cell: (row) => {
        const { active, validTo, successors } = read(row)
        return (
          <>
            <AgencyState active={active} />
            {!active && validTo && (
              <>
                {" "}
                {t`đến`} <PrintedDate date={validTo} />
              </>
            )}
            {!active && successors.length > 0 && (
              <>
                {"; "}
                {t`nay là`}{" "}
                {successors.slice(0, 2).map((successor, place) => (
                  <span key={successor.id}>
                    {place > 0 && ", "}
                    <Link to="/co-quan/$code" params={{ code: successor.code }} lang="vi">
                      {successor.name}
                    </Link>
                  </span>
                ))}
                {successors.length > 2 && <> {t`và ${successors.length - 2} cơ quan khác`}</>}
              </>
            )}
          </>
        )
      },
    },
  ]
}
