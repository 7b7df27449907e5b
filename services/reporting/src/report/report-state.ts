import type { Scope } from "@plan43/authorization"
import { registerEnumType } from "type-graphql"

/** How far a report has come. */
export const ReportState = {
  DRAFT: "DRAFT",
  SUBMITTED_FOR_APPROVAL: "SUBMITTED_FOR_APPROVAL",
  APPROVED: "APPROVED",
  SENT: "SENT",
  ACCEPTED: "ACCEPTED",
  RETURNED: "RETURNED",
  INCLUDED: "INCLUDED",
} as const
export type ReportState = keyof typeof ReportState
registerEnumType(ReportState, {
  name: "ReportState",
  description: "How far a report has come; INCLUDED: it is part of a locked round",
})

/** What moves a report on. */
export const ReportMove = {
  SUBMIT: "SUBMIT",
  SEND_BACK: "SEND_BACK",
  APPROVE: "APPROVE",
  SEND: "SEND",
  ACCEPT: "ACCEPT",
  RETURN: "RETURN",
  ENTER: "ENTER",
} as const
export type ReportMove = keyof typeof ReportMove
registerEnumType(ReportMove, { name: "ReportMove", description: "What moves a report on" })

interface Rule {
  from: readonly ReportState[]
  to: ReportState
  /** Whoever has one of them may; one that ends in `:own`, for the own agency's report only. */
  scopes: readonly Scope[]
}

/** Who moves a report from where to where; it is included by the locking of its round alone. */
export const MOVES: Readonly<Record<ReportMove, Rule>> = {
  SUBMIT: { from: ["DRAFT", "RETURNED"], to: "SUBMITTED_FOR_APPROVAL", scopes: ["reports:draft:own"] },
  SEND_BACK: { from: ["SUBMITTED_FOR_APPROVAL", "APPROVED"], to: "DRAFT", scopes: ["reports:approve:own"] },
  APPROVE: { from: ["SUBMITTED_FOR_APPROVAL"], to: "APPROVED", scopes: ["reports:approve:own"] },
  SEND: { from: ["APPROVED"], to: "SENT", scopes: ["reports:draft:own", "reports:approve:own"] },
  ACCEPT: { from: ["SENT"], to: "ACCEPTED", scopes: ["reports:write"] },
  RETURN: { from: ["SENT", "ACCEPTED"], to: "RETURNED", scopes: ["reports:write"] },
  // For an agency without accounts, whose head approved what its file says
  ENTER: { from: ["DRAFT", "RETURNED"], to: "SENT", scopes: ["reports:write"] },
}

/** States in which an agency writes in its report. */
export const WRITABLE: readonly ReportState[] = ["DRAFT", "RETURNED"]

/** States in which a report has been sent. */
export const ARRIVED: readonly ReportState[] = ["SENT", "ACCEPTED", "INCLUDED"]

/** Whether a report came, was returned, and has not been sent again since. */
export function standsReturned({ state, sentOn }: { state: ReportState; sentOn: string | null }): boolean {
  return sentOn !== null && !ARRIVED.includes(state)
}

/** What somebody with these scopes may do next with a report. */
export function movesFrom(state: ReportState, scopes: readonly Scope[]): ReportMove[] {
  return Object.values(ReportMove).filter(
    (move) => MOVES[move].from.includes(state) && MOVES[move].scopes.some((scope) => scopes.includes(scope)),
  )
}

/**
 * Whether a report came, or is still missing, after its day. What was sent again after it was returned counts by the day
 * on which it came first.
 * @param report `sentOn`: the day on which it was sent first; null: never. `receivedOn`: where it was entered then on behalf of its
 * agency, the day on which its file or paper had reached the Department
 */
export function isLate(
  { state, sentOn, receivedOn }: { state: ReportState; sentOn: string | null; receivedOn?: string | null },
  dueOn: string,
  today: string,
): boolean {
  if (sentOn !== null) return (receivedOn ?? sentOn) > dueOn
  return !ARRIVED.includes(state) && today > dueOn
}
