import { useLingui } from "@lingui/react/macro"
import { Button, Textarea } from "@mantine/core"
import { useEffect, useRef, useState } from "react"
import type { ReportField } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import formStyles from "../form/form.module.css"
import { useIdempotencyKey } from "../form/idempotency-key.ts"
import type { UserError } from "../form/user-error.ts"
import { useChange } from "../graph/change-graph.ts"
import { FailureNotice } from "../graph/failure-notice.tsx"
import progressStyles from "./progress.module.css"
import { reportFieldName, reportFields } from "./progress-names.ts"
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

export const OUTDATED = ["task", "tasks", "taskSummary", "obligation", "obligations", "morning"]

type Reasons = Readonly<Partial<Record<ReportField, string>>>

/** Gives a report back with a reason for each field that is to be corrected. */
export function Returning({ report: { id, version }, onDone, readAgain, onCancel }: AnsweringProps) {
  const { t, i18n } = useLingui()
  const { change, failure, running } = useChange(ReturnReportDocument, OUTDATED)
  const keyFor = useIdempotencyKey()
  const [reasons, setReasons] = useState<Reasons>({})
  const [errors, setErrors] = useState<readonly UserError[]>([])
  const [missing, setMissing] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector("textarea")?.focus(), [])
  const fields = reportFields.flatMap((field) => {
    const reason = reasons[field]?.trim() ?? ""
    return reason === "" ? [] : [{ field, reason }]
  })

  async function giveBack() {
    setMissing(fields.length === 0)
    if (fields.length === 0) return form.current?.querySelector("textarea")?.focus()
    const idempotencyKey = keyFor({ id, version, fields })
    const payload = (await change({ input: { id, version, fields, idempotencyKey } }))?.returnReport
    if (payload === undefined) return
    setErrors(payload.userErrors)
    if (payload.userErrors.length === 0) onDone()
    else if (payload.userErrors.some(({ reason }) => reason === "VERSION_STALE")) void readAgain()
  }
  return (
    <form
      ref={form}
      noValidate
      className={styles.answer}
      onSubmit={(event) => {
        event.preventDefault()
        void giveBack()
      }}
      onKeyDown={(event) => {
        // Enter records, as everywhere on this screen; a new line is Shift and Enter
        const composing = event.nativeEvent.isComposing
        if (event.key !== "Enter" || event.shiftKey || composing) return
        if (!(event.target instanceof HTMLTextAreaElement)) return
        event.preventDefault()
        void giveBack()
      }}
    >
      <p>{t`Ghi lý do ở từng ô cần sửa. Cơ quan chỉ sửa được những ô này; các ô khác giữ nguyên.`}</p>
      {missing && (
        <p role="alert" className={formStyles.error}>
          {t`Hãy ghi lý do ở ít nhất một ô`}
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
            onChange={(event) => setReasons({ ...reasons, [field]: event.currentTarget.value })}
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
