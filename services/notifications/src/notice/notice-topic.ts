import { registerEnumType } from "type-graphql"

/** What people choose to be told of, or not. */
export const NoticeTopic = {
  PROGRESS: "PROGRESS",
  DEADLINES: "DEADLINES",
  DOCUMENTS: "DOCUMENTS",
  INDICATORS: "INDICATORS",
  OBSTACLES: "OBSTACLES",
  REMINDERS: "REMINDERS",
  REPORTS: "REPORTS",
  AGENCIES: "AGENCIES",
  DIGEST: "DIGEST",
} as const
export type NoticeTopic = keyof typeof NoticeTopic
registerEnumType(NoticeTopic, {
  name: "NoticeTopic",
  description: "What people choose to be told of, or not",
  valuesConfig: {
    PROGRESS: { description: "Reports of progress, and what came of them" },
    DEADLINES: { description: "What is due soon or overdue; extensions" },
    DOCUMENTS: { description: "Documents that tasks wait for" },
    REPORTS: { description: "Reporting rounds, and what came of the reports in them" },
    DIGEST: { description: "What the week brings, once a week" },
  },
})
