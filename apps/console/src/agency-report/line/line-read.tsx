import { useLingui } from "@lingui/react/macro"
import { type ReactNode, useId } from "react"
import type { ReportLineField } from "../../__generated__/graphql.ts"
import type { Line } from "./ask-lines.ts"
import styles from "./line.module.css"
import { LineAbout } from "./line-about.tsx"
import { LineFacts } from "./line-facts.tsx"
import { placeOfLine } from "./line-focus.ts"
import { LineSigned } from "./line-signed.tsx"

interface LineReadProps {
  line: Line
  /** What stands below a field in the place of why it was returned. */
  below?: ((field: ReportLineField) => ReactNode) | undefined
}

/** A line as it was filled in, for those who do not change it. */
export function LineRead({ line, below }: LineReadProps) {
  const { t } = useLingui()
  const heading = useId()
  const returned = (field: ReportLineField) => {
    const reason = line.returnedFields.find((each) => each.field === field)?.reason
    return (
      reason !== undefined && (
        <span className={styles.reason}>
          {t`Đã trả lại:`} <span lang="vi">{reason}</span>
        </span>
      )
    )
  }
  return (
    <article
      id={placeOfLine(line.id)}
      className={styles.line}
      aria-labelledby={heading}
      data-line={line.item.code}
      data-answered={line.answer != null}
    >
      <LineAbout line={line} heading={heading} />
      <div className={styles.read}>
        <LineFacts line={line} below={below ?? returned} />
        <LineSigned line={line} />
      </div>
    </article>
  )
}
