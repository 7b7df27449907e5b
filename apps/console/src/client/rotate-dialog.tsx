import { useLingui } from "@lingui/react/macro"
import { NativeSelect } from "@mantine/core"
import { type RefObject, useState } from "react"
import { graphql } from "../__generated__/index.ts"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import { useChange } from "../graph/change-graph.ts"

const RotateSecretDocument = graphql(`
  mutation RotateSecret($input: RotateApiClientSecretInput!) {
    rotateApiClientSecret(input: $input) {
      client {
        id
        version
      }
      secret
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

interface RotateDialogProps {
  dialog: RefObject<HTMLDialogElement | null>
  client: { id: string; version: number; name: string }
  /** @param secret the new one; null where it was told already */
  onDone: (secret: string | null) => void
}

/** Gives a system a new secret, the former one working on for a while. */
export function RotateDialog({ dialog, client: { id, version, name }, onDone }: RotateDialogProps) {
  const { t } = useLingui()
  const { change, failure } = useChange(RotateSecretDocument, [])
  const [hours, setHours] = useState(24)
  return (
    <ConfirmDialog
      dialog={dialog}
      title={t`Đổi mã bí mật của “${name}”`}
      reason="WELCOME"
      confirm={t`Tạo mã mới`}
      failure={failure}
      about={{ version, hours }}
      send={async (reason, idempotencyKey) =>
        (await change({ input: { id, version, keepFormerForHours: hours, reason, idempotencyKey } }))
          ?.rotateApiClientSecret ?? null
      }
      onDone={({ secret }) => onDone(secret ?? null)}
    >
      <NativeSelect
        label={t`Mã đang dùng còn hiệu lực thêm`}
        description={t`Để đơn vị chủ quản kịp thay mã; chọn “hết hiệu lực ngay” nếu mã đã lộ`}
        value={hours}
        onChange={(event) => setHours(Number(event.currentTarget.value))}
      >
        <option value={0}>{t`hết hiệu lực ngay`}</option>
        <option value={24}>{t`1 ngày`}</option>
        <option value={72}>{t`3 ngày`}</option>
        <option value={168}>{t`7 ngày`}</option>
      </NativeSelect>
    </ConfirmDialog>
  )
}
