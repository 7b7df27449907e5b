/** What somebody may judge an indicator without a figure to be. */
export const judgedStates = ["REACHED", "EXCEEDED", "ON_PATH", "BEHIND_PATH", "OFF_PATH"] as const
export type JudgedState = (typeof judgedStates)[number]
