import { useLingui } from "@lingui/react/macro"
import type { RefObject } from "react"
import { graphql } from "../__generated__/index.ts"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import { useChange } from "../graph/change-graph.ts"

const RevokeClientDocument = graphql(`
  mutation RevokeClient($input: RevokeApiClientInput!) {
    revokeApiClient(input: $input) {
      client {
        id
        version
        state
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

interface RevokeDialogProps {
  dialog: RefObject<HTMLDialogElement | null>
  client: { id: string; version: number; name: string }
  onDone: () => void
}

/** Takes a system's credentials away for good. */
export function RevokeDialog({ dialog, client: { id, version, name }, onDone }: RevokeDialogProps) {
  const { t } = useLingui()
  const { change, failure } = useChange(RevokeClientDocument, ["apiClients"])
  return (
    <ConfirmDialog
      dialog={dialog}
      title={t`Thu hồi quyền của “${name}”`}
      reason="NEEDED"
      confirm={t`Thu hồi`}
      failure={failure}
      about={{ version }}
      send={async (reason, idempotencyKey) =>
        (await change({ input: { id, version, reason: reason ?? "", idempotencyKey } }))?.revokeApiClient ??
        null
      }
      onDone={onDone}
    >
      <p>{t`Hệ thống này không hỏi được gì nữa trong vòng một phút. Việc thu hồi là vĩnh viễn; muốn dùng lại phải đăng ký mới.`}</p>
    </ConfirmDialog>
  )
}
