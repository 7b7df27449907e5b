import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useRef, useState } from "react"
import { graphql } from "../__generated__/index.ts"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import type { UserError } from "../form/user-error.ts"
import { useChange } from "../graph/change-graph.ts"
import { FailureNotice } from "../graph/failure-notice.tsx"
import { type DocumentPreview, usePreview } from "./ask-preview.ts"
import { RECORDED_WITH } from "./recorded-with.ts"
import { StartEffects } from "./start-effects.tsx"

const RevokeDocumentDocument = graphql(`
  mutation RevokeDocument($input: RevokeDocumentInput!) {
    revokeDocument(input: $input) {
      trigger {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

/** Takes back that a document was issued, after showing what that does. */
export function RevokeButton({ id, version }: { id: string; version: number }) {
  const { t } = useLingui()
  const dialog = useRef<HTMLDialogElement>(null)
  const { ask, failure: previewFailure } = usePreview()
  const { change, failure } = useChange(RevokeDocumentDocument, RECORDED_WITH)
  const [preview, setPreview] = useState<DocumentPreview | null>(null)
  const [errors, setErrors] = useState<readonly UserError[]>([])
  async function open() {
    const answer = await ask({ id, version, document: null })
    setErrors(answer?.userErrors ?? [])
    if (!answer?.preview) return
    setPreview(answer.preview)
    dialog.current?.showModal()
  }
  return (
    <>
      <Button variant="default" size="xs" onClick={() => void open()}>
        {t`Gỡ ghi nhận`}
      </Button>
      {errors.map(({ reason, message }) => (
        <p key={reason} role="alert" lang="vi">
          {message}
        </p>
      ))}
      {previewFailure && <FailureNotice failure={previewFailure} partial={false} retry={() => void open()} />}
      <ConfirmDialog
        dialog={dialog}
        title={t`Gỡ ghi nhận đã ban hành`}
        reason="NEEDED"
        confirm={t`Gỡ ghi nhận`}
        about={{ version, token: preview?.token }}
        failure={failure}
        send={async (reason, idempotencyKey) => {
          const input = { id, version, preview: preview?.token ?? "", reason, idempotencyKey }
          return (await change({ input }))?.revokeDocument ?? null
        }}
        onDone={() => undefined}
      >
        <p>{t`Dùng khi đã ghi nhầm: văn bản chưa được ban hành.`}</p>
        {preview && <StartEffects preview={preview} />}
      </ConfirmDialog>
    </>
  )
}
