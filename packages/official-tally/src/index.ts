import "reflect-metadata"

export { FIGURES, OfficialTally, officialTallyOf, statusesIn, takenOff } from "./official-tally.ts"
export { TaskStatus, taskStatuses } from "./task-status.ts"
