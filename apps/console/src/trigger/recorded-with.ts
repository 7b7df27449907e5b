/** The root fields whose answers change when a document is recorded. */
export const RECORDED_WITH = [
  "triggers",
  "trigger",
  "task",
  "tasks",
  "taskSummary",
  "plan",
  "plans",
  "mergeProposals",
  "documentSuggestions",
]
