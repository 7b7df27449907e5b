import { useLingui } from "@lingui/react/macro"
import type { ReactNode } from "react"
import styles from "./page.module.css"

interface PageProps {
  /** Names the page: its heading, and its entry in the browser's history and tabs. */
  title: string
  /** A line of context above the heading. */
  above?: ReactNode
  /** What stands beside the heading: buttons, dates. */
  beside?: ReactNode
  /** The heading, where it says more than the title. */
  heading?: ReactNode
  children: ReactNode
}

/** A screen: its title and heading, then what it shows. The heading takes the focus when one arrives. */
export function Page({ title, above, beside, heading, children }: PageProps) {
  const { t } = useLingui()
  return (
    <>
      <title>{`${title} · ${t`Theo dõi Kế hoạch 43`}`}</title>
      <header className={styles.header}>
        <div className={styles.headings}>
          {above && <div className={styles.above}>{above}</div>}
          <h1 tabIndex={-1} className={styles.heading}>
            {heading ?? title}
          </h1>
        </div>
        {beside && <div className={styles.beside}>{beside}</div>}
      </header>
      <div className={styles.content}>{children}</div>
    </>
  )
}

interface PanelProps {
  title: ReactNode
  /** A number or link at the right of the title. */
  beside?: ReactNode
  /** How the figures below are meant. */
  note?: ReactNode
  children: ReactNode
}

/** A titled part of a screen. */
export function Panel({ title, beside, note, children }: PanelProps) {
  return (
    <section className={styles.panel}>
      <div className={styles.panelHeader}>
        <h2 className={styles.panelTitle}>{title}</h2>
        {beside && <div className={styles.panelBeside}>{beside}</div>}
      </div>
      {note && <p className={styles.note}>{note}</p>}
      {children}
    </section>
  )
}
