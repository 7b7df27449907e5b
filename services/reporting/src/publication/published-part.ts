import { registerEnumType } from "type-graphql"

/** The parts of a round that the City may publish, in the order in which the public page shows them. */
export const PublishedPart = {
  TEXT: "TEXT",
  TALLIES: "TALLIES",
  SECTIONS: "SECTIONS",
  INDICATORS: "INDICATORS",
  AGENCIES: "AGENCIES",
  TASKS: "TASKS",
} as const
export type PublishedPart = keyof typeof PublishedPart
registerEnumType(PublishedPart, {
  name: "PublishedPart",
  description: "What of a round the City may choose to publish",
  valuesConfig: {
    TEXT: { description: "What the City says of it in its own words" },
    TALLIES: { description: "The official tally of the whole City" },
    SECTIONS: { description: "The official tallies of the sections of the plan" },
    INDICATORS: { description: "The indicators with the figures of this round and of the one before" },
    AGENCIES: {
      description: "The official tallies of the agencies that lead tasks, and how they reported",
    },
    TASKS: {
      description: "The tasks with their status and what was accepted as their result; sensitive ones never",
    },
  },
})

export const publishedParts = Object.keys(PublishedPart) as readonly PublishedPart[]
