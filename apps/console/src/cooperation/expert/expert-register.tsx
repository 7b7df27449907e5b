import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { ExpertOrderField, type ExpertRegisterQuery } from "../../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../../__generated__/index.ts"
import { useRegister } from "../../register/ask-register.ts"
import type { Column } from "../../register/register.tsx"
import { CooperationRegister } from "../cooperation-register.tsx"
import { CountryName } from "../country-name.tsx"
import { Unpublished } from "../publication.tsx"
import { expertSearch } from "./expert-search.ts"

const ExpertRowFragment = graphql(`
  fragment ExpertRow on Expert {
    id
    publishedAt
    name
    fields
    countryCode
    organisation
  }
`)

const ExpertRegisterDocument = graphql(`
  query ExpertRegister($filter: ExpertFilter, $orderBy: ExpertOrder, $first: Int, $after: String) {
    experts(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...ExpertRow
        }
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof ExpertRowFragment>

const route = getRouteApi("/hop-tac/chuyen-gia")
const expertRowsOf = (data: ExpertRegisterQuery) => data.experts

/** The experts that have been recorded. */
export function ExpertRegister() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { values, ignored } = expertSearch.read(route.useSearch())
  const { q, sort } = values
  const answer = useRegister(
    ExpertRegisterDocument,
    { filter: { text: q }, orderBy: sort ?? null },
    expertRowsOf,
  )
  const read = (row: Row) => readFragment(ExpertRowFragment, row)
  const columns: Column<Row, ExpertOrderField>[] = [
    {
      key: "name",
      heading: t`Họ tên`,
      sortField: ExpertOrderField.Name,
      cell: (row) => (
        <>
          <Link to="/hop-tac/chuyen-gia/$id" params={{ id: read(row).id }} data-row-link>
            {read(row).name}
          </Link>{" "}
          <Unpublished publishedAt={read(row).publishedAt} />
        </>
      ),
    },
    { key: "fields", heading: t`Lĩnh vực`, width: "28%", cell: (row) => read(row).fields.join("; ") },
    {
      key: "country",
      heading: t`Quốc gia`,
      width: "16%",
      cell: (row) => read(row).countryCode && <CountryName code={read(row).countryCode as string} />,
    },
    {
      key: "organisation",
      heading: t`Cơ quan công tác`,
      width: "24%",
      cell: (row) => read(row).organisation,
    },
  ]
  return (
    <CooperationRegister
      title={t`Chuyên gia`}
      caption={t`Chuyên gia đồng ý công khai`}
      answer={answer}
      columns={columns}
      begin={{ to: "/hop-tac/chuyen-gia/moi", name: t`Ghi chuyên gia mới`, scope: "experts:write" }}
      rowKey={({ id }) => id}
      values={{ q, sort }}
      ignored={ignored}
      onChange={({ choice: _none, ...next }, how) =>
        void navigate({
          to: "/hop-tac/chuyen-gia",
          search: expertSearch.write(next),
          replace: how?.replace,
          resetScroll: false,
        })
      }
      empty={
        <p>{t`Chưa có chuyên gia nào đồng ý công khai tên. Dữ liệu cá nhân không được công khai khi chưa có sự đồng ý.`}</p>
      }
    />
  )
}
