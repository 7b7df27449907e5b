import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import {
  type PartnerKind,
  PartnerOrderField,
  type PartnerRegisterQuery,
} from "../../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../../__generated__/index.ts"
import { useRegister } from "../../register/ask-register.ts"
import type { Column } from "../../register/register.tsx"
import { partnerKindName } from "../cooperation-names.ts"
import { CooperationRegister } from "../cooperation-register.tsx"
import { CountryName } from "../country-name.tsx"
import { Unpublished } from "../publication.tsx"
import { partnerSearch } from "./partner-search.ts"

const PartnerRowFragment = graphql(`
  fragment PartnerRow on Partner {
    id
    publishedAt
    name
    kind
    countryCode
    fields
  }
`)

const PartnerRegisterDocument = graphql(`
  query PartnerRegister($filter: PartnerFilter, $orderBy: PartnerOrder, $first: Int, $after: String) {
    partners(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...PartnerRow
        }
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof PartnerRowFragment>

const route = getRouteApi("/hop-tac/doi-tac")
const partnerRowsOf = (data: PartnerRegisterQuery) => data.partners

/** The partners that have been recorded. */
export function PartnerRegister() {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const { values, ignored } = partnerSearch.read(route.useSearch())
  const { q, kind, sort } = values
  const answer = useRegister(
    PartnerRegisterDocument,
    { filter: { text: q, kind }, orderBy: sort ?? null },
    partnerRowsOf,
  )
  const names = Object.fromEntries(
    Object.entries(partnerKindName).map(([value, name]) => [value, i18n._(name)]),
  ) as Record<PartnerKind, string>
  const read = (row: Row) => readFragment(PartnerRowFragment, row)
  const columns: Column<Row, PartnerOrderField>[] = [
    {
      key: "name",
      heading: t`Tên`,
      sortField: PartnerOrderField.Name,
      cell: (row) => (
        <>
          <Link to="/hop-tac/doi-tac/$id" params={{ id: read(row).id }} data-row-link>
            {read(row).name}
          </Link>{" "}
          <Unpublished publishedAt={read(row).publishedAt} />
        </>
      ),
    },
    { key: "kind", heading: t`Loại`, width: "18%", cell: (row) => names[read(row).kind] },
    {
      key: "country",
      heading: t`Quốc gia`,
      width: "16%",
      cell: (row) => read(row).countryCode && <CountryName code={read(row).countryCode as string} />,
    },
    { key: "fields", heading: t`Lĩnh vực`, width: "26%", cell: (row) => read(row).fields.join("; ") },
  ]
  return (
    <CooperationRegister
      title={t`Đối tác`}
      caption={t`Đối tác đã được ghi nhận`}
      answer={answer}
      columns={columns}
      begin={{ to: "/hop-tac/doi-tac/moi", name: t`Ghi đối tác mới`, scope: "cooperation:write" }}
      rowKey={({ id }) => id}
      values={{ q, choice: kind, sort }}
      ignored={ignored}
      onChange={({ choice, ...next }, how) =>
        void navigate({
          to: "/hop-tac/doi-tac",
          search: partnerSearch.write({ ...next, kind: choice }),
          replace: how?.replace,
          resetScroll: false,
        })
      }
      choices={{ label: t`Loại`, names }}
      empty={<p>{t`Chưa ghi nhận đối tác nào. Kế hoạch không nêu tên đối tác cụ thể.`}</p>}
    />
  )
}
