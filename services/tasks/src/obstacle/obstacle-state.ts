import { registerEnumType } from "type-graphql"

/** Where an obstacle stands: what it waits for, or how it ended. */
export const ObstacleState = {
  /** Waits for the coordinator to screen it. */
  RAISED: "RAISED",
  /** Waits for those who raised it to answer a question. */
  RETURNED: "RETURNED",
  /** Waits for the coordinator to answer it or to send it up. */
  ACCEPTED: "ACCEPTED",
  /** Waits for the City's decision. */
  SENT_UP: "SENT_UP",
  /** Decided; waits for the answer to those who raised it. */
  DECIDED: "DECIDED",
  ANSWERED: "ANSWERED",
  DECLINED: "DECLINED",
  /** Goes on as another one. */
  MERGED: "MERGED",
  /** Taken back by those who raised it. */
  WITHDRAWN: "WITHDRAWN",
} as const
export type ObstacleState = keyof typeof ObstacleState
export const obstacleStates = Object.keys(ObstacleState) as ObstacleState[]

registerEnumType(ObstacleState, {
  name: "ObstacleState",
  description: "What an obstacle waits for, or how it ended",
  valuesConfig: {
    RAISED: { description: "Waits to be screened" },
    RETURNED: { description: "Waits for those who raised it to answer a question" },
    ACCEPTED: { description: "Waits to be answered or sent up" },
    SENT_UP: { description: "Waits for the City's decision" },
    DECIDED: { description: "Decided; waits for the answer to those who raised it" },
    MERGED: { description: "Goes on as another one" },
    WITHDRAWN: { description: "Taken back by those who raised it" },
  },
})

/** The states in which somebody has to do something, each with a clock of its own. */
export const WAITING_STATES = ["RAISED", "RETURNED", "ACCEPTED", "SENT_UP", "DECIDED"] as const
export type WaitingState = (typeof WAITING_STATES)[number]

export function isWaiting(state: ObstacleState): state is WaitingState {
  return (WAITING_STATES as readonly ObstacleState[]).includes(state)
}

/** What is done with an obstacle. */
export const ObstacleAction = {
  RAISE: "RAISE",
  ACCEPT: "ACCEPT",
  RETURN: "RETURN",
  REPLY: "REPLY",
  DECLINE: "DECLINE",
  SEND_UP: "SEND_UP",
  DECIDE: "DECIDE",
  ANSWER: "ANSWER",
  MERGE: "MERGE",
  UNMERGE: "UNMERGE",
  WITHDRAW: "WITHDRAW",
} as const
export type ObstacleAction = keyof typeof ObstacleAction

registerEnumType(ObstacleAction, { name: "ObstacleAction", description: "What is done with an obstacle" })

/** What is done with an obstacle that is there. */
export type ObstacleMove = Exclude<ObstacleAction, "RAISE">

/** Whose part a move is: of those who raised it, of the coordinator, of the City. */
export type ObstaclePart = "RAISER" | "COORDINATOR" | "CITY"

/** What a move needs and where it leads. */
interface Move {
  by: ObstaclePart
  from: readonly ObstacleState[]
  /** "BEFORE": the state that it had before it was merged. */
  to: ObstacleState | "BEFORE"
  /** Whether words must be given: a question, a reason, a decision, an answer. */
  words: "NEEDED" | "WELCOME"
  /** Whether a document goes with it: number, day, issuer. */
  document: "NEEDED" | "WELCOME" | "NONE"
}

/**
 * The way of an obstacle as the plan has it: it goes to the Department, which synthesises it for the City's decision, and
 * the answer goes back. Source: Plan 43/KH-UBND, part III.6; the steps between are our own reading.
 */
export const MOVES: Readonly<Record<ObstacleMove, Move>> = {
  ACCEPT: { by: "COORDINATOR", from: ["RAISED"], to: "ACCEPTED", words: "WELCOME", document: "NONE" },
  RETURN: { by: "COORDINATOR", from: ["RAISED"], to: "RETURNED", words: "NEEDED", document: "NONE" },
  REPLY: { by: "RAISER", from: ["RETURNED"], to: "RAISED", words: "NEEDED", document: "NONE" },
  DECLINE: {
    by: "COORDINATOR",
    from: ["RAISED", "ACCEPTED"],
    to: "DECLINED",
    words: "NEEDED",
    document: "NONE",
  },
  SEND_UP: { by: "COORDINATOR", from: ["ACCEPTED"], to: "SENT_UP", words: "NEEDED", document: "WELCOME" },
  DECIDE: { by: "CITY", from: ["SENT_UP"], to: "DECIDED", words: "NEEDED", document: "NEEDED" },
  ANSWER: {
    by: "COORDINATOR",
    from: ["ACCEPTED", "DECIDED"],
    to: "ANSWERED",
    words: "NEEDED",
    document: "WELCOME",
  },
  MERGE: {
    by: "COORDINATOR",
    from: ["RAISED", "ACCEPTED"],
    to: "MERGED",
    words: "WELCOME",
    document: "NONE",
  },
  UNMERGE: { by: "COORDINATOR", from: ["MERGED"], to: "BEFORE", words: "NEEDED", document: "NONE" },
  WITHDRAW: {
    by: "RAISER",
    from: ["RAISED", "RETURNED", "ACCEPTED"],
    to: "WITHDRAWN",
    words: "NEEDED",
    document: "NONE",
  },
}

/** What an obstacle's next state depends on. */
export interface ObstacleStanding {
  state: ObstacleState
  /** The state before it was merged; null while it is not. */
  before: ObstacleState | null
}

/** The state to which a move leads; null where it is not possible. */
export function stateAfter(move: ObstacleMove, { state, before }: ObstacleStanding): ObstacleState | null {
  const { from, to } = MOVES[move]
  if (!from.includes(state)) return null
  return to === "BEFORE" ? before : to
}

/** What may be done in a state, by somebody who has those parts. */
export function movesIn(state: ObstacleState, parts: readonly ObstaclePart[]): ObstacleMove[] {
  return (Object.keys(MOVES) as ObstacleMove[]).filter(
    (move) => MOVES[move].from.includes(state) && parts.includes(MOVES[move].by),
  )
}

/** The states into which another obstacle may be merged: it is still under way, and its answer will go to all. */
export const TAKES_DUPLICATES: readonly ObstacleState[] = ["RAISED", "ACCEPTED", "SENT_UP", "DECIDED"]
