import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { TriggerOrderField, type TriggerRegisterQuery } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import type { OnDay } from "../calendar/day-search.ts"
import { DayChoice, OtherDayNotice } from "../calendar/past-day.tsx"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { today } from "../calendar/today.ts"
import { Absent } from "../facts/facts.tsx"
import { ChoiceFilter } from "../filter/choice-filter.tsx"
import { FilterBar } from "../filter/filter-bar.tsx"
import { PrintButton } from "../filter/print-button.tsx"
import { SearchBox } from "../filter/search-box.tsx"
import { useRegister } from "../register/ask-register.ts"
import { type Column, Register } from "../register/register.tsx"
import { RowCount } from "../register/row-count.tsx"
import { useMay } from "../session/permission.ts"
import { DocumentWatch } from "./document-watch.tsx"
import { DocumentsPage } from "./documents-page.tsx"
import { triggerKindName, triggerKinds } from "./trigger-kind.ts"
import { triggerEventName } from "./trigger-names.ts"
import { type TriggerSearchValues, triggerSearch } from "./trigger-search.ts"
import { waitingDays } from "./waiting-days.ts"
import { WaitingTasks } from "./waiting-tasks.tsx"

const TriggerRowFragment = graphql(`
  fragment TriggerRow on Trigger {
    id
    kind
    title
    issuer
    event
    notBefore
    waitingSince
    document(asOf: $asOf) {
      number
      issuedOn
      effectiveOn
      end {
        on
      }
    }
    merged {
      id
    }
    ...DocumentWatch @include(if: $recording)
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
  query TriggerRegister(
    $filter: TriggerFilter
    $orderBy: TriggerOrder
    $first: Int
    $after: String
    $recording: Boolean!
    $asOf: Date
  ) {
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
  const { q, kind, issued, mine, asOf, sort } = values
  const recording = useMay("documents:write")
  const answer = useRegister(
    TriggerRegisterDocument,
    {
      filter: {
        text: q,
        kind,
        issued: issued === undefined ? undefined : issued === "yes",
        asOf,
        watchedByMe: recording ? mine : undefined,
      },
      orderBy: sort ?? { field: TriggerOrderField.Attention },
      recording,
      asOf: asOf ?? null,
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
    <DocumentsPage
      title={t`Văn bản chờ`}
      beside={
        <>
          <DayChoice asOf={asOf} onChange={(day) => show({ ...values, asOf: day })} />
          <PrintButton answer={answer} />
        </>
      }
    >
      <OtherDayNotice asOf={asOf} onChange={(day) => show({ ...values, asOf: day })} />
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
          ...(mine && recording
            ? [
                {
                  key: "mine",
                  name: t`Tôi theo dõi`,
                  remove: () => show({ ...values, mine: undefined }),
                },
              ]
            : []),
        ]}
        clear={() => show({ asOf, sort })}
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
        {recording && (
          <ChoiceFilter
            label={t`Người theo dõi`}
            choices={[{ value: "mine", name: t`Tôi theo dõi` }]}
            chosen={mine ? ["mine"] : []}
            onChange={(next) => show({ ...values, mine: next.length > 0 ? true : undefined })}
          />
        )}
      </FilterBar>
      <RowCount total={answer.total}>{t`${answer.total ?? 0} văn bản`}</RowCount>
      <Register
        caption={t`Danh sách văn bản mà nhiệm vụ phải chờ`}
        answer={answer}
        columns={useTriggerColumns({ recording, asOf })}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={(next) => show({ ...values, sort: next })}
        empty={<p>{t`Không có văn bản nào khớp với các điều kiện đang áp dụng.`}</p>}
      />
    </DocumentsPage>
  )
}

function useTriggerColumns({
  recording,
  asOf,
}: { recording: boolean } & OnDay): Column<Row, TriggerOrderField>[] {
  const { t, i18n } = useLingui()
  const read = (row: Row) => readFragment(TriggerRowFragment, row)
  return [
    {
      key: "kind",
      heading: t`Loại`,
      width: "6.5rem",
      cell: (row) => i18n._(triggerKindName[read(row).kind]),
    },
    {
      key: "title",
      heading: t`Tên văn bản, theo Kế hoạch`,
      sortField: TriggerOrderField.Title,
      cell: (row) => {
        const { id, title, merged } = read(row)
        return (
          <>
            <Link to="/van-ban-cho/$id" params={{ id }} lang="vi" data-row-link>
              {title}
            </Link>
            {merged.length > 0 && (
              <>
                {" "}
                <Absent>{t`đã gộp ${merged.length} văn bản khác`}</Absent>
              </>
            )}
          </>
        )
      },
    },
    {
      key: "issuer",
      heading: t`Cơ quan ban hành`,
      width: "11%",
      cell: (row) => {
        const { issuer } = read(row)
        return issuer ? <span lang="vi">{issuer}</span> : <Absent>{t`Kế hoạch không nêu`}</Absent>
      },
    },
    {
      key: "event",
      heading: t`Chờ đến khi`,
      width: "6.5rem",
      cell: (row) => i18n._(triggerEventName[read(row).event]),
    },
    {
      key: "issued",
      heading: t`Đã ban hành`,
      width: "9.5rem",
      cell: (row) => <Issued row={row} asOf={asOf} />,
    },
    ...(recording
      ? [
          {
            key: "watch",
            heading: t`Theo dõi`,
            width: "12rem",
            cell: (row: Row) => {
              const document = read(row)
              return <DocumentWatch document={document} />
            },
          },
        ]
      : []),
    {
      key: "tasks",
      heading: t`Nhiệm vụ chờ`,
      width: recording ? "20%" : "27%",
      cell: (row) => <WaitingTasks {...read(row).tasks} />,
    },
  ]
}

/** Whether a document was recorded, and how long it was waited for. */
function Issued({ row, asOf }: { row: Row } & OnDay) {
  const { t } = useLingui()
  const { notBefore, waitingSince, document } = readFragment(TriggerRowFragment, row)
  if (document)
    return (
      <>
        {document.number} · <PrintedDate date={document.issuedOn} />
        {document.effectiveOn && (
          <>
            {"; "}
            {t`hiệu lực`} <PrintedDate date={document.effectiveOn} />
          </>
        )}
        {document.end && (
          <>
            {"; "}
            {t`hết hiệu lực`} <PrintedDate date={document.end.on} />
          </>
        )}
      </>
    )
  const days = waitingSince ? waitingDays(waitingSince, asOf ?? today()) : null
  return (
    <>
      <Absent>{t`chưa được ghi nhận`}</Absent>
      {days !== null && <p>{t`chờ ${days} ngày`}</p>}
      {notBefore && (
        <p>
          {t`không sớm hơn`} <PrintedDate date={notBefore} />
        </p>
      )}
    </>
  )
}
