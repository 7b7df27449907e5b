import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useRef } from "react"
import type { AgencyChangeRegisterQuery, AgencyChangeRowFragment } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import { useChange } from "../graph/change-graph.ts"
import { useRegister } from "../register/ask-register.ts"
import { type Column, Register } from "../register/register.tsx"
import { RowCount } from "../register/row-count.tsx"
import { useMay } from "../session/permission.ts"
import { ActionLink } from "../shell/action-link.tsx"
import { Page } from "../shell/page.tsx"
import styles from "./agency-change.module.css"
import { ChangeDocument } from "./change-document.tsx"
import { changeKindName } from "./change-names.ts"
import { CHANGED_WITH } from "./changed-with.ts"

const AgencyChangeRowDocument = graphql(`
  fragment AgencyChangeRow on AgencyChange {
    id
    version
    kind
    effectiveOn
    revokedAt
    revocationReason
    ...ChangeDocument
    predecessors {
      id
      code
      name
    }
    successors {
      id
      code
      name
    }
    rest {
      id
      name
    }
    allocations {
      kind
      to {
        id
        name
      }
    }
    joined {
      id
      code
      name
    }
    left {
      id
      code
      name
    }
  }
`)

const AgencyChangeRegisterDocument = graphql(`
  query AgencyChangeRegister($first: Int, $after: String) {
    agencyChanges(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...AgencyChangeRow
        }
      }
    }
  }
`)

const RevokeAgencyChangeDocument = graphql(`
  mutation RevokeAgencyChange($input: RevokeAgencyChangeInput!) {
    revokeAgencyChange(input: $input) {
      change {
        id
        version
        revokedAt
        revocationReason
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof AgencyChangeRowDocument>

const changesOf = (data: AgencyChangeRegisterQuery) => data.agencyChanges

/** Mergers, splits, renamings … that were recorded, each with its document. */
export function ChangeRegister() {
  const { t, i18n } = useLingui()
  const mayRecord = useMay("agencies:write")
  const answer = useRegister(AgencyChangeRegisterDocument, {}, changesOf)
  const read = (row: Row) => readFragment(AgencyChangeRowDocument, row)
  const columns: Column<Row, never>[] = [
    {
      key: "effectiveOn",
      heading: t`Từ ngày`,
      width: "8rem",
      cell: (row) => <PrintedDate date={read(row).effectiveOn} />,
    },
    {
      key: "kind",
      heading: t`Hình thức`,
      width: "12rem",
      cell: (row) => {
        const { kind, revokedAt, revocationReason } = read(row)
        return (
          <>
            {i18n._(changeKindName[kind])}
            {revokedAt && (
              <p className={styles.soft}>
                {t`đã hủy:`} <span lang="vi">{revocationReason}</span>
              </p>
            )}
          </>
        )
      },
    },
    {
      key: "bodies",
      heading: t`Cơ quan`,
      cell: (row) => (
        <>
          <Bodies bodies={read(row).predecessors} />
          {read(row).predecessors.length > 0 && <span> → </span>}
          {read(row).successors.length === 0 ? (
            t`không cơ quan nào`
          ) : (
            <Bodies bodies={read(row).successors} />
          )}
          <Division change={read(row)} />
        </>
      ),
    },
    {
      key: "document",
      heading: t`Văn bản`,
      width: "26%",
      cell: (row) => <ChangeDocument change={read(row)} />,
    },
    ...(mayRecord
      ? [
          {
            key: "actions",
            heading: t`Thao tác`,
            width: "7rem",
            cell: (row: Row) => read(row).revokedAt == null && <Revoke change={read(row)} />,
          },
        ]
      : []),
  ]
  return (
    <Page
      title={t`Sắp xếp cơ quan`}
      above={<Link to="/co-quan">{t`Cơ quan`}</Link>}
      beside={mayRecord && <ActionLink to="/co-quan/sap-xep/moi">{t`Ghi sắp xếp`}</ActionLink>}
    >
      <RowCount total={answer.total}>{t`${answer.total ?? 0} lần sắp xếp đã ghi, mới nhất trước`}</RowCount>
      <Register
        caption={t`Các lần sắp xếp cơ quan đã ghi`}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          <p>{t`Chưa ghi lần sắp xếp nào. Những lần mà Kế hoạch và danh bạ đã biết nằm ở trang của từng cơ quan.`}</p>
        }
      />
    </Page>
  )
}

/** What went to one of several by name, and who joined and left a group. */
function Division({ change: { rest, allocations, joined, left } }: { change: AgencyChangeRowFragment }) {
  const { t } = useLingui()
  const byBody = Map.groupBy(allocations, ({ to }) => to.name)
  return (
    <>
      {[...byBody].map(([name, given]) => (
        <p key={name} className={styles.soft} lang="vi">
          {t`Giao riêng cho ${name}: ${given.length} việc`}
        </p>
      ))}
      {rest && <p className={styles.soft} lang="vi">{t`Phần còn lại: ${rest.name}`}</p>}
      {joined.length > 0 && (
        <p className={styles.soft}>
          {t`Vào nhóm:`} <Bodies bodies={joined} />
        </p>
      )}
      {left.length > 0 && (
        <p className={styles.soft}>
          {t`Ra khỏi nhóm:`} <Bodies bodies={left} />
        </p>
      )}
    </>
  )
}

function Bodies({ bodies }: { bodies: readonly { id: string; code: string; name: string }[] }) {
  return bodies.map(({ id, code, name }, place) => (
    <span key={id}>
      {place > 0 && "; "}
      <Link to="/co-quan/$code" params={{ code }} lang="vi">
        {name}
      </Link>
    </span>
  ))
}

/** Takes back what was recorded by mistake. */
function Revoke({ change: { id, version, effectiveOn } }: { change: AgencyChangeRowFragment }) {
  const { t } = useLingui()
  const dialog = useRef<HTMLDialogElement>(null)
  const { change, failure } = useChange(RevokeAgencyChangeDocument, CHANGED_WITH)
  return (
    <>
      <Button variant="default" size="xs" onClick={() => dialog.current?.showModal()}>
        {t`Hủy`}
      </Button>
      <ConfirmDialog
        dialog={dialog}
        title={t`Hủy lần sắp xếp đã ghi nhầm`}
        reason="NEEDED"
        confirm={t`Hủy lần sắp xếp`}
        failure={failure}
        about={{ id, version }}
        send={async (reason, idempotencyKey) =>
          (await change({ input: { id, version, reason, idempotencyKey } }))?.revokeAgencyChange ?? null
        }
        onDone={() => undefined}
      >
        <p>
          {t`Cơ quan đã kết thúc sẽ tiếp tục như chưa có lần sắp xếp từ ngày`}{" "}
          <PrintedDate date={effectiveOn} />
          {". "}
          {t`Nhật ký vẫn giữ cả hai lần ghi.`}
        </p>
      </ConfirmDialog>
    </>
  )
}
