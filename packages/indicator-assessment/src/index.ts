import "reflect-metadata"

export {
  type Assessed,
  type AssessmentFacts,
  assess,
  BEHIND_DAYS,
  type ObservedFigure,
  pathOfFacts,
  type TargetFigures,
} from "./assess.ts"
export { AssessmentInput, AssessmentState, assessmentStates } from "./assessment-state.ts"
export { JudgedState, judgedStates } from "./judged-state.ts"
export { type Measure, type MeasuredRow, measureOf, possibleFigures } from "./measure.ts"
export { type Path, type PathPoint, pathOf, targetDayOf, valueOnPath } from "./path.ts"
export { isJudged, judgedKinds, TargetKind, targetKinds } from "./target-kind.ts"
