import { expect, test } from "vitest"
import { movesFrom } from "./report-moves.ts"

const OFFICER = ["reports:read:own", "reports:draft:own"] as const
const HEAD = [...OFFICER, "reports:approve:own"] as const
const COORDINATOR = ["reports:read", "reports:write"] as const

test.each([
  ["DRAFT", OFFICER, ["SUBMIT"]],
  ["SUBMITTED_FOR_APPROVAL", OFFICER, []],
  ["SUBMITTED_FOR_APPROVAL", HEAD, ["APPROVE", "SEND_BACK"]],
  ["APPROVED", OFFICER, ["SEND"]],
  ["APPROVED", HEAD, ["SEND", "SEND_BACK"]],
  ["SENT", HEAD, []],
  ["SENT", COORDINATOR, ["ACCEPT", "RETURN"]],
  ["ACCEPTED", COORDINATOR, ["RETURN"]],
  ["RETURNED", OFFICER, ["SUBMIT"]],
  ["INCLUDED", COORDINATOR, []],
] as const)("from %s", (state, scopes, moves) => expect(movesFrom(state, scopes)).toEqual(moves))
