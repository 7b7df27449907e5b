/** What a change of agencies makes untrue of what was asked before. */
export const CHANGED_WITH = [
  "agencies",
  "agency",
  "agencyChanges",
  "assignments",
  "assignment",
  "obligations",
  "reportsToVerify",
  "tasks",
  "indicators",
  "obstacles",
]
