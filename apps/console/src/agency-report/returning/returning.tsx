import { useLingui } from "@lingui/react/macro"
import { Button, Textarea } from "@mantine/core"
import { useState } from "react"
import type { ReportLineField } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { useDraftedForm } from "../../form/drafted-form.ts"
import formStyles from "../../form/form.module.css"
import { RestoredDraft } from "../../form/restored-draft.tsx"
import type { UserError } from "../../form/user-error.ts"
import { useChange } from "../../graph/change-graph.ts"
import { FailureNotice } from "../../graph/failure-notice.tsx"
import { Panel } from "../../shell/page.tsx"
import { fieldNameOn } from "../agency-report-names.ts"
import type { Line } from "../line/ask-lines.ts"
import lineStyles from "../line/line.module.css"
import { LineRead } from "../line/line-read.tsx"
import { OUTDATED_BY_MOVE, type ReportStanding } from "../report-standing.ts"
import { keyOf, type Reasons, returnForm } from "./return-form.ts"
import styles from "./returning.module.css"

const ReturnAgencyReportDocument = graphql(`
  mutation ReturnAgencyReport($input: ReturnAgencyReportInput!) {
    returnAgencyReport(input: $input) {
      report {
        ...ReportStanding
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

interface ReturningProps {
  report: ReportStanding
  lines: readonly Line[]
  onDone: () => void
  onCancel: () => void
}

/** Returns a report: a reason at each field that is to be corrected; only those are open to the agency again. */
export function Returning({ report: { id, version }, lines, onDone, onCancel }: ReturningProps) {
  const { t, i18n } = useLingui()
  const { form, restored, keyFor, sent, discard } = useDraftedForm(`agency-report/${id}/return`, returnForm, {
    reasons: {},
  })
  const { change, failure, running } = useChange(ReturnAgencyReportDocument, OUTDATED_BY_MOVE)
  const [errors, setErrors] = useState<readonly UserError[]>([])
  const reasons: Reasons = form.watch("reasons")
  const keys = Object.keys(reasons)
  const write = (next: Reasons) => {
    form.setValue("reasons", next, { shouldDirty: true })
    form.clearErrors("reasons")
  }
  const missing = form.formState.errors.reasons?.message as string | undefined
  const giveBack = form.handleSubmit(async (values) => {
    setErrors([])
    const input = { ...values, id, version, idempotencyKey: keyFor(values) }
    const payload = (await change({ input }))?.returnAgencyReport
    if (payload === undefined) return
    setErrors(payload.userErrors)
    if (payload.userErrors.length > 0) return
    sent()
    onDone()
  })
  const errorAt = (key: string) =>
    errors.find(({ field }) => field === `toCorrect.${keys.indexOf(key)}.reason`)?.message
  const below = (line: Line) => (field: ReportLineField) => {
    const key = keyOf(line.id, field)
    const name = i18n._(fieldNameOn(line.item.kind, field))
    const reason = reasons[key]
    if (reason === undefined)
      return (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={t`Trả lại ô này: ${name}`}
          onClick={() => write({ ...reasons, [key]: "" })}
        >
          {t`Trả lại ô này`}
        </Button>
      )
    return (
      <span className={styles.reason} data-returning={field}>
        <Textarea
          autoFocus={reason === ""}
          rows={2}
          autosize={false}
          label={t`Lý do trả lại: ${name}`}
          value={reason}
          error={errorAt(key) ?? (missing !== undefined && reason.trim() === "" && t`Hãy ghi lý do`)}
          onChange={(event) => write({ ...reasons, [key]: event.currentTarget.value })}
        />
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => write(Object.fromEntries(Object.entries(reasons).filter(([each]) => each !== key)))}
        >
          {t`Không trả lại ô này`}
        </Button>
      </span>
    )
  }
  return (
    <form
      noValidate
      className={lineStyles.lines}
      onSubmit={(event) => {
        event.preventDefault()
        void giveBack()
      }}
    >
      <Panel title={t`Trả lại để sửa`}>
        <div className={formStyles.confirm}>
          <p>{t`Chọn từng ô cần sửa và ghi lý do. Cơ quan chỉ sửa được những ô này; các ô khác giữ nguyên.`}</p>
          <RestoredDraft restored={restored} discard={discard} />
          {missing && (
            <p role="alert" className={formStyles.error}>
              {missing}
            </p>
          )}
          {errors
            .filter(({ field }) => !field.startsWith("toCorrect."))
            .map(({ reason, message }) => (
              <p key={reason} role="alert" lang="vi" className={formStyles.error}>
                {message}
              </p>
            ))}
          {failure && <FailureNotice failure={failure} partial={false} retry={() => void giveBack()} />}
          <div className={formStyles.end}>
            <Button type="submit" loading={running}>
              {t`Trả lại ${i18n.number(keys.length)} ô`}
            </Button>
            <Button variant="default" onClick={onCancel}>
              {t`Thôi`}
            </Button>
          </div>
        </div>
      </Panel>
      {lines.map((line) => (
        <LineRead key={line.id} line={line} below={below(line)} />
      ))}
    </form>
  )
}
