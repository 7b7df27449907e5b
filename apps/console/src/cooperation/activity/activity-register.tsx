import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import {
  type ActivityRegisterQuery,
  type CooperationActivityKind,
  CooperationActivityOrderField,
} from "../../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../../__generated__/index.ts"
import { PrintedDate } from "../../calendar/printed-date.tsx"
import { useRegister } from "../../register/ask-register.ts"
import type { Column } from "../../register/register.tsx"
import { activityKindName } from "../cooperation-names.ts"
import { CooperationRegister } from "../cooperation-register.tsx"
import { Unpublished } from "../publication.tsx"
import { activitySearch } from "./activity-search.ts"

const ActivityRowFragment = graphql(`
  fragment ActivityRow on CooperationActivity {
    id
    publishedAt
    title
    kind
    startsOn
    endsOn
    place
    countryCode
  }
`)

const ActivityRegisterDocument = graphql(`
  query ActivityRegister($filter: CooperationActivityFilter, $orderBy: CooperationActivityOrder, $first: Int, $after: String) {
    cooperationActivities(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...ActivityRow
        }
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof ActivityRowFragment>

const route = getRouteApi("/hop-tac/hoat-dong")
const activityRowsOf = (data: ActivityRegisterQuery) => data.cooperationActivities

/** The activities that have been recorded. */
export function ActivityRegister() {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const { values, ignored } = activitySearch.read(route.useSearch())
  const { q, kind, sort } = values
  const answer = useRegister(
    ActivityRegisterDocument,
    { filter: { text: q, kind }, orderBy: sort ?? null },
    activityRowsOf,
  )
  const names = Object.fromEntries(
    Object.entries(activityKindName).map(([value, name]) => [value, i18n._(name)]),
  ) as Record<CooperationActivityKind, string>
  const read = (row: Row) => readFragment(ActivityRowFragment, row)
  const columns: Column<Row, CooperationActivityOrderField>[] = [
    {
      key: "title",
      heading: t`Hoạt động`,
      sortField: CooperationActivityOrderField.Title,
      cell: (row) => (
        <>
          <Link to="/hop-tac/hoat-dong/$id" params={{ id: read(row).id }} data-row-link>
            {read(row).title}
          </Link>{" "}
          <Unpublished publishedAt={read(row).publishedAt} />
        </>
      ),
    },
    { key: "kind", heading: t`Loại`, width: "16%", cell: (row) => names[read(row).kind] },
    {
      key: "startsOn",
      heading: t`Bắt đầu`,
      width: "12%",
      sortField: CooperationActivityOrderField.StartsOn,
      cell: (row) => read(row).startsOn && <PrintedDate date={read(row).startsOn as string} />,
    },
    {
      key: "endsOn",
      heading: t`Kết thúc`,
      width: "12%",
      cell: (row) => read(row).endsOn && <PrintedDate date={read(row).endsOn as string} />,
    },
    { key: "place", heading: t`Địa điểm`, width: "18%", cell: (row) => read(row).place },
  ]
  return (
    <CooperationRegister
      title={t`Hoạt động`}
      caption={t`Hoạt động đã được ghi nhận`}
      answer={answer}
      columns={columns}
      begin={{ to: "/hop-tac/hoat-dong/moi", name: t`Ghi hoạt động mới`, scope: "cooperation:write" }}
      rowKey={({ id }) => id}
      values={{ q, choice: kind, sort }}
      ignored={ignored}
      onChange={({ choice, ...next }, how) =>
        void navigate({
          to: "/hop-tac/hoat-dong",
          search: activitySearch.write({ ...next, kind: choice }),
          replace: how?.replace,
          resetScroll: false,
        })
      }
      choices={{ label: t`Loại`, names }}
      empty={<p>{t`Chưa ghi nhận hoạt động nào: đoàn ra, đoàn vào, sự kiện hay khóa đào tạo.`}</p>}
    />
  )
}
