import { useLingui } from "@lingui/react/macro"
import type { ReactNode } from "react"
import { useFormContext } from "react-hook-form"
import type { ReportField } from "../__generated__/graphql.ts"
import { printedDate } from "../calendar/printed-date.tsx"
import { FileField } from "../evidence/file-field.tsx"
import { Absent } from "../facts/facts.tsx"
import { ChoiceField } from "../form/choice-field.tsx"
import styles from "../form/form.module.css"
import { RadioField } from "../form/radio-field.tsx"
import { LongTextField, TextField } from "../form/text-field.tsx"
import { useNames } from "../language/use-names.ts"
import progressStyles from "./progress.module.css"
import { progressAnswerName, reportedStateName, reportFieldName } from "./progress-names.ts"
import { fieldsOf, type ReportTyped } from "./report-form.ts"

interface ReportFieldsProps {
  /** Why the fields that may be changed were returned; null where the report is a new one and all are open. */
  returned: Readonly<Partial<Record<ReportField, string>>> | null
  /** Whether it is complete only with its document. */
  expectsDocument: boolean
}

/** What is reported of a task. */
export function ReportFields({ returned, expectsDocument }: ReportFieldsProps) {
  const { t } = useLingui()
  const { watch } = useFormContext<ReportTyped>()
  const { answer, state } = watch()
  const answers = useNames(progressAnswerName)
  const states = useNames(reportedStateName)
  return (
    <>
      {returned === null && (
        <>
          <RadioField<ReportTyped> name="answer" label={t`Trả lời`} choices={answers} />
          {answer !== "PROGRESS" && (
            <p className={progressStyles.kept}>
              {answer === "NO_CHANGE"
                ? t`Ghi rằng từ báo cáo trước đến nay không có thay đổi. Đây là một câu trả lời có người ký, khác với im lặng.`
                : t`Ghi rằng kỳ này không có gì để báo cáo. Đây là một câu trả lời có người ký, khác với im lặng.`}
            </p>
          )}
        </>
      )}
      {answer === "PROGRESS" && (
        <>
          <Unlocked field="STATE" returned={returned}>
            <ChoiceField<ReportTyped>
              name="state"
              label={t`Tình trạng`}
              none={t`Chọn tình trạng`}
              choices={states}
              required
            />
          </Unlocked>
          {state === "IN_PROGRESS" && (
            <Unlocked field="PERCENTAGE" returned={returned}>
              <TextField<ReportTyped>
                name="percentage"
                type="number"
                label={t`Tỷ lệ hoàn thành (%)`}
                description={t`Chỉ ghi khi đo được`}
              />
            </Unlocked>
          )}
          {state === "COMPLETED" && (
            <Unlocked field="COMPLETED_ON" returned={returned}>
              <TextField<ReportTyped> name="completedOn" type="date" label={t`Ngày hoàn thành`} required />
            </Unlocked>
          )}
          <Unlocked field="DONE" returned={returned}>
            <LongTextField<ReportTyped> name="done" label={t`Việc đã làm`} />
          </Unlocked>
          <Unlocked field="RESULT" returned={returned}>
            <fieldset className={styles.group}>
              <legend>{t`Văn bản kết quả`}</legend>
              {expectsDocument && (
                <p className={styles.note}>
                  {t`Chỉ hoàn thành khi có đủ số, ngày, cơ quan ban hành và địa chỉ hoặc tệp của văn bản.`}
                </p>
              )}
              <div className={styles.pair}>
                <TextField<ReportTyped> name="number" label={t`Số, ký hiệu`} />
                <TextField<ReportTyped> name="issuedOn" type="date" label={t`Ngày ban hành`} />
                <TextField<ReportTyped> name="issuer" label={t`Cơ quan ban hành`} />
                <TextField<ReportTyped> name="link" type="url" label={t`Địa chỉ web của văn bản`} />
              </div>
              <FileField<ReportTyped> name="fileIds" label={t`Tệp minh chứng`} holder="tasks" />
            </fieldset>
          </Unlocked>
          <Unlocked field="DIFFICULTIES" returned={returned}>
            <LongTextField<ReportTyped> name="difficulties" label={t`Khó khăn, vướng mắc`} />
          </Unlocked>
          <Unlocked field="NEXT_STEP" returned={returned}>
            <LongTextField<ReportTyped> name="nextStep" label={t`Việc tiếp theo`} />
          </Unlocked>
        </>
      )}
    </>
  )
}

interface UnlockedProps {
  field: ReportField
  returned: ReportFieldsProps["returned"]
  children: ReactNode
}

/** A field that may be typed in; after a return only where it was returned, the others stand as they were signed. */
function Unlocked({ field, returned, children }: UnlockedProps) {
  const reason = returned?.[field]
  if (returned === null) return children
  if (reason === undefined) return <Locked field={field} />
  return (
    <div className={styles.group} data-returned={field}>
      <Returned reason={reason} />
      {children}
    </div>
  )
}

function Returned({ reason }: { reason: string }) {
  const { t } = useLingui()
  return (
    <p className={progressStyles.returned}>
      {t`Trả lại vì:`} <span lang="vi">{reason}</span>
    </p>
  )
}

/** What was signed and not returned: read, not typed. */
function Locked({ field }: { field: ReportField }) {
  const { t, i18n } = useLingui()
  const { watch } = useFormContext<ReportTyped>()
  const states = useNames(reportedStateName)
  const typed = watch()
  const words = fieldsOf[field]
    .flatMap((name) => {
      const value = typed[name]
      return typeof value === "string" ? [value] : value.map((file) => file.name)
    })
    .filter((value) => value !== "")
  const shown = words.map((value) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return printedDate(value, i18n.locale)
    return states[value as keyof typeof states] ?? value
  })
  return (
    <div className={styles.group} data-locked={field}>
      <p className={progressStyles.kept}>
        {i18n._(reportFieldName[field])} · {t`không bị trả lại nên giữ nguyên`}
      </p>
      <p lang="vi">{shown.length > 0 ? shown.join(" · ") : <Absent>{t`để trống`}</Absent>}</p>
    </div>
  )
}
