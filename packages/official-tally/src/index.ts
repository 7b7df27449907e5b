import "reflect-metadata"

export { FIGURES, OfficialTally, officialTallyOf } from "./official-tally.ts"
export { TaskStatus, taskStatuses } from "./task-status.ts"
