import { registerEnumType } from "type-graphql"

/** What a coordinator may judge an indicator to be; the same words in database and API. */
export const JudgedState = {
  REACHED: "REACHED",
  EXCEEDED: "EXCEEDED",
  ON_PATH: "ON_PATH",
  BEHIND_PATH: "BEHIND_PATH",
  OFF_PATH: "OFF_PATH",
  NOT_APPLICABLE: "NOT_APPLICABLE",
} as const
export type JudgedState = keyof typeof JudgedState

registerEnumType(JudgedState, {
  name: "JudgedState",
  description: "What a coordinator may judge an indicator to be",
  valuesConfig: {
    NOT_APPLICABLE: { description: "A target that holds only where a ranking is made, and none was made" },
  },
})

/** Where an indicator without a figure may stand. */
export const judgedStates = [
  "REACHED",
  "EXCEEDED",
  "ON_PATH",
  "BEHIND_PATH",
  "OFF_PATH",
] as const satisfies JudgedState[]
