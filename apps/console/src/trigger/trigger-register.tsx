import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { type TriggerEvent, TriggerOrderField, type TriggerRegisterQuery } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Absent } from "../facts/facts.tsx"
import { ChoiceFilter } from "../filter/choice-filter.tsx"
import { FilterBar } from "../filter/filter-bar.tsx"
import { PrintButton } from "../filter/print-button.tsx"
import { SearchBox } from "../filter/search-box.tsx"
import { useRegister } from "../register/ask-register.ts"
import { type Column, Register } from "../register/register.tsx"
import { RowCount } from "../register/row-count.tsx"
import { Page } from "../shell/page.tsx"
import { taskSearch } from "../task/task-search.ts"
import { triggerKindName, triggerKinds } from "./trigger-kind.ts"
import { type TriggerSearchValues, triggerSearch } from "./trigger-search.ts"
import { WaitingTasks } from "./waiting-tasks.tsx"

const TriggerRowFragment = graphql(`
  fragment TriggerRow on Trigger {
    id
    kind
    title
    issuer
    event
    notBefore
    issuedOn
    number
    tasks(first: 20) {
      totalCount
      edges {
        node {
          ...WaitingTask
        }
      }
    }
  }
`)

const TriggerRegisterDocument = graphql(`
  query TriggerRegister($filter: TriggerFilter, $orderBy: TriggerOrder, $first: Int, $after: String) {
    triggers(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...TriggerRow
        }
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof TriggerRowFragment>

const route = getRouteApi("/van-ban-cho")
const triggersOf = (data: TriggerRegisterQuery) => data.triggers

/** The documents that tasks wait for. */
export function TriggerRegister() {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const { values, ignored } = triggerSearch.read(route.useSearch())
  const { q, kind, issued, sort } = values
  const answer = useRegister(
    TriggerRegisterDocument,
    {
      filter: { text: q, kind, issued: issued === undefined ? undefined : issued === "yes" },
      orderBy: sort ?? null,
    },
    triggersOf,
  )
  const show = (next: TriggerSearchValues, how?: { replace: boolean }) =>
    void navigate({
      to: "/van-ban-cho",
      search: triggerSearch.write(next),
      replace: how?.replace,
      resetScroll: false,
    })
  const issuedName = { yes: t`Đã ghi nhận`, no: t`Còn phải chờ` }
  return (
    <Page title={t`Văn bản chờ`} beside={<PrintButton loadAll={answer.loadAll} />}>
      <FilterBar
        ignored={ignored}
        search={
          <SearchBox
            label={t`Tìm văn bản`}
            placeholder={t`Từ khóa trong tên văn bản, cơ quan ban hành…`}
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
            name: i18n._(triggerKindName[each]),
            remove: () => show({ ...values, kind: kind?.filter((other) => other !== each) }),
          })),
          ...(issued
            ? [
                {
                  key: "issued",
                  name: issuedName[issued],
                  remove: () => show({ ...values, issued: undefined }),
                },
              ]
            : []),
        ]}
        clear={() => show({ sort })}
      >
        <ChoiceFilter
          label={t`Loại văn bản`}
          choices={triggerKinds.map((value) => ({ value, name: i18n._(triggerKindName[value]) }))}
          chosen={kind ?? []}
          onChange={(next) => show({ ...values, kind: next })}
        />
        <ChoiceFilter
          label={t`Tình trạng ban hành`}
          choices={(["no", "yes"] as const).map((value) => ({ value, name: issuedName[value] }))}
          chosen={issued ? [issued] : []}
          onChange={(next) => show({ ...values, issued: next.at(-1) })}
        />
      </FilterBar>
      <RowCount total={answer.total}>{t`${answer.total ?? 0} văn bản`}</RowCount>
      <Register
        caption={t`Danh sách văn bản mà nhiệm vụ phải chờ`}
        answer={answer}
        columns={useTriggerColumns()}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={(next) => show({ ...values, sort: next })}
        empty={<p>{t`Không có văn bản nào khớp với các điều kiện đang áp dụng.`}</p>}
      />
    </Page>
  )
}

function useTriggerColumns(): Column<Row, TriggerOrderField>[] {
  const { t, i18n } = useLingui()
  const read = (row: Row) => readFragment(TriggerRowFragment, row)
  const awaits: Record<TriggerEvent, string> = {
    ISSUED: t`được ban hành`,
    APPROVED: t`được phê duyệt`,
    IN_FORCE: t`có hiệu lực`,
    GUIDED: t`có hướng dẫn`,
  }
  return [
    { key: "kind", heading: t`Loại`, width: "7rem", cell: (row) => i18n._(triggerKindName[read(row).kind]) },
    {
      key: "title",
      heading: t`Tên văn bản, theo Kế hoạch`,
      sortField: TriggerOrderField.Title,
      cell: (row) => {
        const { id, title } = read(row)
        return (
          <Link to="/nhiem-vu" search={taskSearch.write({ trigger: [id] })} lang="vi" data-row-link>
            {title}
          </Link>
        )
      },
    },
    {
      key: "issuer",
      heading: t`Cơ quan ban hành`,
      width: "13%",
      lang: "vi",
      cell: (row) => read(row).issuer,
    },
    { key: "event", heading: t`Chờ đến khi`, width: "8rem", cell: (row) => awaits[read(row).event] },
    {
      key: "issued",
      heading: t`Đã ban hành`,
      width: "9.5rem",
      cell: (row) => {
        const { issuedOn, number, notBefore } = read(row)
        if (issuedOn)
          return (
            <>
              {number} · <PrintedDate date={issuedOn} />
            </>
          )
        return (
          <>
            <Absent>{t`chưa được ghi nhận`}</Absent>
            {notBefore && (
              <>
                {" "}
                · {t`không sớm hơn`} <PrintedDate date={notBefore} />
              </>
            )}
          </>
        )
      },
    },
    {
      key: "tasks",
      heading: t`Nhiệm vụ chờ`,
      width: "30%",
      cell: (row) => <WaitingTasks {...read(row).tasks} />,
    },
  ]
}
