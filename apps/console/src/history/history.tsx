import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type { HistoryEntryFragment, HistoryQuery } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedInstant } from "../calendar/printed-instant.tsx"
import { PrintButton } from "../filter/print-button.tsx"
import { useRegister } from "../register/ask-register.ts"
import { type Column, Register } from "../register/register.tsx"
import { RowCount } from "../register/row-count.tsx"
import { Restricted } from "../session/restricted.tsx"
import { roleName } from "../session/role-name.ts"
import { Page } from "../shell/page.tsx"
import { ChangesOfEntry } from "./changes-of-entry.tsx"
import styles from "./history.module.css"
import { HistoryFilters } from "./history-filters.tsx"
import { actionName, actorKindName, entityName, wholeActionName } from "./history-names.ts"
import { historySearch } from "./history-search.ts"

const HistoryEntryDocument = graphql(`
  fragment HistoryEntry on AuditEntry {
    id
    at
    actor
    actorKind
    actorName
    actorRole
    address
    action
    entity
    entityId
    service
    reason
    requestId
    ...ChangesOfEntry
  }
`)

const HistoryDocument = graphql(`
  query History($filter: AuditFilter, $first: Int, $after: String) {
    auditEntries(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...HistoryEntry
        }
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof HistoryEntryDocument>

const route = getRouteApi("/nhat-ky")
const entriesOf = (data: HistoryQuery) => data.auditEntries

/** Every change, sign-in and credential event, for whoever looks after the rest. */
export function History() {
  const { t } = useLingui()
  return (
    <Restricted to="audit:read" title={t`Nhật ký`}>
      <Entries />
    </Restricted>
  )
}

function Entries() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { values, ignored } = historySearch.read(route.useSearch())
  const { q, service, actor, action, entity, entityId, from, to } = values
  const answer = useRegister(
    HistoryDocument,
    {
      filter: {
        text: q,
        service,
        actor,
        action: action === undefined ? undefined : [action],
        entity: entity === undefined ? undefined : [entity],
        entityId,
        from,
        to,
      },
    },
    entriesOf,
  )
  const read = (row: Row) => readFragment(HistoryEntryDocument, row)
  const columns: Column<Row, never>[] = [
    {
      key: "at",
      heading: t`Thời điểm`,
      width: "10rem",
      cell: (row) => <PrintedInstant instant={read(row).at} />,
    },
    { key: "actor", heading: t`Người thực hiện`, width: "24%", cell: (row) => <Actor entry={read(row)} /> },
    { key: "action", heading: t`Việc`, width: "24%", cell: (row) => <Deed entry={read(row)} /> },
    {
      key: "content",
      heading: t`Nội dung`,
      cell: (row) => {
        const entry = read(row)
        return (
          <>
            {entry.reason && <p className={styles.reason}>{t`Lý do: ${entry.reason}`}</p>}
            <ChangesOfEntry entry={entry} />
            {entry.requestId && (
              <p className={styles.small}>
                {t`Mã yêu cầu`} <code>{entry.requestId}</code>
              </p>
            )}
          </>
        )
      },
    },
  ]
  const narrowed = Object.keys(values).length > 0
  return (
    <Page title={t`Nhật ký`} beside={<PrintButton answer={answer} />}>
      <HistoryFilters
        values={values}
        ignored={ignored}
        onChange={(next, how) =>
          void navigate({
            to: "/nhat-ky",
            search: historySearch.write(next),
            replace: how?.replace,
            resetScroll: false,
          })
        }
      />
      <RowCount total={answer.total}>{t`${answer.total ?? 0} mục nhật ký, mới nhất trước`}</RowCount>
      <Register
        caption={t`Các thay đổi, lần đăng nhập và việc cấp quyền, mới nhất trước`}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          narrowed ? (
            <p>{t`Không có mục nhật ký nào khớp với các điều kiện đang áp dụng.`}</p>
          ) : (
            <p>{t`Chưa có mục nhật ký nào.`}</p>
          )
        }
      />
    </Page>
  )
}

/** Who did it, in which role, from where; leads to all that the same one did. */
function Actor({ entry }: { entry: HistoryEntryFragment }) {
  const { t, i18n } = useLingui()
  const { actor, actorName, actorKind, actorRole, address } = entry
  return (
    <>
      <Link to="/nhat-ky" search={historySearch.write({ actor })} data-row-link>
        {actorName ?? actor}
      </Link>
      <p className={styles.small}>{i18n._(actorRole ? roleName[actorRole] : actorKindName[actorKind])}</p>
      {address && <p className={styles.small}>{t`Địa chỉ ${address}`}</p>}
    </>
  )
}

/** What was done to what; leads to all that happened to the same thing. */
function Deed({ entry }: { entry: HistoryEntryFragment }) {
  const { i18n } = useLingui()
  const { action, entity, entityId } = entry
  const whole = wholeActionName[action]
  const deed = actionName[action.split(".").at(-1) ?? action]
  const thing = entityName[entity]
  return (
    <>
      {whole ? i18n._(whole) : deed ? `${i18n._(deed)} ${thing ? i18n._(thing) : entity}` : action}
      <p className={styles.small}>
        <Link to="/nhat-ky" search={historySearch.write({ entity, entityId })}>
          <code>
            {entity} {entityId}
          </code>
        </Link>
      </p>
    </>
  )
}
