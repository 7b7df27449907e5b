import { msg } from "@lingui/core/macro"
import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import styles from "../overview/status-table.module.css"
import { type OfficialFigure, statusesInFigure } from "../task/statuses-in-figure.ts"
import { type TaskSearchValues, taskSearch } from "../task/task-search.ts"

const TallyRowFragmentDocument = graphql(`
  fragment TallyRow on OfficialTally {
    assigned
    completedOnTime
    completedLate
    inTime
    overdue
    notYetDue
    awaitingDocument
    suspendedOrCancelled
  }
`)

/** The figures of the official forms in their order; those after the first add up to it. */
const figureName = {
  assigned: msg`Được giao`,
  completedOnTime: msg`Hoàn thành đúng hạn`,
  completedLate: msg`Hoàn thành quá hạn`,
  inTime: msg`Đang thực hiện trong hạn`,
  overdue: msg`Quá hạn`,
  notYetDue: msg`Chưa đến hạn`,
  awaitingDocument: msg`Chờ văn bản`,
  suspendedOrCancelled: msg`Tạm dừng hoặc hủy`,
} as const satisfies Record<OfficialFigure, unknown>

const figures = Object.keys(figureName) as OfficialFigure[]

interface TallyTableProps {
  caption: string
  heading: string
  rows: readonly TallyTableRow[]
}

interface TallyTableRow {
  key: string
  name: ReactNode
  tally: FragmentType<typeof TallyRowFragmentDocument>
  /** What the register is narrowed by to show exactly these tasks; absent: it cannot be. */
  search?: TaskSearchValues | undefined
}

/** Official tallies, a line for each row; a figure leads to its tasks. */
export function TallyTable({ caption, heading, rows }: TallyTableProps) {
  const { i18n } = useLingui()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="for-readers">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col" className={styles.number}>
                {i18n._(figureName[figure])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, tally: masked, search }) => {
            const tally = readFragment(TallyRowFragmentDocument, masked)
            return (
              <tr key={key} data-tally-row={key}>
                <th scope="row">{name}</th>
                {figures.map((figure) => (
                  <td
                    key={figure}
                    className={styles.number}
                    data-heading={i18n._(figureName[figure])}
                    data-zero={tally[figure] === 0}
                  >
                    <TallyCell figure={figure} count={tally[figure]} search={search} />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function TallyCell({
  figure,
  count,
  search,
}: Pick<TallyTableRow, "search"> & { figure: OfficialFigure; count: number }) {
  if (count === 0) return <span className={styles.zero}>0</span>
  if (search === undefined) return count
  const status = statusesInFigure[figure]
  return (
    <Link
      to="/nhiem-vu"
      search={taskSearch.write(status === null ? search : { ...search, status: [...status] })}
      data-figure={figure}
    >
      {count}
    </Link>
  )
}
