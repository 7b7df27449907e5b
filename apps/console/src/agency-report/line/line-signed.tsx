import { useLingui } from "@lingui/react/macro"
import { PrintedInstant } from "../../calendar/printed-instant.tsx"
import type { Line } from "./ask-lines.ts"
import styles from "./line.module.css"

/** Who answered a line last, and when: the signature of an answer that stands by itself. */
export function LineSigned({ line: { answer, history, workbook, enteredBy } }: { line: Line }) {
  const { t } = useLingui()
  const last = history.edges[0]?.node
  if (answer == null || last === undefined) return null
  return (
    <p className={styles.signed}>
      {enteredBy ? t`Nhập thay từ bản giấy:` : answer === "REPORTED" ? t`Người điền:` : t`Người xác nhận:`}{" "}
      {last.author && (
        <>
          <span lang="vi">{last.author}</span>,{" "}
        </>
      )}
      <PrintedInstant instant={last.at} />
      {workbook && !enteredBy && (
        <>
          {"; "}
          {t`theo tệp Excel của cơ quan:`}{" "}
          <a href={`/files/reporting/${workbook.id}`}>{workbook.file?.name ?? t`tệp`}</a>
        </>
      )}
    </p>
  )
}
