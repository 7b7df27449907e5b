export {
  type DeadlineKind,
  DeadlineNotUnderstood,
  type DeadlineReading,
  readDeadline,
} from "./deadline/read-deadline.ts"
export type { TriggerEvent, TriggerKind, TriggerReading } from "./deadline/read-trigger.ts"
export type {
  Lines,
  PublishedIndicator,
  PublishedMeasure,
  PublishedMilestone,
  PublishedObligation,
  PublishedPhase,
  PublishedPlan,
  PublishedSection,
  PublishedTask,
} from "./published-plan.ts"
export { publishedPlanText } from "./published-plan-text.ts"
export { readPlan } from "./read-plan.ts"
export { readTarget, type TargetKind, TargetNotUnderstood, type TargetReading } from "./target/read-target.ts"
export { decodePlan, LARGEST_TEXT } from "./text/decode-plan.ts"
export { type PlanTextFault, PlanTextInvalid, type PlanTextIssue } from "./text/plan-text-invalid.ts"
