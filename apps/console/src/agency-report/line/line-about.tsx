import { useLingui } from "@lingui/react/macro"
import { ItemLink } from "../../round/item-link.tsx"
import type { Line } from "./ask-lines.ts"
import styles from "./line.module.css"
import { LineFacts } from "./line-facts.tsx"
import { LineHistory } from "./line-history.tsx"
import { LinePrefill } from "./line-prefill.tsx"

/** What a line is about, as printed in the plan, what was last reported on it, and what was recorded since. */
export function LineAbout({ line, heading }: { line: Line; heading: string }) {
  const { t } = useLingui()
  const { item, previous } = line
  return (
    <div className={styles.aboutLine}>
      <h3 id={heading} className={styles.item}>
        <ItemLink item={item} />
      </h3>
      {previous ? (
        <details className={styles.previous} open>
          <summary>{t`Kỳ trước`}</summary>
          <LineFacts line={{ ...previous, item }} />
        </details>
      ) : (
        <p className={styles.never}>
          {item.kind === "QUESTION" ? t`Chưa có câu trả lời kỳ trước` : t`Chưa có báo cáo kỳ trước`}
        </p>
      )}
      <LinePrefill line={line} />
      <LineHistory line={line} />
    </div>
  )
}
