import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useState } from "react"
import formStyles from "../../form/form.module.css"
import { useIdempotencyKey } from "../../form/idempotency-key.ts"
import type { UserError } from "../../form/user-error.ts"
import { useChange } from "../../graph/change-graph.ts"
import { FailureNotice } from "../../graph/failure-notice.tsx"
import type { Line } from "../line/ask-lines.ts"
import styles from "../line/line.module.css"
import { lineForm, typedOf } from "../line/line-form.ts"
import { SaveReportLineDocument } from "../line/saved-line.ts"

/** On a line that its agency wrote itself: says that the paper has it so, which makes it the coordinator's to have entered. */
export function AsOnPaper({ line }: { line: Line }) {
  const { t } = useLingui()
  const { id, version, item } = line
  const { change, running, failure } = useChange(SaveReportLineDocument, [])
  const keyFor = useIdempotencyKey()
  const [errors, setErrors] = useState<readonly UserError[]>([])
  async function confirm() {
    const input = { ...lineForm.parse(typedOf(line)), id, version, idempotencyKey: keyFor({ version }) }
    setErrors((await change({ input }))?.saveReportLine.userErrors ?? [])
  }
  return (
    <div className={styles.saving}>
      <p>{t`Cơ quan tự ghi dòng này trên hệ thống.`}</p>
      <Button
        variant="default"
        size="compact-sm"
        loading={running}
        aria-label={t`Bản giấy ghi đúng như vậy, dòng ${item.code}`}
        onClick={() => void confirm()}
      >
        {t`Bản giấy ghi đúng như vậy`}
      </Button>
      {errors.map(({ reason, message }) => (
        <p key={reason} role="alert" lang="vi" className={formStyles.error}>
          {message}
        </p>
      ))}
      {failure && <FailureNotice failure={failure} partial={false} retry={() => void confirm()} />}
    </div>
  )
}
