import type { ReactNode } from "react"
import styles from "./facts.module.css"

/** What is known of a thing, each fact under its name. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>
}

interface FactProps {
  name: string
  children: ReactNode
}

export function Fact({ name, children }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Text that is the plan's own, line breaks included. */
export function Verbatim({ children }: { children: ReactNode }) {
  return (
    <p lang="vi" className={styles.verbatim}>
      {children}
    </p>
  )
}

/** Says that a value is not there, where a dash alone would be silent. */
export function Absent({ children }: { children: ReactNode }) {
  return <span className={styles.absent}>{children}</span>
}

/** Short rows of links. */
export function LinkList({ children }: { children: ReactNode }) {
  return <ul className={styles.links}>{children}</ul>
}
