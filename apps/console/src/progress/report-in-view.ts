import { useState } from "react"

/** Which of the reports that wait somebody looks at. */
interface ReportInView<Row> {
  /** As it now stands; undefined where there is none, or none any more. */
  row: Row | undefined
  /** The one that was in view until it waited no longer, which was not this person's doing; it stays until another is shown. */
  gone: Row | null
  /** @param row null: whichever is first */
  show: (row: Row | null) => void
}

/**
 * Stays with the report that somebody looks at, whatever happens to the queue around it.
 * @param first what is shown to begin with
 * @param decided the id of the one that this person has just confirmed or returned
 */
export function useReportInView<Row extends { id: string }>(
  rows: readonly Row[],
  first: Row | undefined,
  decided: string | null,
): ReportInView<Row> {
  const [shown, show] = useState<Row | null>(null)
  if (shown === null && first !== undefined) show(first)
  const row = rows.find(({ id }) => id === shown?.id)
  return { row, gone: row === undefined && shown?.id !== decided ? shown : null, show }
}
