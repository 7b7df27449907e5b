import type { Scope } from "@plan43/authorization/scope"
import type { ReportState } from "../__generated__/graphql.ts"
import type { ReportMove } from "./move-documents.ts"

/** Who moves a report from where; as the graph has it, which decides. */
const MOVES: readonly [ReportMove | "RETURN", readonly ReportState[], readonly Scope[]][] = [
  ["SUBMIT", ["DRAFT", "RETURNED"], ["reports:draft:own"]],
  ["APPROVE", ["SUBMITTED_FOR_APPROVAL"], ["reports:approve:own"]],
  ["SEND", ["APPROVED"], ["reports:draft:own", "reports:approve:own"]],
  ["SEND_BACK", ["SUBMITTED_FOR_APPROVAL", "APPROVED"], ["reports:approve:own"]],
  ["ACCEPT", ["SENT"], ["reports:write"]],
  ["RETURN", ["SENT", "ACCEPTED"], ["reports:write"]],
]

/** What somebody with these scopes may do next with a report of an open round. */
export function movesFrom(state: ReportState, scopes: readonly Scope[]): (ReportMove | "RETURN")[] {
  return MOVES.filter(
    ([, from, needed]) => from.includes(state) && needed.some((one) => scopes.includes(one)),
  ).map(([move]) => move)
}
