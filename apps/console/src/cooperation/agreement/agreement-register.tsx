import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import {
  AgreementOrderField,
  type AgreementRegisterQuery,
  type AgreementState,
} from "../../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../../__generated__/index.ts"
import { PrintedDate } from "../../calendar/printed-date.tsx"
import { useRegister } from "../../register/ask-register.ts"
import type { Column } from "../../register/register.tsx"
import { agreementLevelName, agreementStateName } from "../cooperation-names.ts"
import { CooperationRegister } from "../cooperation-register.tsx"
import { Unpublished } from "../publication.tsx"
import { agreementSearch } from "./agreement-search.ts"

const AgreementRowFragment = graphql(`
  fragment AgreementRow on Agreement {
    id
    publishedAt
    title
    number
    level
    state
    signedOn
    expiresOn
  }
`)

const AgreementRegisterDocument = graphql(`
  query AgreementRegister($filter: AgreementFilter, $orderBy: AgreementOrder, $first: Int, $after: String) {
    agreements(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...AgreementRow
        }
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof AgreementRowFragment>

const route = getRouteApi("/hop-tac/thoa-thuan")
const agreementRowsOf = (data: AgreementRegisterQuery) => data.agreements

/** The agreements that have been recorded. */
export function AgreementRegister() {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const { values, ignored } = agreementSearch.read(route.useSearch())
  const { q, state, sort } = values
  const answer = useRegister(
    AgreementRegisterDocument,
    { filter: { text: q, state }, orderBy: sort ?? null },
    agreementRowsOf,
  )
  const names = Object.fromEntries(
    Object.entries(agreementStateName).map(([value, name]) => [value, i18n._(name)]),
  ) as Record<AgreementState, string>
  const read = (row: Row) => readFragment(AgreementRowFragment, row)
  const columns: Column<Row, AgreementOrderField>[] = [
    {
      key: "title",
      heading: t`Thỏa thuận`,
      sortField: AgreementOrderField.Title,
      cell: (row) => (
        <>
          <Link to="/hop-tac/thoa-thuan/$id" params={{ id: read(row).id }} data-row-link>
            {read(row).title}
          </Link>{" "}
          <Unpublished publishedAt={read(row).publishedAt} />
        </>
      ),
    },
    { key: "number", heading: t`Số`, width: "10%", cell: (row) => read(row).number },
    {
      key: "level",
      heading: t`Cấp`,
      width: "10%",
      cell: (row) => i18n._(agreementLevelName[read(row).level]),
    },
    { key: "state", heading: t`Tình trạng`, width: "14%", cell: (row) => names[read(row).state] },
    {
      key: "signedOn",
      heading: t`Ngày ký`,
      width: "12%",
      sortField: AgreementOrderField.SignedOn,
      cell: (row) => read(row).signedOn && <PrintedDate date={read(row).signedOn as string} />,
    },
    {
      key: "expiresOn",
      heading: t`Hết hạn`,
      width: "12%",
      sortField: AgreementOrderField.ExpiresOn,
      cell: (row) => read(row).expiresOn && <PrintedDate date={read(row).expiresOn as string} />,
    },
  ]
  return (
    <CooperationRegister
      title={t`Thỏa thuận`}
      caption={t`Thỏa thuận đã được ghi nhận`}
      answer={answer}
      columns={columns}
      begin={{ to: "/hop-tac/thoa-thuan/moi", name: t`Ghi thỏa thuận mới`, scope: "cooperation:write" }}
      rowKey={({ id }) => id}
      values={{ q, choice: state, sort }}
      ignored={ignored}
      onChange={({ choice, ...next }, how) =>
        void navigate({
          to: "/hop-tac/thoa-thuan",
          search: agreementSearch.write({ ...next, state: choice }),
          replace: how?.replace,
          resetScroll: false,
        })
      }
      choices={{ label: t`Tình trạng`, names }}
      empty={<p>{t`Chưa ghi nhận thỏa thuận nào. Kế hoạch không nêu thỏa thuận cụ thể.`}</p>}
    />
  )
}
