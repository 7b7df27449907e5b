import type { ReactNode } from "react"
import styles from "./register.module.css"

interface RowCountProps {
  /** null until the graph has said. */
  total: number | null
  /** The count in words. */
  children: ReactNode
}

/** How many rows a list has. Readers hear only changes of what is there already, so it is there, empty, at first. */
export function RowCount({ total, children }: RowCountProps) {
  return (
    <p role="status" className={styles.count} data-total={total ?? undefined}>
      {total !== null && children}
    </p>
  )
}
