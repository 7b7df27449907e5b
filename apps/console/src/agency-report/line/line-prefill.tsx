import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useFormContext } from "react-hook-form"
import type { ReportLineField } from "../../__generated__/graphql.ts"
import { PrintedDate } from "../../calendar/printed-date.tsx"
import { TaskStatusMark } from "../../task/task-status-mark.tsx"
import type { Line, Prefill } from "./ask-lines.ts"
import styles from "./line.module.css"
import { LineFacts } from "./line-facts.tsx"
import { inputOf, isWritten, type LineTyped, type LineValues, typedOf } from "./line-form.ts"

/** What a report of progress would say on the line. */
function valuesOf({ progress, resultDocument, percentage, difficulties, nextStep }: Prefill): LineValues {
  return {
    answer: "REPORTED",
    progress: progress ?? null,
    resultDocument: resultDocument ?? null,
    percentage: percentage ?? null,
    difficulties: difficulties ?? null,
    proposal: null,
    nextPlan: nextStep ?? null,
  }
}

const RECORDED = ["PROGRESS", "RESULT_DOCUMENT", "PERCENTAGE", "DIFFICULTIES", "NEXT_PLAN"] as const

/** What had been recorded by the cut-off: a beginning, and no answer until somebody signs it. */
export function LinePrefill({ line: { prefill, changed } }: { line: Line }) {
  const { t, i18n } = useLingui()
  if (prefill == null) return null
  const { asOf, status, sourceId, recordedOn, value, periodStart, periodEnd, provisional, measuredBy } =
    prefill
  return (
    <details className={styles.previous} open={changed === true} data-prefill={sourceId != null}>
      <summary>
        {t`Đã ghi trong hệ thống đến`} <PrintedDate date={asOf} />
      </summary>
      {status && <TaskStatusMark status={status} />}
      {sourceId == null && <p>{t`Chưa ghi gì.`}</p>}
      {value != null && (
        <p>
          <strong>{i18n.number(value)}</strong>
          {periodStart && periodEnd && (
            <>
              {" "}
              (<PrintedDate date={periodStart} />–<PrintedDate date={periodEnd} />)
            </>
          )}{" "}
          {provisional ? t`tạm tính` : t`chính thức`}
          {measuredBy && (
            <>
              {"; "}
              {t`nguồn:`} <span lang="vi">{measuredBy}</span>
            </>
          )}
        </p>
      )}
      {sourceId != null && value == null && <LineFacts line={valuesOf(prefill)} fields={RECORDED} />}
      {recordedOn && (
        <p className={styles.never}>
          {t`Ghi ngày`} <PrintedDate date={recordedOn} />
          {changed === true && <>, {t`sau kỳ trước`}</>}
        </p>
      )}
    </details>
  )
}

/** Takes what was recorded into the fields of a line that nobody has answered: it is then the agency's own to sign. */
export function TakePrefill({ line, open }: { line: Line; open: readonly ReportLineField[] }) {
  const { t } = useLingui()
  const { setValue, setFocus } = useFormContext<LineTyped>()
  const { prefill } = line
  if (prefill?.progress == null || line.answer != null || !open.includes("PROGRESS")) return null
  const taken = typedOf(valuesOf(prefill))
  return (
    <div className={styles.take}>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => {
          for (const field of open.filter(isWritten))
            setValue(inputOf[field], taken[inputOf[field]], { shouldDirty: true })
          setFocus("progress")
        }}
      >
        {t`Lấy nội dung đã ghi`}
      </Button>
    </div>
  )
}
