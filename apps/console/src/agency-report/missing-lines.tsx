import { useItemName } from "../round/item-link.tsx"
import { Panel } from "../shell/page.tsx"
import styles from "./agency-report.module.css"
import type { Line } from "./line/ask-lines.ts"
import { focusLine, placeOfLine } from "./line/line-focus.ts"

interface MissingLinesProps {
  /** What is to be done at each of the lines. */
  title: string
  lines: readonly Line[]
}

/** Lines at which something is still to be done, each with a way there; nothing where there is none. */
export function MissingLines({ title, lines }: MissingLinesProps) {
  const nameOf = useItemName()
  if (lines.length === 0) return null
  return (
    <Panel title={title}>
      <ul className={styles.missing}>
        {lines.map(({ id, item }) => (
          <li key={id}>
            <a
              href={`#${placeOfLine(id)}`}
              title={item.name}
              onClick={(event) => {
                event.preventDefault()
                focusLine(id)
              }}
            >
              {nameOf(item)}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
