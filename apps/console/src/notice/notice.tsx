import type { ReactNode } from "react"
import styles from "./notice.module.css"
import { CautionIcon, InformationIcon, TroubleIcon } from "./notice-icons.tsx"

interface NoticeProps {
  tone: "information" | "caution" | "trouble"
  title: ReactNode
  children?: ReactNode
  /** Buttons and links that get the reader on. */
  actions?: ReactNode
}

const ICON = { information: InformationIcon, caution: CautionIcon, trouble: TroubleIcon }

/** Something the reader must know before believing the page; trouble is announced at once. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  const Icon = ICON[tone]
  return (
    <div className={styles.notice} data-tone={tone} role={tone === "information" ? "note" : "alert"}>
      <Icon />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
