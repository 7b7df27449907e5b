import { useLingui } from "@lingui/react/macro"
import type { ReactNode } from "react"
import type { FieldValues } from "react-hook-form"
import type { Failure } from "../graph/failure.ts"
import { useDraftedForm } from "./drafted-form.ts"
import { RecordForm } from "./record-form.tsx"
import { TextField } from "./text-field.tsx"
import type { UserError } from "./user-error.ts"
import type { z } from "./zod.ts"

interface ChangeFormProps<Typed extends FieldValues, Read, Payload> {
  /** Of the draft: the form and the row, e.g. "partner/0190…" */
  name: string
  schema: z.ZodType<Read, Typed>
  /** The row as it now stands. */
  standing: Typed
  send: (values: Read, idempotencyKey: string) => Promise<Payload | null>
  failure: Failure | null
  onDone: () => void
  readAgain: () => Promise<unknown>
  cancel: ReactNode
  children: ReactNode
}

/** A form that changes a row and asks why; where somebody else changed the row meanwhile, it says so at the field. */
export function ChangeForm<
  Typed extends FieldValues & { reason: string },
  Read,
  Payload extends { userErrors: readonly UserError[] },
>({ name, schema, standing, children, ...form }: ChangeFormProps<Typed, Read, Payload>) {
  const { t } = useLingui()
  const drafted = useDraftedForm(name, schema, standing)
  return (
    <RecordForm drafted={drafted} submit={t`Ghi thay đổi`} {...form}>
      {children}
      <TextField<{ reason: string }>
        name="reason"
        label={t`Lý do thay đổi`}
        description={t`Ghi vào nhật ký`}
      />
    </RecordForm>
  )
}
