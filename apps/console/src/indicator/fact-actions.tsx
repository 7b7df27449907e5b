import type { TypedDocumentNode } from "@apollo/client"
import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useRef } from "react"
import type { PublishRecordInput, WithdrawRecordInput } from "../__generated__/graphql.ts"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import type { UserError } from "../form/user-error.ts"
import { useChange } from "../graph/change-graph.ts"
import { useMay } from "../session/permission.ts"
import { OUTDATED } from "./recording-page.tsx"

/** A mutation that answers with errors or nothing that matters here. */
interface FactMutation<Data, Input> {
  document: TypedDocumentNode<Data, { input: Input }>
  answerOf: (data: Data) => { userErrors: readonly UserError[] }
}

interface FactActionsProps<Published, Withdrawn> {
  row: { id: string; version: number; publishedAt?: string | null | undefined }
  /** What people call the row. */
  name: string
  publication: FactMutation<Published, PublishRecordInput>
  withdrawal: FactMutation<Withdrawn, WithdrawRecordInput>
}

/** What can be done with what was recorded, besides correcting it: shown to the public, hidden again, withdrawn. */
export function FactActions<Published, Withdrawn>(props: FactActionsProps<Published, Withdrawn>) {
  const { row, name, publication, withdrawal } = props
  const { t } = useLingui()
  const { id, version } = row
  const published = row.publishedAt != null
  const publishing = useRef<HTMLDialogElement>(null)
  const withdrawing = useRef<HTMLDialogElement>(null)
  const publish = useChange(publication.document, OUTDATED)
  const withdraw = useChange(withdrawal.document, OUTDATED)
  const mayPublish = useMay("observations:write")
  const publishWords = published ? t`Ngừng công khai` : t`Công khai`
  return (
    <>
      {mayPublish && (
        <Button
          variant="default"
          size="xs"
          fz="sm"
          h="2rem"
          aria-label={`${publishWords}: ${name}`}
          onClick={() => publishing.current?.showModal()}
        >
          {publishWords}
        </Button>
      )}
      {(mayPublish || !published) && (
        <Button
          variant="default"
          size="xs"
          fz="sm"
          h="2rem"
          aria-label={`${t`Rút`}: ${name}`}
          onClick={() => withdrawing.current?.showModal()}
        >
          {t`Rút`}
        </Button>
      )}
      <ConfirmDialog
        dialog={publishing}
        title={published ? t`Ngừng công khai “${name}”` : t`Công khai “${name}”`}
        reason="WELCOME"
        confirm={publishWords}
        failure={publish.failure}
        about={{ id, version, published }}
        send={async (reason, idempotencyKey) => {
          const input = { id, version, published: !published, reason, idempotencyKey }
          const answer = await publish.change({ input })
          return answer === null ? null : publication.answerOf(answer)
        }}
        onDone={() => undefined}
      >
        <p>
          {published
            ? t`Người xem không đăng nhập sẽ không thấy mục này nữa, kể cả bản trước khi đính chính.`
            : t`Ai cũng xem được mục này, không cần đăng nhập.`}
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        dialog={withdrawing}
        title={t`Rút “${name}”`}
        reason="NEEDED"
        confirm={t`Rút`}
        failure={withdraw.failure}
        about={{ id, version }}
        send={async (reason, idempotencyKey) => {
          const answer = await withdraw.change({ input: { id, version, reason, idempotencyKey } })
          return answer === null ? null : withdrawal.answerOf(answer)
        }}
        onDone={() => undefined}
      >
        <p>{t`Từ hôm nay mục này không còn được dùng; đánh giá của những ngày trước vẫn như cũ.`}</p>
      </ConfirmDialog>
    </>
  )
}
