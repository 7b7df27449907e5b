import { useLingui } from "@lingui/react/macro"
import type { ReactNode } from "react"
import type { ReportItemKind, ReportLineField } from "../../__generated__/graphql.ts"
import { FileList } from "../../evidence/file-list.tsx"
import { useNames } from "../../language/use-names.ts"
import { fieldNameOn, fieldsOn, lineAnswerName } from "../agency-report-names.ts"
import styles from "./line.module.css"
import { inputOf, isWritten, type LineValues } from "./line-form.ts"

/** Files of a line, to be fetched. */
export type LineFiles = readonly { id: string; name: string; size: number; url: string }[]

/** What a line says in one of its fields, in words; null where it says nothing. */
export function useLineWords(): (line: LineValues, field: ReportLineField) => string | null {
  const { t } = useLingui()
  const answers = useNames(lineAnswerName)
  return (line, field) => {
    if (field === "ANSWER") return line.answer == null ? null : answers[line.answer]
    if (!isWritten(field)) return null
    const value = line[inputOf[field]]
    if (value == null) return null
    return field === "PERCENTAGE" ? t`${value}%` : String(value)
  }
}

interface LineFactsProps {
  line: LineValues & { files?: LineFiles; item?: { kind: ReportItemKind } }
  /** Which of its fields; all of them otherwise. */
  fields?: readonly ReportLineField[]
  /** What stands below a field, e.g. why it was returned; a field that says nothing is then shown, too. */
  below?: ((field: ReportLineField) => ReactNode) | undefined
}

/** What a line says, each field under its name; those that say nothing are left out. */
export function LineFacts({ line, fields = fieldsOn(line.item?.kind), below }: LineFactsProps) {
  const { t, i18n } = useLingui()
  const wordsOf = useLineWords()
  const shown = fields.filter(
    (field) =>
      field === "ANSWER" ||
      wordsOf(line, field) !== null ||
      (field === "FILES" && (line.files ?? []).length > 0) ||
      below?.(field),
  )
  return (
    <dl className={styles.facts}>
      {shown.map((field) => (
        <div key={field} data-fact={field}>
          <dt>{i18n._(fieldNameOn(line.item?.kind, field))}</dt>
          <dd>
            {field === "FILES" && line.files !== undefined && line.files.length > 0 ? (
              <FileList files={line.files} />
            ) : wordsOf(line, field) === null ? (
              <span className={styles.nothing}>{field === "ANSWER" ? t`chưa trả lời` : t`để trống`}</span>
            ) : field === "ANSWER" || field === "PERCENTAGE" ? (
              wordsOf(line, field)
            ) : (
              <span lang="vi" className={styles.words}>
                {wordsOf(line, field)}
              </span>
            )}
            {below?.(field)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
