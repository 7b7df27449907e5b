import { registerEnumType } from "type-graphql"

/** Where an indicator stands on a day; computed or judged with evidence, never typed in. */
export const AssessmentState = {
  REACHED: "REACHED",
  EXCEEDED: "EXCEEDED",
  ON_PATH: "ON_PATH",
  BEHIND_PATH: "BEHIND_PATH",
  OFF_PATH: "OFF_PATH",
  NO_DATA: "NO_DATA",
  NOT_ASSESSABLE: "NOT_ASSESSABLE",
} as const
export type AssessmentState = keyof typeof AssessmentState
export const assessmentStates = Object.keys(AssessmentState) as AssessmentState[]

registerEnumType(AssessmentState, {
  name: "AssessmentState",
  description: "Where an indicator stands on a day",
  valuesConfig: {
    REACHED: { description: "The latest figure meets the target" },
    EXCEEDED: { description: "The latest figure is better than the target, or above its band" },
    ON_PATH: { description: "Not there yet, and at least where the path is" },
    BEHIND_PATH: { description: "Where the path was at most a year earlier" },
    OFF_PATH: { description: "More than a year behind the path, or below a yearly target" },
    NO_DATA: { description: "Nothing was observed or judged yet" },
    NOT_ASSESSABLE: { description: "What is needed to assess it is missing, or it has no target of its own" },
  },
})

/** What people must supply before an indicator can be assessed. */
export const AssessmentInput = {
  OBSERVATION: "OBSERVATION",
  BASELINE: "BASELINE",
  NUMERIC_TARGET: "NUMERIC_TARGET",
  JUDGEMENT: "JUDGEMENT",
  DIRECTIVE: "DIRECTIVE",
} as const
export type AssessmentInput = keyof typeof AssessmentInput

registerEnumType(AssessmentInput, {
  name: "AssessmentInput",
  description: "What people must supply before an indicator can be assessed",
})
