import { useLingui } from "@lingui/react/macro"
import { NativeSelect } from "@mantine/core"
import { useNames } from "../language/use-names.ts"
import { taskStatusName } from "../task/task-status-mark.tsx"
import styles from "./progress.module.css"
import { isReturned, type ReportPart } from "./report-part.ts"

interface PartChoiceProps {
  parts: readonly ReportPart[]
  /** What each is called, by its identifier. */
  names: Readonly<Record<string, string>>
  /** null while none is chosen. */
  chosen: string | null
  choose: (part: string) => void
}

/** Of which period or phase one reports; nothing where there is but the whole. What was typed of another is kept as its draft. */
export function PartChoice({ parts, names, chosen, choose }: PartChoiceProps) {
  const { t } = useLingui()
  const statuses = useNames(taskStatusName)
  const [first] = parts
  if (first === undefined || first.kind === "WHOLE") return null
  return (
    <NativeSelect
      className={styles.part}
      label={first.kind === "PHASE" ? t`Giai đoạn` : t`Kỳ`}
      description={
        first.kind === "PHASE"
          ? t`Mỗi giai đoạn được báo cáo và xác minh riêng.`
          : t`Mỗi kỳ được báo cáo và xác minh riêng.`
      }
      value={chosen ?? ""}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {chosen === null && <option value="">{t`Chọn giai đoạn`}</option>}
      {parts.map(({ id, status, ...part }) => (
        <option key={id} value={id}>
          {[names[id], status && statuses[status], isReturned(part) && t`bị trả lại`]
            .filter(Boolean)
            .join(" · ")}
        </option>
      ))}
    </NativeSelect>
  )
}
