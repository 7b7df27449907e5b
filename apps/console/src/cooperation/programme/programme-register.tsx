import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import {
  CooperationProgrammeOrderField,
  type CooperationTheme,
  type ProgrammeRegisterQuery,
} from "../../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../../__generated__/index.ts"
import { useRegister } from "../../register/ask-register.ts"
import type { Column } from "../../register/register.tsx"
import { PlanSource } from "../../source/plan-source.tsx"
import { themeName } from "../cooperation-names.ts"
import { CooperationRegister } from "../cooperation-register.tsx"
import { programmeSearch } from "./programme-search.ts"

const ProgrammeRowFragment = graphql(`
  fragment ProgrammeRow on CooperationProgramme {
    id
    code
    title
    kind
    theme
    source {
      ...PlanSource
    }
  }
`)

const ProgrammeRegisterDocument = graphql(`
  query ProgrammeRegister(
    $filter: CooperationProgrammeFilter
    $orderBy: CooperationProgrammeOrder
    $first: Int
    $after: String
  ) {
    cooperationProgrammes(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...ProgrammeRow
        }
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof ProgrammeRowFragment>

const route = getRouteApi("/hop-tac")
const programmesOf = (data: ProgrammeRegisterQuery) => data.cooperationProgrammes

/** What the plan itself says about international cooperation. */
export function ProgrammeRegister() {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const { values, ignored } = programmeSearch.read(route.useSearch())
  const { q, theme, sort } = values
  const answer = useRegister(
    ProgrammeRegisterDocument,
    { filter: { text: q, theme }, orderBy: sort ?? null },
    programmesOf,
  )
  const names = Object.fromEntries(
    Object.entries(themeName).map(([value, name]) => [value, i18n._(name)]),
  ) as Record<CooperationTheme, string>
  const read = (row: Row) => readFragment(ProgrammeRowFragment, row)
  const columns: Column<Row, CooperationProgrammeOrderField>[] = [
    {
      key: "title",
      heading: t`Nội dung`,
      sortField: CooperationProgrammeOrderField.Title,
      cell: (row) => {
        const { code, title } = read(row)
        return (
          <Link to="/hop-tac/chuong-trinh/$code" params={{ code }} lang="vi" data-row-link>
            {title}
          </Link>
        )
      },
    },
    { key: "theme", heading: t`Chủ đề`, width: "18%", cell: (row) => names[read(row).theme] },
    {
      key: "kind",
      heading: t`Dạng`,
      width: "9rem",
      cell: (row) => (read(row).kind === "TASK" ? t`Nhiệm vụ` : t`Giải pháp`),
    },
    {
      key: "source",
      heading: t`Vị trí trong Kế hoạch`,
      width: "12rem",
      sortField: CooperationProgrammeOrderField.PlanOrder,
      cell: (row) => <PlanSource source={read(row).source} />,
    },
  ]
  return (
    <CooperationRegister
      title={t`Chương trình hợp tác`}
      caption={t`Nội dung hợp tác quốc tế nêu trong Kế hoạch`}
      answer={answer}
      columns={columns}
      rowKey={({ id }) => id}
      values={{ q, choice: theme, sort }}
      ignored={ignored}
      onChange={({ choice, ...next }, how) =>
        void navigate({
          to: "/hop-tac",
          search: programmeSearch.write({ ...next, theme: choice }),
          replace: how?.replace,
          resetScroll: false,
        })
      }
      choices={{ label: t`Chủ đề`, names }}
      empty={<p>{t`Kế hoạch chưa được nhập, nên chưa có chương trình nào.`}</p>}
    />
  )
}
