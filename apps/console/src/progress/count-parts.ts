import type { ReportedTaskState, TaskStatus } from "../__generated__/graphql.ts"
import { isCompleted } from "./task-decisions.tsx"

/** What one agency owes of a task, as far as it is counted. */
interface Part {
  status: TaskStatus
  claim?: { state?: ReportedTaskState | null; period?: { key: string } | null } | null
  awaitingVerification: boolean
  silentSince?: string | null
}

/** How many of those that owe a task say or have what; they overlap. */
export interface PartsCounted {
  owing: number
  reported: number
  claimedComplete: number
  confirmedComplete: number
  waiting: number
  silent: number
}

/**
 * @param period the key of the one in which a task that recurs stands, null of any other task: what was claimed of an earlier
 * one says nothing of it
 */
export function countParts(parts: readonly Part[], period: string | null): PartsCounted {
  const claims = parts.flatMap(({ claim }) => (claim && (claim.period?.key ?? null) === period ? claim : []))
  return {
    owing: parts.length,
    reported: claims.length,
    claimedComplete: claims.filter(({ state }) => state === "COMPLETED").length,
    confirmedComplete: parts.filter(({ status }) => isCompleted(status)).length,
    waiting: parts.filter(({ awaitingVerification }) => awaitingVerification).length,
    silent: parts.filter(({ silentSince }) => silentSince != null).length,
  }
}
