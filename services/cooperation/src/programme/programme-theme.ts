import { registerEnumType } from "type-graphql"

/** Whether a programme stands in the plan as a task or as a measure. */
export const CooperationProgrammeKind = { TASK: "TASK", MEASURE: "MEASURE" } as const
export type CooperationProgrammeKind = keyof typeof CooperationProgrammeKind

/** What a programme of cooperation is about. */
export const CooperationTheme = {
  INNOVATION_NETWORK: "INNOVATION_NETWORK",
  STANDARDS_BODIES: "STANDARDS_BODIES",
  PARTNER_CITIES_AND_CORPORATIONS: "PARTNER_CITIES_AND_CORPORATIONS",
  PARTNERSHIP_FRAMEWORKS: "PARTNERSHIP_FRAMEWORKS",
  LESSONS_AND_MODELS: "LESSONS_AND_MODELS",
  EXPERTS_ABROAD: "EXPERTS_ABROAD",
  MULTILATERAL_MECHANISMS: "MULTILATERAL_MECHANISMS",
  FRIENDSHIP_ORGANISATIONS: "FRIENDSHIP_ORGANISATIONS",
  TRAINING_ABROAD: "TRAINING_ABROAD",
} as const
export type CooperationTheme = keyof typeof CooperationTheme

registerEnumType(CooperationProgrammeKind, { name: "CooperationProgrammeKind" })
registerEnumType(CooperationTheme, {
  name: "CooperationTheme",
  description: "What a programme of cooperation is about",
})
