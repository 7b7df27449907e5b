import type { ReportState } from "../__generated__/graphql.ts"

/** States in which a report has been sent. */
const ARRIVED: readonly ReportState[] = ["SENT", "ACCEPTED", "INCLUDED"]

/** Whether a report has been sent, and not come back since. */
export function hasArrived(state: ReportState): boolean {
  return ARRIVED.includes(state)
}

/** How many of a round's reports have come, of how many. */
export function arrivedOf(tally: readonly { state: ReportState; count: number }[]): {
  arrived: number
  total: number
} {
  const sum = (counted: typeof tally) => counted.reduce((total, { count }) => total + count, 0)
  return { arrived: sum(tally.filter(({ state }) => hasArrived(state))), total: sum(tally) }
}
