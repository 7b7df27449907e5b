import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import type { TaskStatus } from "../__generated__/graphql.ts"
import { type TaskSearchValues, taskSearch } from "../task/task-search.ts"
import { TaskStatusShape, taskStatuses, taskStatusName } from "../task/task-status-mark.tsx"
import styles from "./status-table.module.css"

/** Tasks of one kind, counted by status. */
export interface StatusTableRow {
  key: string
  name: ReactNode
  count: number
  counts: readonly { status: TaskStatus; count: number }[]
  /** What the register is narrowed by to show exactly these tasks. */
  search: TaskSearchValues
}

interface StatusTableProps {
  caption: string
  heading: string
  rows: readonly StatusTableRow[]
}

/** Counts by status, a line for each row; columns that would hold only zeros are left out. */
export function StatusTable({ caption, heading, rows }: StatusTableProps) {
  const { t, i18n } = useLingui()
  const countOf = (row: StatusTableRow, status: TaskStatus) =>
    row.counts.find((each) => each.status === status)?.count ?? 0
  const statuses = taskStatuses.filter((status) => rows.some((row) => countOf(row, status) > 0))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="for-readers">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col" className={styles.number}>{t`Tổng số`}</th>
            {statuses.map((status) => (
              <th key={status} scope="col" className={styles.number}>
                <span className={styles.status} data-status={status}>
                  <TaskStatusShape status={status} />
                  {i18n._(taskStatusName[status])}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              <td className={styles.number} data-heading={t`Tổng số`}>
                <Link to="/nhiem-vu" search={taskSearch.write(row.search)} className={styles.total}>
                  {row.count}
                </Link>
              </td>
              {statuses.map((status) => {
                const count = countOf(row, status)
                return (
                  <td
                    key={status}
                    className={styles.number}
                    data-heading={i18n._(taskStatusName[status])}
                    data-zero={count === 0}
                  >
                    {count === 0 ? (
                      <span className={styles.zero}>0</span>
                    ) : (
                      <Link to="/nhiem-vu" search={taskSearch.write({ ...row.search, status: [status] })}>
                        {count}
                      </Link>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
