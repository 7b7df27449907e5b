import type { TypedDocumentNode } from "@apollo/client"
import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useRef } from "react"
import type { CooperationRecordKind, WithdrawInput } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import type { UserError } from "../form/user-error.ts"
import { useChange } from "../graph/change-graph.ts"

const SetPublishedDocument = graphql(`
  mutation SetPublished($input: SetPublishedInput!) {
    setPublished(input: $input) {
      partner {
        id
        version
        publishedAt
      }
      agreement {
        id
        version
        publishedAt
      }
      activity {
        id
        version
        publishedAt
      }
      expert {
        id
        version
        publishedAt
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

interface RecordActionsProps<Withdrawn> {
  kind: CooperationRecordKind
  row: { id: string; version: number; publishedAt?: string | null | undefined }
  /** What people call the row. */
  name: string
  /** Takes a row of this kind out of every list. */
  withdrawal: TypedDocumentNode<Withdrawn, { input: WithdrawInput }>
  errorsOf: (withdrawn: Withdrawn) => { userErrors: readonly UserError[] }
  /** The root fields of this kind. */
  outdated: readonly string[]
  onWithdrawn: () => void
}

/** What can be done with a row besides changing it: shown to the public, hidden again, withdrawn. */
export function RecordActions<Withdrawn>(props: RecordActionsProps<Withdrawn>) {
  const { kind, row, name, withdrawal, errorsOf, outdated, onWithdrawn } = props
  const { t } = useLingui()
  const { id, version } = row
  const published = row.publishedAt != null
  const publishing = useRef<HTMLDialogElement>(null)
  const withdrawing = useRef<HTMLDialogElement>(null)
  const publication = useChange(SetPublishedDocument, outdated)
  const withdraw = useChange(withdrawal, outdated)
  return (
    <>
      <Button variant="default" size="xs" onClick={() => publishing.current?.showModal()}>
        {published ? t`Ngừng công khai` : t`Công khai`}
      </Button>
      <Button variant="default" size="xs" onClick={() => withdrawing.current?.showModal()}>
        {t`Rút`}
      </Button>
      <ConfirmDialog
        dialog={publishing}
        title={published ? t`Ngừng công khai “${name}”` : t`Công khai “${name}”`}
        reason="WELCOME"
        confirm={published ? t`Ngừng công khai` : t`Công khai`}
        failure={publication.failure}
        about={{ version, published }}
        send={async (reason, idempotencyKey) => {
          const input = { kind, id, version, published: !published, reason, idempotencyKey }
          return (await publication.change({ input }))?.setPublished ?? null
        }}
        onDone={() => undefined}
      >
        <p>
          {published
            ? t`Người xem không đăng nhập sẽ không thấy mục này nữa.`
            : t`Ai cũng xem được mục này, không cần đăng nhập.`}
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        dialog={withdrawing}
        title={t`Rút “${name}”`}
        reason="NEEDED"
        confirm={t`Rút`}
        failure={withdraw.failure}
        about={{ version }}
        send={async (reason, idempotencyKey) => {
          const withdrawn = await withdraw.change({ input: { id, version, reason, idempotencyKey } })
          return withdrawn === null ? null : errorsOf(withdrawn)
        }}
        onDone={onWithdrawn}
      >
        <p>{t`Mục này biến mất khỏi mọi danh sách; nhật ký vẫn giữ nội dung đã ghi.`}</p>
      </ConfirmDialog>
    </>
  )
}
