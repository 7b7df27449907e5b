import { useLingui } from "@lingui/react/macro"
import { TextInput } from "@mantine/core"
import { useNavigate } from "@tanstack/react-router"
import { type RefObject, useState } from "react"
import { graphql } from "../__generated__/index.ts"
import { today } from "../calendar/today.ts"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import { useChange } from "../graph/change-graph.ts"

const EndAssignmentDocument = graphql(`
  mutation EndAssignment($input: EndAssignmentInput!) {
    endAssignment(input: $input) {
      assignment {
        id
        version
        validTo
        active
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

interface EndDialogProps {
  dialog: RefObject<HTMLDialogElement | null>
  assignment: { id: string; version: number; name: string; validFrom: string }
}

/** Ends a person's assignment with a day. */
export function EndDialog({ dialog, assignment: { id, version, name, validFrom } }: EndDialogProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { change, failure } = useChange(EndAssignmentDocument, ["assignments", "assignment"])
  const [lastDay, setLastDay] = useState(today)
  return (
    <ConfirmDialog
      dialog={dialog}
      title={t`Kết thúc phân công của ${name}`}
      reason="NEEDED"
      confirm={t`Kết thúc`}
      failure={failure}
      about={{ version, lastDay }}
      send={async (reason, idempotencyKey) =>
        (await change({ input: { id, version, lastDay, reason, idempotencyKey } }))?.endAssignment ?? null
      }
      onDone={() => lastDay < validFrom && void navigate({ to: "/phan-cong" })}
    >
      <TextInput
        type="date"
        label={t`Ngày cuối cùng`}
        description={t`Trước ngày bắt đầu: phân công được rút lại như chưa từng có`}
        required
        value={lastDay}
        onChange={(event) => setLastDay(event.currentTarget.value || today())}
      />
    </ConfirmDialog>
  )
}
