import { useLingui } from "@lingui/react/macro"
import { Button, Switch } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type { InboxQuery } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedInstant } from "../calendar/printed-instant.tsx"
import { ChoiceFilter } from "../filter/choice-filter.tsx"
import { FilterBar } from "../filter/filter-bar.tsx"
import { useIdempotencyKey } from "../form/idempotency-key.ts"
import { useChange } from "../graph/change-graph.ts"
import { FailureNotice } from "../graph/failure-notice.tsx"
import { useRegister } from "../register/ask-register.ts"
import { type Column, Register } from "../register/register.tsx"
import { RowCount } from "../register/row-count.tsx"
import type { ValuesOfSearch } from "../register/search-model.ts"
import { Restricted } from "../session/restricted.tsx"
import { Page } from "../shell/page.tsx"
import styles from "./inbox.module.css"
import { inboxSearch } from "./inbox-search.ts"
import { NoticePreferences } from "./notice-preferences.tsx"
import { noticeSentence } from "./notice-sentence.ts"
import { noticeTopicName, noticeTopics } from "./notice-topic-name.ts"

const InboxRowFragment = graphql(`
  fragment InboxRow on InboxEntry {
    id
    at
    readAt
    kind
    path
    topic
    taskCodes
    indicatorCode
    number
    dueOn
    days
    overdue
    partName
    roundName
    dueSoon
  }
`)

const InboxDocument = graphql(`
  query Inbox($filter: InboxFilter, $first: Int, $after: String) {
    notifications(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...InboxRow
        }
      }
    }
  }
`)

const MarkNoticesReadDocument = graphql(`
  mutation MarkNoticesRead($input: MarkNoticesReadInput!) {
    markNoticesRead(input: $input) {
      unread
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof InboxRowFragment>
type Values = ValuesOfSearch<typeof inboxSearch>

const route = getRouteApi("/thong-bao")
const noticesOf = (data: InboxQuery) => data.notifications

/** What somebody was told, the newest first, and how they wish to be told. */
export function Inbox() {
  const { t } = useLingui()
  return (
    <Restricted to="notifications:own" title={t`Thông báo`}>
      <Notices />
    </Restricted>
  )
}

function Notices() {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const { values, ignored } = inboxSearch.read(route.useSearch())
  const { show, topic } = values
  const answer = useRegister(
    InboxDocument,
    { filter: { unread: show === "unread" ? true : null, topic } },
    noticesOf,
  )
  const { markRead, running, failure } = useMarkRead()
  const change = (next: Values) =>
    void navigate({ to: "/thong-bao", search: inboxSearch.write(next), resetScroll: false })
  const read = (row: Row) => readFragment(InboxRowFragment, row)
  const columns: Column<Row, never>[] = [
    {
      key: "notice",
      heading: t`Thông báo`,
      cell: (row) => <NoticeCell {...read(row)} onRead={() => void markRead([row.id])} />,
    },
    {
      key: "topic",
      heading: t`Về việc`,
      width: "22%",
      cell: (row) => i18n._(noticeTopicName[read(row).topic]),
    },
    { key: "at", heading: t`Lúc`, width: "12rem", cell: (row) => <PrintedInstant instant={read(row).at} /> },
  ]
  const filtered = show !== undefined || topic !== undefined
  return (
    <Page
      title={t`Thông báo`}
      beside={
        <Button variant="default" loading={running} onClick={() => void markRead(null)}>
          {t`Đánh dấu tất cả đã đọc`}
        </Button>
      }
    >
      {failure && <FailureNotice failure={failure} partial={false} retry={() => void markRead(null)} />}
      <FilterBar
        ignored={ignored}
        search={
          <Switch
            label={t`Chỉ thông báo chưa đọc`}
            checked={show === "unread"}
            onChange={(event) =>
              change({ ...values, show: event.currentTarget.checked ? "unread" : undefined })
            }
          />
        }
        set={(topic ?? []).map((each) => ({
          key: each,
          name: i18n._(noticeTopicName[each]),
          remove: () => change({ ...values, topic: topic?.filter((other) => other !== each) }),
        }))}
        clear={() => change({ show })}
      >
        <ChoiceFilter
          label={t`Về việc`}
          choices={noticeTopics.map((value) => ({ value, name: i18n._(noticeTopicName[value]) }))}
          chosen={topic ?? []}
          onChange={(next) => change({ ...values, topic: next })}
        />
      </FilterBar>
      <RowCount total={answer.total}>{t`${answer.total ?? 0} thông báo`}</RowCount>
      <Register
        caption={t`Thông báo gửi đến bạn`}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          filtered ? (
            <p>{t`Không có thông báo nào khớp với các điều kiện đang áp dụng.`}</p>
          ) : (
            <p>{t`Chưa có thông báo nào. Việc liên quan đến bạn sẽ hiện ở đây ngay khi xảy ra.`}</p>
          )
        }
      />
      <NoticePreferences />
    </Page>
  )
}

interface NoticeCellProps {
  kind: string
  path: string
  readAt?: string | null
  taskCodes: readonly string[]
  indicatorCode?: string | null
  number?: string | null
  dueOn?: string | null
  days?: number | null
  overdue: readonly string[]
  dueSoon: readonly string[]
  onRead: () => void
}

function NoticeCell({ onRead, readAt, path, ...facts }: NoticeCellProps) {
  const { t, i18n } = useLingui()
  const sentence = noticeSentence(i18n, facts)
  const unread = readAt == null
  const taken = () => unread && onRead()
  return (
    <div className={styles.notice} data-unread={unread}>
      {unread && <span className={styles.mark}>{t`Mới`}</span>}
      <Link to={path} data-row-link onClick={taken}>
        {sentence}
      </Link>
      <TaskLinks name={t`Quá hạn`} codes={facts.overdue} />
      <TaskLinks name={t`Sắp đến hạn`} codes={facts.dueSoon} />
      {unread && (
        <button type="button" className={styles.read} onClick={onRead}>
          {t`Đánh dấu đã đọc`}
          <span className="for-readers">: {sentence}</span>
        </button>
      )}
    </div>
  )
}

function TaskLinks({ name, codes }: { name: string; codes: readonly string[] }) {
  if (codes.length === 0) return null
  return (
    <p className={styles.codes}>
      {name}:{" "}
      {codes.map((code) => (
        <Link key={code} to="/nhiem-vu/$code" params={{ code }}>
          {code}
        </Link>
      ))}
    </p>
  )
}

function useMarkRead() {
  const keyFor = useIdempotencyKey()
  const { change, running, failure } = useChange(MarkNoticesReadDocument, [
    "notifications",
    "unreadNotifications",
  ])
  return {
    running,
    failure,
    /** @param ids null: all */
    markRead: (ids: string[] | null) =>
      change({ input: { idempotencyKey: keyFor({ ids, at: ids === null ? Date.now() : null }), ids } }),
  }
}
