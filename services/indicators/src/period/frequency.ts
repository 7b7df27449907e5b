import { registerEnumType } from "type-graphql"

/** How often an indicator is measured; the same words in database and API. */
export const ObservationFrequency = {
  YEAR: "YEAR",
  HALF: "HALF",
  QUARTER: "QUARTER",
  MONTH: "MONTH",
} as const
export type ObservationFrequency = keyof typeof ObservationFrequency
export const frequencies = Object.keys(ObservationFrequency) as ObservationFrequency[]

registerEnumType(ObservationFrequency, {
  name: "ObservationFrequency",
  description: "How often an indicator is measured",
})
