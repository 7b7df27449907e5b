import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import {
  ApiClientOrderField,
  type ApiClientState,
  type ClientRegisterQuery,
} from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { PrintedInstant } from "../calendar/printed-instant.tsx"
import { Absent } from "../facts/facts.tsx"
import { ChoiceFilter } from "../filter/choice-filter.tsx"
import { FilterBar } from "../filter/filter-bar.tsx"
import { SearchBox } from "../filter/search-box.tsx"
import { useRegister } from "../register/ask-register.ts"
import { type Column, Register } from "../register/register.tsx"
import { RowCount } from "../register/row-count.tsx"
import type { ValuesOfSearch } from "../register/search-model.ts"
import { useMay } from "../session/permission.ts"
import { Restricted } from "../session/restricted.tsx"
import { ActionLink } from "../shell/action-link.tsx"
import { Page } from "../shell/page.tsx"
import { clientStateName } from "./client-names.ts"
import { clientSearch } from "./client-search.ts"
import { ClientStateMark } from "./client-state-mark.tsx"

const ClientRowFragment = graphql(`
  fragment ClientRow on ApiClient {
    id
    clientId
    name
    owner
    quotaPerMinute
    expiresOn
    state
    lastUsedAt
  }
`)

const ClientRegisterDocument = graphql(`
  query ClientRegister($filter: ApiClientFilter, $orderBy: ApiClientOrder, $first: Int, $after: String) {
    apiClients(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...ClientRow
        }
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof ClientRowFragment>

const route = getRouteApi("/he-thong")
const clientsOf = (data: ClientRegisterQuery) => data.apiClients

/** Other teams' systems and what they may ask. */
export function ClientRegister() {
  const { t } = useLingui()
  return (
    <Restricted to="clients:read" title={t`Hệ thống kết nối`}>
      <Systems />
    </Restricted>
  )
}

function Systems() {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const mayRegister = useMay("clients:write")
  const { values, ignored } = clientSearch.read(route.useSearch())
  const { q, state = [], sort } = values
  const answer = useRegister(
    ClientRegisterDocument,
    { filter: { text: q, state: values.state }, orderBy: sort ?? null },
    clientsOf,
  )
  const change = (next: ValuesOfSearch<typeof clientSearch>, how?: { replace: boolean }) =>
    void navigate({
      to: "/he-thong",
      search: clientSearch.write(next),
      replace: how?.replace,
      resetScroll: false,
    })
  const read = (row: Row) => readFragment(ClientRowFragment, row)
  const columns: Column<Row, ApiClientOrderField>[] = [
    {
      key: "name",
      heading: t`Hệ thống`,
      sortField: ApiClientOrderField.Name,
      cell: (row) => (
        <>
          <Link to="/he-thong/$id" params={{ id: read(row).id }} data-row-link>
            {read(row).name}
          </Link>
          <br />
          <code>{read(row).clientId}</code>
        </>
      ),
    },
    { key: "owner", heading: t`Đơn vị chủ quản`, width: "22%", cell: (row) => read(row).owner },
    {
      key: "state",
      heading: t`Tình trạng`,
      width: "10rem",
      cell: (row) => <ClientStateMark state={read(row).state} />,
    },
    {
      key: "quota",
      heading: t`Yêu cầu mỗi phút`,
      width: "8rem",
      cell: (row) => i18n.number(read(row).quotaPerMinute),
    },
    {
      key: "expires",
      heading: t`Hết hạn`,
      width: "8rem",
      sortField: ApiClientOrderField.ExpiresOn,
      cell: (row) => <PrintedDate date={read(row).expiresOn} />,
    },
    {
      key: "used",
      heading: t`Lần gọi gần nhất`,
      width: "11rem",
      cell: (row) => {
        const { lastUsedAt } = read(row)
        return lastUsedAt ? <PrintedInstant instant={lastUsedAt} /> : <Absent>{t`chưa gọi lần nào`}</Absent>
      },
    },
  ]
  const states = Object.keys(clientStateName) as ApiClientState[]
  const nameOf = (each: ApiClientState) => i18n._(clientStateName[each])
  return (
    <Page
      title={t`Hệ thống kết nối`}
      beside={mayRegister && <ActionLink to="/he-thong/moi">{t`Đăng ký hệ thống`}</ActionLink>}
    >
      <FilterBar
        ignored={ignored}
        search={
          <SearchBox
            label={t`Tìm`}
            placeholder={t`Tên, đơn vị, mục đích, mã…`}
            value={q ?? ""}
            onChange={(next) => change({ ...values, q: next }, { replace: Boolean(q) })}
          />
        }
        set={[
          ...(q ? [{ key: "q", name: t`Từ khóa “${q}”`, remove: () => change({ ...values, q: "" }) }] : []),
          ...state.map((each) => ({
            key: each,
            name: nameOf(each),
            remove: () => change({ ...values, state: state.filter((other) => other !== each) }),
          })),
        ]}
        clear={() => change({ sort })}
      >
        <ChoiceFilter
          label={t`Tình trạng`}
          choices={states.map((value) => ({ value, name: nameOf(value) }))}
          chosen={state}
          onChange={(next) => change({ ...values, state: next })}
        />
      </FilterBar>
      <RowCount total={answer.total}>{t`${answer.total ?? 0} hệ thống`}</RowCount>
      <Register
        caption={t`Hệ thống của đơn vị khác được cấp quyền kết nối`}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={(next) => change({ ...values, sort: next })}
        empty={
          q || state.length > 0 ? (
            <p>{t`Không có hệ thống nào khớp với các điều kiện đang áp dụng.`}</p>
          ) : (
            <p>{t`Chưa đăng ký hệ thống nào.`}</p>
          )
        }
      />
    </Page>
  )
}
