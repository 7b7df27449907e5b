import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { useRouterState } from "@tanstack/react-router"
import { defaultRangeExtractor, useWindowVirtualizer, type VirtualItem } from "@tanstack/react-virtual"
import { Fragment, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { FailureNotice } from "../graph/failure-notice.tsx"
import type { RegisterAnswer } from "./ask-register.ts"
import { ColumnHeading } from "./column-heading.tsx"
import styles from "./register.module.css"
import type { Sort } from "./sort.ts"

/** A column of a register. */
export interface Column<Row, Field extends string> {
  key: string
  heading: string
  /** Share of the width, as CSS writes it; the rest goes to the columns without one. */
  width?: string
  /** The order of the API that this column's heading asks for. */
  sortField?: Field
  /** The language of its cells where they are the plan's own words. */
  lang?: "vi"
  cell: (row: Row) => ReactNode
}

interface RegisterProps<Data, Row, Field extends string> {
  /** What the table lists, for those who do not see it. */
  caption: string
  answer: RegisterAnswer<Data, Row>
  columns: Column<Row, Field>[]
  rowKey: (row: Row) => string
  sort?: Sort<Field> | undefined
  onSort?: (sort: Sort<Field>) => void
  /** Shown in place of a list without rows. */
  empty: ReactNode
}

/** A row's height before it has been measured, in pixels. */
const ESTIMATED_HEIGHT = 76

/** The rows' heights in registers that were left, by entry of the browser's history: back then finds its place again. */
const heightsLeft = new Map<string, VirtualItem[]>()

/** Of so many registers; of those that were left earlier they are estimated anew. */
const REGISTERS_KEPT = 50

function keepHeights(entry: string, heights: VirtualItem[]): void {
  heightsLeft.delete(entry)
  heightsLeft.set(entry, heights)
  const [oldest] = heightsLeft.keys()
  if (heightsLeft.size > REGISTERS_KEPT && oldest !== undefined) heightsLeft.delete(oldest)
}

/** When fewer rows than this lie ahead, the next page is asked for. */
const ROWS_AHEAD = 30

/** A long table that renders what is in view, loads as one scrolls and prints whole. */
export function Register<Data, Row, Field extends string = never>(props: RegisterProps<Data, Row, Field>) {
  const { answer, empty, columns } = props
  const { t } = useLingui()
  if (answer.data == null && answer.failure === null) return <RegisterSkeleton columns={columns.length} />
  if (answer.data == null && answer.failure !== null)
    return <FailureNotice failure={answer.failure} partial={false} retry={answer.retry} />
  return (
    <>
      {answer.failure && <FailureNotice failure={answer.failure} partial retry={answer.retry} />}
      {answer.total === 0 ? (
        <div className={styles.empty}>{empty}</div>
      ) : (
        <>
          {answer.hasMore && (
            <p className={styles.incomplete}>
              {t`Bản in này mới có ${answer.rows.length} trên ${answer.total ?? 0} dòng. Nút “In danh sách” in đủ mọi dòng.`}
            </p>
          )}
          <RowsInView {...props} />
          <div className={`${styles.end} not-printed`}>
            {answer.moreFailure && (
              <FailureNotice failure={answer.moreFailure} partial retry={() => void answer.loadMore()} />
            )}
            <p role="status">{t`Đã tải ${answer.rows.length} trên ${answer.total ?? 0} dòng`}</p>
            {answer.hasMore && (
              <Button variant="default" loading={answer.loadingMore} onClick={() => void answer.loadMore()}>
                {t`Tải thêm`}
              </Button>
            )}
          </div>
        </>
      )}
    </>
  )
}

function RowsInView<Data, Row, Field extends string>(props: RegisterProps<Data, Row, Field>) {
  const { caption, answer, columns, rowKey, sort, onSort } = props
  const { rows, total, hasMore, loadMore } = answer
  const printing = usePrinting()
  const table = useRef<HTMLTableElement>(null)
  const focused = useRef<number | null>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const here = table.current ? table.current.getBoundingClientRect().top + window.scrollY : 0
    if (Math.abs(here - top) > 1) setTop(here)
  })
  const entry = useRouterState({ select: ({ location }) => location.state.__TSR_key ?? location.href })
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    initialMeasurementsCache: heightsLeft.get(entry) ?? [],
    estimateSize: () => ESTIMATED_HEIGHT,
    overscan: 12,
    scrollMargin: top,
    getItemKey: (index) => rowKey(rows[index] as Row),
    rangeExtractor: (range) => withFocused(defaultRangeExtractor(range), focused.current, rows.length),
  })
  useEffect(
    () => () => {
      keepHeights(entry, virtualizer.takeSnapshot())
    },
    [entry, virtualizer],
  )
  const inView = virtualizer.getVirtualItems()
  const lastInView = virtualizer.range?.endIndex ?? 0
  const wantsMore = hasMore && lastInView >= rows.length - ROWS_AHEAD
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks once for each length that runs short
  useEffect(() => {
    if (wantsMore) void loadMore()
  }, [wantsMore, rows.length])

  const shown = printing
    ? rows.map((_, index) => ({ index, gap: 0 }))
    : inView.map(({ index, start }, place) => ({ index, gap: start - (inView[place - 1]?.end ?? top) }))
  const below = printing ? 0 : virtualizer.getTotalSize() - ((inView.at(-1)?.end ?? top) - top)
  return (
    <table
      ref={table}
      className={styles.register}
      aria-rowcount={(total ?? rows.length) + 1}
      aria-busy={answer.loading}
    >
      <caption className="for-readers">{caption}</caption>
      <colgroup>
        {columns.map(({ key, width }) => (
          <col key={key} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <ColumnHeading key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ index, gap }) => {
          const row = rows[index] as Row
          return (
            <Fragment key={rowKey(row)}>
              <Gap height={gap} columns={columns.length} />
              <tr
                ref={printing ? undefined : virtualizer.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                onFocus={() => {
                  focused.current = index
                }}
                onBlur={() => {
                  focused.current = null
                }}
              >
                {columns.map(({ key, heading, lang, cell }) => (
                  <td key={key} lang={lang} data-heading={heading} data-column={key}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            </Fragment>
          )
        })}
        <Gap height={below} columns={columns.length} />
      </tbody>
    </table>
  )
}

/**
 * Keeps the row that has the focus in the page however far one scrolls, a focus that vanishes starting again at the top,
 * and its neighbours, so that the next key leads to them and not to what is in view.
 */
function withFocused(indexes: number[], focused: number | null, rows: number): number[] {
  if (focused === null) return indexes
  const kept = [focused - 1, focused, focused + 1].filter((index) => index >= 0 && index < rows)
  return [...new Set([...indexes, ...kept])].sort((one, other) => one - other)
}

/** Stands for the rows that are out of view, so that the page keeps its height. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
    <tr aria-hidden="true" className={styles.gap}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

/** Whether the page is about to be printed: then every loaded row must be there. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    window.addEventListener("beforeprint", before)
    window.addEventListener("afterprint", after)
    return () => {
      window.removeEventListener("beforeprint", before)
      window.removeEventListener("afterprint", after)
    }
  }, [])
  return printing
}

function RegisterSkeleton({ columns }: { columns: number }) {
  const { t } = useLingui()
  return (
    <div aria-busy="true" className={styles.skeleton}>
      <p className="for-readers" role="status">{t`Đang tải danh sách`}</p>
      {["a", "b", "c", "d", "e", "f", "g", "h"].map((row) => (
        <div key={row} className={styles.skeletonRow}>
          {Array.from({ length: columns }, (_, column) => `${row}${column}`).map((cell) => (
            <Skeleton key={cell} height={14} />
          ))}
        </div>
      ))}
    </div>
  )
}
