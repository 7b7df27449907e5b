import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import type { FigureRowKind } from "../../__generated__/graphql.ts"
import { daySearch } from "../../calendar/day-search.ts"
import { taskSearch } from "../../task/task-search.ts"
import styles from "./city-report.module.css"

interface Row {
  id: string
  code?: string | null | undefined
  name: string
}

interface FigureRowsProps {
  kind: FigureRowKind
  rows: readonly Row[]
  /** The day up to which figures are told. */
  asOf: string
}

/** The rows of a figure that no register can be narrowed to, one by one; agencies are those with overdue tasks. */
export function FigureRows({ kind, rows, asOf }: FigureRowsProps) {
  return (
    <ul className={styles.rows} data-rows={rows.length}>
      {rows.map((row) => (
        <li key={row.id} lang="vi">
          <RowLink kind={kind} row={row} asOf={asOf}>
            {row.code ?? row.name}
          </RowLink>{" "}
          {row.code != null && row.name}
        </li>
      ))}
    </ul>
  )
}

interface RowLinkProps extends Pick<FigureRowsProps, "kind" | "asOf"> {
  row: Row
  children: ReactNode
}

/** Leads to a row: to a task or an indicator as it stood on the day up to which figures are told. */
export function RowLink({ kind, row, asOf, children }: RowLinkProps) {
  const { id, code } = row
  switch (kind) {
    case "TASK":
      return (
        <Link to="/nhiem-vu/$code" params={{ code: code ?? id }} search={daySearch.write({ asOf })}>
          {children}
        </Link>
      )
    case "INDICATOR":
      return (
        <Link to="/chi-tieu/$code" params={{ code: code ?? id }} search={daySearch.write({ asOf })}>
          {children}
        </Link>
      )
    case "REPORT":
      return (
        <Link to="/bao-cao/$id" params={{ id }}>
          {children}
        </Link>
      )
    case "OBSTACLE":
      return (
        <Link to="/vuong-mac/$id" params={{ id }}>
          {children}
        </Link>
      )
    case "QUESTION":
      return children
    case "AGENCY":
      return (
        <Link
          to="/nhiem-vu"
          search={taskSearch.write({ asOf, lead: [id], inherited: true, status: ["OVERDUE"] })}
        >
          {children}
        </Link>
      )
  }
}
