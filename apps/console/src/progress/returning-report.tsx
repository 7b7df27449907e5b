import { useLingui } from "@lingui/react/macro"
import { Button, Textarea } from "@mantine/core"
import { useEffect, useRef, useState } from "react"
import { graphql } from "../__generated__/index.ts"
import { useDraftedForm } from "../form/drafted-form.ts"
import formStyles from "../form/form.module.css"
import { RestoredDraft } from "../form/restored-draft.tsx"
import type { UserError } from "../form/user-error.ts"
import { useChange } from "../graph/change-graph.ts"
import { FailureNotice } from "../graph/failure-notice.tsx"
import progressStyles from "./progress.module.css"
import { reportFieldName, reportFields } from "./progress-names.ts"
import { type Reasons, returnDraftName, returnReasons } from "./return-reasons.ts"
import styles from "./verification.module.css"

const ReturnReportDocument = graphql(`
  mutation ReturnReport($input: ReturnReportInput!) {
    returnReport(input: $input) {
      report {
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

/** What an answer to a report is given. */
export interface AnsweringProps {
  report: { id: string; version: number }
  /** It was recorded. */
  onDone: () => void
  /** Asks for the report as it now stands: the agency may have reported anew meanwhile. */
  readAgain: () => Promise<unknown>
  onCancel: () => void
}

export const OUTDATED = [
  "task",
  "tasks",
  "taskSummary",
  "obligation",
  "obligations",
  "morning",
  "agenciesToRemind",
  "escalatedObligations",
]

const NO_REASONS = { reasons: {} }

/** Gives a report back with a reason for each field that is to be corrected. */
export function Returning({ report: { id, version }, onDone, readAgain, onCancel }: AnsweringProps) {
  const { t, i18n } = useLingui()
  const { change, failure, running } = useChange(ReturnReportDocument, OUTDATED)
  const { form, restored, keyFor, sent, discard } = useDraftedForm(
    returnDraftName(id),
    returnReasons,
    NO_REASONS,
  )
  const [errors, setErrors] = useState<readonly UserError[]>([])
  const place = useRef<HTMLFormElement>(null)
  const begin = () => place.current?.querySelector("textarea")?.focus()
  useEffect(begin, [])
  const reasons: Reasons = form.watch("reasons")
  const missing = form.formState.errors.reasons?.message as string | undefined
  const giveBack = form.handleSubmit(async ({ fields }) => {
    const idempotencyKey = keyFor({ fields })
    const payload = (await change({ input: { id, version, fields, idempotencyKey } }))?.returnReport
    if (payload === undefined) return
    setErrors(payload.userErrors)
    if (payload.userErrors.length === 0) {
      sent()
      onDone()
    } else if (payload.userErrors.some(({ reason }) => reason === "VERSION_STALE")) void readAgain()
  }, begin)
  return (
    <form
      ref={place}
      noValidate
      className={styles.answer}
      onSubmit={(event) => {
        event.preventDefault()
        void giveBack()
      }}
      onKeyDown={(event) => {
        // What is typed is given up by its button, not by a key that input methods use as well
        if (event.key === "Escape" && Object.values(reasons).some((reason) => reason.trim() !== ""))
          event.preventDefault()
        // Enter records, as everywhere on this screen; a new line is Shift and Enter
        const composing = event.nativeEvent.isComposing
        if (event.key !== "Enter" || event.shiftKey || composing) return
        if (!(event.target instanceof HTMLTextAreaElement)) return
        event.preventDefault()
        void giveBack()
      }}
    >
      <p>{t`Ghi lý do ở từng ô cần sửa. Cơ quan chỉ sửa được những ô này; các ô khác giữ nguyên.`}</p>
      <RestoredDraft restored={restored} discard={discard} />
      {missing && (
        <p role="alert" className={formStyles.error}>
          {missing}
        </p>
      )}
      <div className={styles.reasons}>
        {reportFields.map((field) => (
          <Textarea
            key={field}
            rows={1}
            autosize={false}
            label={i18n._(reportFieldName[field])}
            value={reasons[field] ?? ""}
            onChange={({ currentTarget: { value } }) => {
              const { [field]: _, ...others } = reasons
              form.setValue("reasons", value === "" ? others : { ...others, [field]: value })
              form.clearErrors("reasons")
            }}
          />
        ))}
      </div>
      <Errors errors={errors} />
      {failure && <FailureNotice failure={failure} partial={false} retry={() => void giveBack()} />}
      <div className={progressStyles.actions}>
        <Button type="submit" loading={running}>
          {t`Trả lại`}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t`Thôi`}
        </Button>
      </div>
    </form>
  )
}

export function Errors({ errors }: { errors: readonly UserError[] }) {
  return errors.map(({ reason, message }) => (
    <p key={`${reason} ${message}`} role="alert" lang="vi" className={formStyles.error}>
      {message}
    </p>
  ))
}
