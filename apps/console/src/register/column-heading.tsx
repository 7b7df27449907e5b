import styles from "./register.module.css"
import type { Column } from "./register.tsx"
import { nextSort, type Sort } from "./sort.ts"

interface ColumnHeadingProps<Row, Field extends string> {
  column: Column<Row, Field>
  sort: Sort<Field> | undefined
  onSort: ((sort: Sort<Field>) => void) | undefined
}

/** A column's heading; a button where the list can be ordered by it. */
export function ColumnHeading<Row, Field extends string>({
  column,
  sort,
  onSort,
}: ColumnHeadingProps<Row, Field>) {
  const { heading, sortField } = column
  if (sortField === undefined || onSort === undefined) return <th scope="col">{heading}</th>
  const direction = sort?.field === sortField ? sort.direction : null
  const ariaSort = direction === null ? "none" : direction === "ASC" ? "ascending" : "descending"
  return (
    <th scope="col" aria-sort={ariaSort}>
      <button type="button" className={styles.sort} onClick={() => onSort(nextSort(sort, sortField))}>
        {heading}
        <svg
          viewBox="0 0 10 14"
          width="9"
          height="13"
          aria-hidden="true"
          data-direction={direction ?? "NONE"}
        >
          <path className={styles.ascending} d="M5 1 9 6H1z" />
          <path className={styles.descending} d="M5 13 1 8h8z" />
        </svg>
      </button>
    </th>
  )
}
