import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  isWaiting,
  MOVES,
  movesIn,
  type ObstacleMove,
  type ObstacleState,
  obstacleStates,
  stateAfter,
} from "./obstacle-state.ts"

const moves = Object.keys(MOVES) as ObstacleMove[]

/** Where a series of moves leads from the day an obstacle was raised; moves that are not possible are refused. */
function after(...series: ObstacleMove[]): ObstacleState {
  let standing: { state: ObstacleState; before: ObstacleState | null } = { state: "RAISED", before: null }
  for (const move of series) {
    const next = stateAfter(move, standing)
    if (next !== null) standing = { state: next, before: next === "MERGED" ? standing.state : null }
  }
  return standing.state
}

test("an obstacle goes to the Department, up to the City, and back to those who raised it", () => {
  expect(after("ACCEPT")).toBe("ACCEPTED")
  expect(after("ACCEPT", "SEND_UP")).toBe("SENT_UP")
  expect(after("ACCEPT", "SEND_UP", "DECIDE")).toBe("DECIDED")
  expect(after("ACCEPT", "SEND_UP", "DECIDE", "ANSWER")).toBe("ANSWERED")
})

test("the Department answers by itself what needs no decision of the City", () => {
  expect(after("ACCEPT", "ANSWER")).toBe("ANSWERED")
})

test("a question leads back to screening once it is answered", () => {
  expect(after("RETURN")).toBe("RETURNED")
  expect(after("RETURN", "ACCEPT")).toBe("RETURNED")
  expect(after("RETURN", "REPLY", "ACCEPT")).toBe("ACCEPTED")
})

test("nothing is sent up unscreened, decided before it was sent up, or answered before it was decided", () => {
  expect(after("SEND_UP")).toBe("RAISED")
  expect(after("ACCEPT", "DECIDE")).toBe("ACCEPTED")
  expect(after("ACCEPT", "SEND_UP", "ANSWER")).toBe("SENT_UP")
})

test.each([
  [["MERGE", "UNMERGE"], "RAISED"],
  [["ACCEPT", "MERGE", "UNMERGE"], "ACCEPTED"],
] as const)("undoing %j leads back to %s", (series, state) => {
  expect(after(...series)).toBe(state)
})

test("each part has its own moves: the City only decides, those who raised it reply or take it back", () => {
  expect(movesIn("SENT_UP", ["CITY"])).toEqual(["DECIDE"])
  expect(movesIn("RAISED", ["CITY"])).toEqual([])
  expect(movesIn("RETURNED", ["RAISER"])).toEqual(["REPLY", "WITHDRAW"])
  expect(movesIn("RAISED", ["COORDINATOR"])).toEqual(["ACCEPT", "RETURN", "DECLINE", "MERGE"])
})

describe("whatever is tried in whatever order", () => {
  const series = fc.array(fc.constantFrom(...moves), { maxLength: 30 })

  test("an obstacle is always in one of its states, and waits exactly where something can be done", () => {
    fc.assert(
      fc.property(series, (tried) => {
        const state = after(...tried)
        expect(obstacleStates).toContain(state)
        const possible = movesIn(state, ["RAISER", "COORDINATOR", "CITY"])
        expect(possible.length > 0).toBe(isWaiting(state) || state === "MERGED")
      }),
    )
  })

  test("what has ended never goes on", () => {
    fc.assert(
      fc.property(fc.constantFrom("ANSWER", "DECLINE", "WITHDRAW"), series, (end, tried) => {
        const ended = after("ACCEPT", end)
        expect(after("ACCEPT", end, ...tried)).toBe(ended)
      }),
    )
  })
})
