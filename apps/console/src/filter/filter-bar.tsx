import { useLingui } from "@lingui/react/macro"
import type { ReactNode } from "react"
import { Notice } from "../notice/notice.tsx"
import styles from "./filter.module.css"

/** A condition in force, named for people. */
export interface SetFilter {
  key: string
  name: ReactNode
  remove: () => void
}

interface FilterBarProps {
  search: ReactNode
  /** The buttons that open further filters. */
  children?: ReactNode
  set?: SetFilter[]
  clear?: () => void
  /** Pieces of the address that mean nothing here, named with their parameter. */
  ignored?: readonly { parameter: string; text: string }[]
}

/** What narrows a register, and what is in force. All of it lives in the address. */
export function FilterBar({ search, children, set = [], clear, ignored = [] }: FilterBarProps) {
  const { t } = useLingui()
  return (
    <>
      <Conditions set={set} />
      <search className="not-printed">
        {ignored.length > 0 && (
          <Notice
            tone="caution"
            title={t`Địa chỉ trang có giá trị không hợp lệ; hệ thống đã bỏ qua phần này`}
          >
            <p>{ignored.map(({ parameter, text }) => `${parameter}: “${text}”`).join("; ")}</p>
          </Notice>
        )}
        <div className={styles.bar}>
          <div className={styles.search}>{search}</div>
          {children && <div className={styles.openers}>{children}</div>}
          {set.length > 0 && (
            <ul className={styles.set} aria-label={t`Điều kiện đang áp dụng`}>
              {set.map(({ key, name, remove }) => (
                <li key={key}>
                  <button type="button" className={styles.remove} onClick={remove}>
                    <span>{name}</span>
                    <span aria-hidden="true">×</span>
                    <span className="for-readers">{t`(bỏ điều kiện này)`}</span>
                  </button>
                </li>
              ))}
              <li>
                <button type="button" className={styles.clear} onClick={clear}>
                  {t`Bỏ tất cả`}
                </button>
              </li>
            </ul>
          )}
        </div>
      </search>
    </>
  )
}

/** On paper: what the list was narrowed by. */
function Conditions({ set }: { set: SetFilter[] }) {
  const { t } = useLingui()
  if (set.length === 0) return null
  return (
    <p className={styles.onPaper}>
      {t`Điều kiện đang áp dụng`}:{" "}
      {set.map(({ key, name }, place) => (
        <span key={key}>
          {place > 0 && "; "}
          {name}
        </span>
      ))}
    </p>
  )
}
