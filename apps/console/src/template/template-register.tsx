import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type { TemplateRegisterQuery } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { Absent } from "../facts/facts.tsx"
import { FilterBar } from "../filter/filter-bar.tsx"
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
import { planItemKindName } from "./asked-names.ts"
import { templateSearch } from "./template-search.ts"

const TemplateRowFragment = graphql(`
  fragment TemplateRow on ReportTemplate {
    id
    name
    note
    itemKinds
    sections
    questions
  }
`)

const TemplateRegisterDocument = graphql(`
  query TemplateRegister($filter: ReportTemplateFilter, $first: Int, $after: String) {
    reportTemplates(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...TemplateRow
        }
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof TemplateRowFragment>

const route = getRouteApi("/mau-bao-cao")
const templatesOf = (data: TemplateRegisterQuery) => data.reportTemplates

/** The templates that rounds are filled in from. */
export function TemplateRegister() {
  const { t } = useLingui()
  return (
    <Restricted to="reports:read" title={t`Mẫu báo cáo`}>
      <Templates />
    </Restricted>
  )
}

function Templates() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const kinds = useNames(planItemKindName)
  const mayWrite = useMay("reports:write")
  const { values, ignored } = templateSearch.read(route.useSearch())
  const { q } = values
  const answer = useRegister(TemplateRegisterDocument, { filter: { text: q } }, templatesOf)
  const change = (next: ValuesOfSearch<typeof templateSearch>, how?: { replace: boolean }) =>
    void navigate({
      to: "/mau-bao-cao",
      search: templateSearch.write(next),
      replace: how?.replace,
      resetScroll: false,
    })
  const read = (row: Row) => readFragment(TemplateRowFragment, row)
  const columns: Column<Row, never>[] = [
    {
      key: "name",
      heading: t`Mẫu báo cáo`,
      cell: (row) => (
        <Link to="/mau-bao-cao/$id" params={{ id: row.id }} data-row-link lang="vi">
          {read(row).name}
        </Link>
      ),
    },
    {
      key: "lines",
      heading: t`Báo cáo từng dòng`,
      width: "18rem",
      cell: (row) => {
        const { itemKinds, sections } = read(row)
        if (itemKinds.length === 0) return <Absent>{t`không`}</Absent>
        const named = itemKinds.map((kind) => kinds[kind]).join(", ")
        return sections.length === 0 ? named : t`${named} (nhóm ${sections.join(", ")})`
      },
    },
    {
      key: "questions",
      heading: t`Số câu hỏi`,
      width: "7rem",
      cell: (row) => (read(row).questions ?? "").split("\n").filter((line) => line.trim() !== "").length,
    },
    {
      key: "note",
      heading: t`Căn cứ, ghi chú`,
      width: "20rem",
      cell: (row) => read(row).note && <span lang="vi">{read(row).note}</span>,
    },
  ]
  return (
    <Page
      title={t`Mẫu báo cáo`}
      above={<Link to="/ky-bao-cao">{t`Kỳ báo cáo`}</Link>}
      beside={mayWrite && <ActionLink to="/mau-bao-cao/moi">{t`Lập mẫu báo cáo`}</ActionLink>}
    >
      <FilterBar
        ignored={ignored}
        search={
          <SearchBox
            label={t`Tìm`}
            placeholder={t`Tên mẫu báo cáo…`}
            value={q ?? ""}
            onChange={(next) => change({ q: next }, { replace: Boolean(q) })}
          />
        }
        set={q ? [{ key: "q", name: t`Từ khóa “${q}”`, remove: () => change({}) }] : []}
        clear={() => change({})}
      />
      <RowCount total={answer.total}>{t`${answer.total ?? 0} mẫu báo cáo`}</RowCount>
      <Register
        caption={t`Mẫu báo cáo, theo tên`}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          <p>
            {q
              ? t`Không có mẫu báo cáo nào khớp với các điều kiện đang áp dụng.`
              : t`Chưa lập mẫu báo cáo nào. Mẫu ghi sẵn phạm vi, câu hỏi và cơ quan để lập kỳ báo cáo.`}
          </p>
        }
      />
    </Page>
  )
}
